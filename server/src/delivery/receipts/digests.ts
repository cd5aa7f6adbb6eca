import { partText, workParts, type PartDigest } from "@kompeten/shared/proof";
import type { Work } from "@kompeten/shared/attempt";
import { createHash } from "node:crypto";

/**
 * J9: one digest per item or action. The salt is the hash of the attempt's first entry, which is in the journal but in no
 * receipt: without it, trying out the four options of a choice would tell the answer.
 */
export function digestsOf(work: Pick<Work, "responses" | "actions">, saltHex: string): PartDigest[] {
  return workParts(work).map((part) => ({ kind: part.kind, id: part.id, sha256: createHash("sha256").update(Buffer.from(saltHex, "hex")).update(partText(part)).digest("hex") }));
}

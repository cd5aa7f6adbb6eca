/**
 * What somebody who trusts nobody would write: checks a journal and its receipt from plain JSON with node:crypto and nothing of
 * ours. Keep it so: an import from the product would make the proof worthless.
 */
import { createHash, createPublicKey, verify } from "node:crypto";

type Entry = { seq: number; opId: string; epoch: number; accountId: string | null; atMs: number; kind: string; body: string; hashHex: string };
type Part = { kind: string; id: string; sha256: string };
type Receipt = { content: { attemptId: string; journal: { entries: number; head: string }; parts: Part[]; closedAtMs: number; reason: string }; keyId: string; signature: string };
export type Proof = { entries: Entry[]; receipt: Receipt; keys: { keyId: string; publicKey: string }[] };

/** RFC 8785 for what a journal holds. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
  return JSON.stringify(value);
}

/** What does not hold, in words; empty when all of it does. */
export function faultsOf({ entries, receipt, keys }: Proof): string[] {
  const faults: string[] = [];
  const { attemptId, journal, parts } = receipt.content;
  let previous = Buffer.alloc(0);
  for (const [index, { seq, opId, epoch, accountId, atMs, kind, body, hashHex }] of entries.entries()) {
    previous = createHash("sha256").update(previous).update(canonical({ accountId, at: atMs, attemptId, body: JSON.parse(body), epoch, kind, opId, seq })).digest();
    if (seq !== index + 1 || previous.toString("hex") !== hashHex) faults.push(`entry ${index + 1}`);
  }
  if (journal.entries !== entries.length || journal.head !== previous.toString("hex")) faults.push("head");
  const key = keys.find(({ keyId }) => keyId === receipt.keyId);
  if (!key) return [...faults, "key"];
  const publicKey = createPublicKey({ key: Buffer.from(key.publicKey, "base64"), format: "der", type: "spki" });
  if (!verify(null, Buffer.from(`kompeten receipt v1\n${canonical(receipt.content)}`), publicKey, Buffer.from(receipt.signature, "base64url"))) faults.push("signature");
  // The last answer to each item, straight from the entries.
  const answers = new Map<string, unknown>();
  for (const { kind, body } of entries) if (kind === "responded") answers.set(JSON.parse(body).itemId, JSON.parse(body).response);
  for (const { kind, id, sha256 } of parts.filter((part) => part.kind === "item")) {
    const salted = createHash("sha256").update(Buffer.from(entries[0]?.hashHex ?? "", "hex")).update(canonical({ kind, id, made: answers.get(id) })).digest("hex");
    if (salted !== sha256) faults.push(`answer ${id}`);
  }
  if (parts.filter((part) => part.kind === "item").length !== answers.size) faults.push("answers are missing");
  const last = entries.findLast(({ kind }) => kind === "submitted" || kind === "expired");
  if (last?.kind !== receipt.content.reason) faults.push("reason");
  return faults;
}

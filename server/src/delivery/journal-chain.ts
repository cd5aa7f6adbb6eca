import { canonicalJson, type Json } from "@kompeten/shared/kernel";
import { createHash } from "node:crypto";
import type { JournalEntryView } from "./journal.types.ts";

/**
 * J4: checks a journal without the database that wrote it: seq from 1 without a gap, times never backwards, and each hash
 * SHA-256(previous hash ‖ canonical JSON of the entry). Gives the seq of the first entry that does not hold, or undefined.
 */
export function brokenAt(attemptId: string, entries: readonly JournalEntryView[]): number | undefined {
  let previous: { hash: Buffer; atMs: number } = { hash: Buffer.alloc(0), atMs: 0 };
  for (const [index, entry] of entries.entries()) {
    const { accountId, atMs, epoch, kind, opId, seq } = entry;
    const text = canonicalJson({ accountId, at: atMs, attemptId, body: JSON.parse(entry.body) as Json, epoch, kind, opId, seq });
    const hash = createHash("sha256").update(previous.hash).update(text).digest();
    if (seq !== index + 1 || atMs < previous.atMs || hash.toString("hex") !== entry.hashHex) return seq;
    previous = { hash, atMs };
  }
  return undefined;
}

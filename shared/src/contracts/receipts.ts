/** J9: receipts as they travel. What they mean: `proof/receipt.ts`, docs/adr/0008-receipts.md. */
import { z } from "zod";
import { instrumentKinds } from "./instrument-kind.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");
const keyId = z.string().regex(/^[0-9a-f]{16}$/, "16 hexadecimal digits");
const count = z.int().min(0).max(1_000_000);
const atMs = z.int().min(0);
const words = z.string().max(500);

/** Handed in, out of time, or ended by a proctor (R7). */
export const closedReason = z.enum(["submitted", "expired", "ended"]);
export type ClosedReason = z.infer<typeof closedReason>;

export const receiptContent = z.strictObject({
  document: z.literal("kompeten-receipt"),
  version: z.literal(1),
  note: words,
  attemptId: z.uuid(),
  agency: words,
  assessment: words,
  sitting: words,
  instrument: z.strictObject({ title: words, kind: z.enum(instrumentKinds), versionId: z.uuid() }),
  candidate: z.strictObject({ name: words, nip: z.string().max(30) }),
  startedAtMs: atMs,
  closedAtMs: atMs,
  reason: closedReason,
  journal: z.strictObject({ entries: count, head: sha256 }),
  parts: z.array(z.strictObject({ kind: z.enum(["item", "action"]), id: z.string().max(64), sha256 })).max(5_000),
  setAside: z.strictObject({ quarantined: count, late: count, merged: count }),
});
export const receipt = z
  .strictObject({
    content: receiptContent,
    keyId,
    signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/, "an Ed25519 signature in base64url"),
  })
  .meta({ id: "Receipt" });

/**
 * GET /api/attempts/:id/receipt, for the candidate alone. `salt` is not in the receipt: with it each digest is
 * SHA-256(salt bytes ‖ UTF-8 of partText), without it nobody can try out the options of a choice.
 */
export const receiptAnswer = z.strictObject({ receipt, salt: sha256 }).meta({ id: "ReceiptAnswer" });
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;

/** GET /api/receipts/keys, for everybody: also those that sign no more. `publicKey` is SubjectPublicKeyInfo in base64. */
export const receiptKeys = z.strictObject({ keys: z.array(z.strictObject({ keyId, algorithm: z.literal("Ed25519"), publicKey: z.string(), since: z.iso.datetime() })).max(1_000) }).meta({ id: "ReceiptKeys" });
export type ReceiptKeys = z.infer<typeof receiptKeys>;

/** POST /api/receipts/verify, for everybody; the body is the receipt's file. */
export const receiptVerdict = z.strictObject({ valid: z.boolean(), reason: z.enum(["unknown-key", "wrong-signature"]).nullable() }).meta({ id: "ReceiptVerdict" });
export type ReceiptVerdict = z.infer<typeof receiptVerdict>;

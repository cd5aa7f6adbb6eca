/** The emergency file as it travels: from the candidate's page by hand to a proctor, who uploads it. Meaning: docs/protocol.md. */
import { z } from "zod";
import { operation, opId, refusal } from "./delivery.ts";

const keyId = z.string().regex(/^[0-9a-f]{16}$/, "16 hexadecimal digits");
const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/, "base64");

export const emergencyOperationsMax = 5_000;

/** The file: AES-256-GCM under HKDF-SHA-256 of ECDH(P-256) between `ephemeralKey` and the server's key `keyId`. */
export const emergencyFile = z
  .strictObject({
    document: z.literal("kompeten-emergency-file"),
    version: z.literal(1),
    attemptId: z.uuid(),
    epoch: z.int().min(1),
    keyId,
    madeAtMs: z.int().min(0),
    /** SubjectPublicKeyInfo of the page's key, made for this file alone. */
    ephemeralKey: base64.max(200),
    iv: base64.length(16),
    sealed: base64.max(1_900_000),
  })
  .meta({ id: "EmergencyFile" });
export type EmergencyFile = z.infer<typeof emergencyFile>;

/** What a page may bring by file: all but what is asked of the server at once. */
export const emergencyKinds = ["respond", "flag", "visit", "act", "acknowledge-time", "open-section", "submit"] as const;
const sent = operation.refine(({ kind }) => (emergencyKinds as readonly string[]).includes(kind), "work, an acknowledgement of time, a section opened or a hand-in");
/** What is sealed. `pass` came with the paper to the candidate alone: without it anybody could make operations in their name. */
export const emergencyContents = z.strictObject({
  pass: z.string().max(100),
  operations: z.array(z.strictObject({ epoch: z.int().min(1), operation: sent })).min(1).max(emergencyOperationsMax),
});
export type EmergencyContents = z.infer<typeof emergencyContents>;

/**
 * applied: now in the journal, by this file. already-applied: had arrived before. merged: late, but made in time while the line
 * was down, so it counts (J7). late, quarantined: kept beside the journal (J7, J5). not-counted: does not fit, see `refusal`. not-tried: the server could not now; upload the same file again.
 */
export const emergencyOutcomes = ["applied", "already-applied", "merged", "late", "quarantined", "not-counted", "not-tried"] as const;
export const emergencyReport = z
  .strictObject({
    attemptId: z.uuid(),
    epoch: z.int(),
    madeAtMs: z.int(),
    operations: z.array(z.strictObject({ opId, kind: z.enum(emergencyKinds), outcome: z.enum(emergencyOutcomes), refusal: refusal.nullable(), atMs: z.int().nullable() })).max(emergencyOperationsMax),
  })
  .meta({ id: "EmergencyReport" });
/** The answer to POST /api/attempts/:id/emergency-files, whose body is the file. */
export type EmergencyReport = z.infer<typeof emergencyReport>;

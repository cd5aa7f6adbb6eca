/**
 * The evidence pack of one attempt: what is laid on the table when a candidate complains. In scope "full" everything, answers
 * included; in scope "time" what concerns time, line and devices, and never an answer.
 */
import { z } from "zod";
import { closedReason } from "./receipts.ts";
import { focusEventsMax } from "./presence.ts";
import { entriesMax, roomEntry } from "./room-record.ts";
import { receipt } from "./receipts.ts";

const atMs = z.int();
const entry = z.strictObject({ seq: z.int(), opId: z.string(), epoch: z.int(), accountId: z.string().nullable(), atMs, kind: z.string(), body: z.string(), hashHex: z.string() });

export const evidenceScopes = ["full", "time"] as const;
export const evidencePack = z
  .strictObject({
    document: z.literal("kompeten-evidence"),
    version: z.literal(1),
    scope: z.enum(evidenceScopes),
    producedAtMs: atMs,
    producedBy: z.string(),
    attempt: z.strictObject({
      attemptId: z.uuid(),
      agency: z.string(),
      assessment: z.string(),
      assessmentNumber: z.string(),
      sitting: z.string(),
      timeZone: z.string(),
      instrument: z.strictObject({ title: z.string(), kind: z.string(), versionId: z.uuid() }),
      candidate: z.strictObject({ name: z.string(), nip: z.string() }),
      state: z.enum(["waiting", "running", "closed"]),
      windowStartMs: atMs,
      windowEndMs: atMs,
      startedAtMs: atMs.nullable(),
      deadlineMs: atMs.nullable(),
      closedAtMs: atMs.nullable(),
      closedReason: closedReason.nullable(),
    }),
    /** J4: whether the chain holds, checked anew for this pack; `brokenAtSeq` is the first entry that does not. */
    chain: z.strictObject({ entries: z.int(), head: z.string(), intact: z.boolean(), brokenAtSeq: z.int().nullable() }),
    /** Every entry that is no work: notice, start, time, devices, merges, the end; `author` is null where the server did it. */
    events: z.array(z.strictObject({ seq: z.int(), atMs, kind: z.string(), author: z.string().nullable(), ms: z.int().nullable(), reason: z.string().nullable(), details: z.record(z.string(), z.unknown()) })).max(20_000),
    /** How many entries of each kind of work were acknowledged, and when the first and the last. */
    acknowledged: z.array(z.strictObject({ kind: z.string(), count: z.int(), firstAtMs: atMs, lastAtMs: atMs })).max(20),
    /** When the candidate's browser could reach the server, by which way, and how that ended (null: it has not, or the server died). */
    connections: z
      .array(z.strictObject({ fromMs: atMs, untilMs: atMs, way: z.enum(["socket", "http"]), deviceId: z.string().nullable(), userAgent: z.string().nullable(), closeReason: z.string().nullable() }))
      .max(50_000),
    /** P3: when the page went out of the candidate's sight and came back, by the device's own word; `receivedAtMs` by the server's. */
    focus: z.array(z.strictObject({ kind: z.enum(["away", "back"]), cause: z.enum(["hidden", "blurred"]), atMs, receivedAtMs: atMs })).max(focusEventsMax + 100),
    /** R1: what the room's record says of this candidate, or of everybody in the sitting. */
    room: z.array(roomEntry).max(entriesMax),
    /** J5, J7. `body` in scope "full" only. */
    setAside: z
      .array(z.strictObject({ opId: z.string(), cause: z.enum(["stale-epoch", "late"]), epoch: z.int(), kind: z.string(), receivedAtMs: atMs, madeAtMs: atMs.nullable(), mergedBySeq: z.int().nullable(), body: z.string().nullable() }))
      .max(20_000),
    emergencyFiles: z.array(z.strictObject({ uploadedAtMs: atMs, uploadedBy: z.string(), madeAtMs: atMs, epoch: z.int(), sha256: z.string(), outcomes: z.record(z.string(), z.int()) })).max(1_000),
    receipt: receipt.nullable(),
    /** What verifying takes (docs/adr/0008-receipts.md); the salt in scope "full" only. */
    verification: z.strictObject({ keys: z.array(z.strictObject({ keyId: z.string(), publicKey: z.string() })), salt: z.string().nullable() }),
    /** The whole journal, in scope "full" only. */
    journal: z.array(entry).max(20_100).nullable(),
  })
  .meta({ id: "EvidencePack" });
export type EvidencePack = z.infer<typeof evidencePack>;
export type EvidenceScope = EvidencePack["scope"];

/** What supervisors see of attempts, and what they may do to them. Never an answer. */
import { z } from "zod";
import { localId } from "../paper/index.ts";
import { action } from "./action.ts";
import { opId, readMsMax, response } from "./delivery.ts";
import { timeZones } from "./planning.ts";

export const supervisedAttempt = z.strictObject({
  attemptId: z.uuid(),
  sittingId: z.uuid(),
  enrolmentId: z.uuid(),
  candidate: z.strictObject({ accountId: z.uuid(), name: z.string(), login: z.string() }),
  instrument: z.strictObject({
    versionId: z.uuid(),
    kind: z.enum(["test", "in-basket", "case"]),
    title: z.string(),
  }),
  ordinal: z.int(),
  state: z.enum(["waiting", "running", "closed"]),
  noticeAcknowledged: z.boolean(),
  answered: z.int(),
  /** Items, or documents of an in-basket. */
  total: z.int(),
  startedAtMs: z.int().nullable(),
  /** While paused: the end of the window. */
  deadlineMs: z.int().nullable(),
  pausedSinceMs: z.int().nullable(),
  /** T4: its time was changed and the candidate's page has not shown it yet. */
  timeUnacknowledged: z.boolean(),
  closedAtMs: z.int().nullable(),
  closedReason: z.enum(["submitted", "expired"]).nullable(),
  extensionsMs: z.int(),
  accommodationsMs: z.int(),
  /** Whether a socket of the candidate has this attempt open on the process that answers. */
  connected: z.boolean(),
});
/** GET /api/assessments/:id/attempts */
export const supervisionView = z.strictObject({ serverNowMs: z.int(), attempts: z.array(supervisedAttempt).max(5000) }).meta({ id: "Supervision" });
export type SupervisedAttempt = z.infer<typeof supervisedAttempt>;
export type SupervisionView = z.infer<typeof supervisionView>;

/** A sitting and how its candidates stand: waiting has begun nothing of it, finished has nothing left to do. */
export const supervisedSitting = z.strictObject({
  sittingId: z.uuid(),
  assessmentId: z.uuid(),
  assessmentTitle: z.string(),
  title: z.string(),
  place: z.string().nullable(),
  windowStart: z.iso.datetime(),
  windowEnd: z.iso.datetime(),
  timeZone: z.enum(timeZones),
  waiting: z.int(),
  working: z.int(),
  finished: z.int(),
});
export type SupervisedSitting = z.infer<typeof supervisedSitting>;
export const supervisedSittingsMax = 20;
/** GET /api/supervised-sittings: of open assessments, those of today and the next ones, by the start of their windows. */
export const supervisedSittings = z.strictObject({ serverNowMs: z.int(), sittings: z.array(supervisedSitting).max(supervisedSittingsMax) }).meta({ id: "SupervisedSittings" });
export type SupervisedSittings = z.infer<typeof supervisedSittings>;

// ── What was set aside ──────────────────────────────────────────────────────────────────────────────────────────

const deed = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("responded"), itemId: localId, response }),
  z.strictObject({ kind: z.literal("flagged"), itemId: localId, flagged: z.boolean() }),
  z.strictObject({ kind: z.literal("visited"), itemId: localId, readMs: z.int().max(readMsMax).optional() }),
  z.strictObject({ kind: z.literal("acted"), action }),
]);
/** J5, J7: kept without being applied, in the order of arrival. `mergedSeq` names the journal entry by which it came to count. */
export const setAsideOperation = z.strictObject({
  opId: z.uuid(),
  cause: z.enum(["stale-epoch", "late"]),
  epoch: z.int(),
  receivedAtMs: z.int(),
  /** By the device's own word. */
  madeAtMs: z.int().nullable(),
  mergedSeq: z.int().nullable(),
  deed,
});
/** GET /api/attempts/:id/set-aside; for the lead of the assessment. */
export const setAsideView = z.strictObject({ attemptId: z.uuid(), deadlineMs: z.int().nullable(), operations: z.array(setAsideOperation).max(20_000) }).meta({ id: "SetAside" });
export type SetAsideView = z.infer<typeof setAsideView>;

/** POST /api/attempts/:id/merges: all of them or none, in the order of arrival whatever the order given. */
export const mergeBody = z.strictObject({ opIds: z.array(opId).min(1).max(500), reason: z.string().trim().min(10).max(500) }).meta({ id: "Merge" });
export type MergeBody = z.infer<typeof mergeBody>;
export const mergedView = z.strictObject({ seqs: z.array(z.int()).max(500) }).meta({ id: "Merged" });
export type MergedView = z.infer<typeof mergedView>;

/** What supervisors see of attempts, and what they may do to them. Never an answer. */
import { z } from "zod";
import { localId } from "../paper/index.ts";
import { action } from "./action.ts";
import { entriesMax, roomEntry } from "./room-record.ts";
import { instrumentKinds } from "./instrument-kind.ts";
import { opId, readMsMax, refusal, response } from "./delivery.ts";
import { closedReason } from "./receipts.ts";
import { timeZones } from "./planning.ts";

export const supervisedAttempt = z.strictObject({
  attemptId: z.uuid(),
  sittingId: z.uuid(),
  enrolmentId: z.uuid(),
  candidate: z.strictObject({ accountId: z.uuid(), name: z.string(), login: z.string() }),
  instrument: z.strictObject({
    versionId: z.uuid(),
    kind: z.enum(instrumentKinds),
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
  /** T8: no clock; the deadline is the end of the window. */
  withoutLimit: z.boolean(),
  pausedSinceMs: z.int().nullable(),
  /** T4: its time was changed and the candidate's page has not shown it yet. */
  timeUnacknowledged: z.boolean(),
  closedAtMs: z.int().nullable(),
  closedReason: closedReason.nullable(),
  extensionsMs: z.int(),
  accommodationsMs: z.int(),
  /** on: the candidate's browser reaches a process, whichever; off: it did and does not; none: it never has. */
  line: z.enum(["on", "off", "none"]),
  lineSinceMs: z.int().nullable(),
  /** P2: as the browser last told, and coarse; null where it has not told. */
  roundTripMs: z.int().nullable(),
  /** P2: operations that have waited for the server for more than a moment, as last told. */
  unsaved: z.int(),
  /** P2: since when the page is not in front of the candidate; null while it is, or nobody knows. */
  awaySinceMs: z.int().nullable(),
  awayCount: z.int(),
  /** J5, J7: operations kept without being applied, and not merged. */
  setAside: z.int(),
  /** J7: of these, what came after the end. */
  late: z.int(),
  /** J7: what came after the end and counts, by the server's rule or the lead's merge. */
  lateCounted: z.int(),
});
export type SupervisedAttempt = z.infer<typeof supervisedAttempt>;

/** More than this is not shown at once, and the page says so: choose a sitting. */
export const supervisedMax = 5000;
const roomSitting = z.strictObject({ sittingId: z.uuid(), title: z.string(), place: z.string().nullable(), windowStartMs: z.int(), windowEndMs: z.int(), timeZone: z.string(), proctorStarts: z.boolean(), entryClosesMinutes: z.int().nullable(), safeExamBrowser: z.boolean() });
export type RoomSitting = z.infer<typeof roomSitting>;

/** A room: the attempts of an assessment, or of one of its sittings. GET /api/assessments/:id/attempts?sittingId= */
export const roomQuery = z.strictObject({ sittingId: z.uuid().optional() });
export const supervisionView = z
  .strictObject({
    serverNowMs: z.int(),
    /** Counts what has been pushed; 0 over HTTP. */
    version: z.int(),
    sittings: z.array(roomSitting).max(200),
    /** How many there are; more than `attempts` where they are too many. */
    total: z.int(),
    attempts: z.array(supervisedAttempt).max(supervisedMax),
    /** R1: in the order of time. */
    record: z.array(roomEntry).max(entriesMax),
  })
  .meta({ id: "Supervision" });
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
/** `room:watch`: from now on this socket hears of this room, and of no other any more. */
export const watchMessage = z.strictObject({ assessmentId: z.uuid(), ...roomQuery.shape });
export type WatchMessage = z.infer<typeof watchMessage>;
export const watchAnswer = z.discriminatedUnion("ok", [z.strictObject({ ok: z.literal(true), view: supervisionView }), z.strictObject({ ok: z.literal(false), refusal, retryAfterMs: z.int().optional() })]);
export type WatchAnswer = z.infer<typeof watchAnswer>;

/**
 * Push `room:changed`, at most once a second: of each attempt what is not as it was, all of it for a new one; what was recorded. Whoever has not
 * the version before this one watches again. Without anything in it now and then, so that silence is a sign.
 */
export const roomPush = z.strictObject({
  assessmentId: z.uuid(),
  sittingId: z.uuid().nullable(),
  version: z.int(),
  serverNowMs: z.int(),
  total: z.int(),
  attempts: z.array(supervisedAttempt.partial().extend({ attemptId: z.uuid() })).max(supervisedMax),
  /** What was added. */
  record: z.array(roomEntry).max(entriesMax),
});
export type RoomPush = z.infer<typeof roomPush>;

export type ClientRoomMessages = { "room:watch": (message: WatchMessage, answer: (answer: WatchAnswer) => void) => void };
export type ServerRoomMessages = { "room:changed": (push: RoomPush) => void };

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

/** GET /api/set-aside: attempts with something set aside, of the assessments one leads; what waits for a decision first. */
export const setAsideList = z
  .strictObject({
    attempts: z
      .array(
        z.strictObject({
          attemptId: z.uuid(),
          assessment: z.string(),
          candidate: z.strictObject({ name: z.string(), login: z.string() }),
          instrument: z.string(),
          state: z.enum(["waiting", "running", "closed"]),
          setAside: z.int(),
          merged: z.int(),
          lastReceivedAtMs: z.int(),
          /** The assessment is closed: what comes to count now changes no result. */
          over: z.boolean(),
        }),
      )
      .max(supervisedMax),
  })
  .meta({ id: "SetAsideList" });
export type SetAsideList = z.infer<typeof setAsideList>;

/** POST /api/attempts/:id/merges: all of them or none, in the order of arrival whatever the order given. */
export const mergeBody = z.strictObject({ opIds: z.array(opId).min(1).max(500), reason: z.string().trim().min(10).max(500) }).meta({ id: "Merge" });
export type MergeBody = z.infer<typeof mergeBody>;
export const mergedView = z.strictObject({ seqs: z.array(z.int()).max(500) }).meta({ id: "Merged" });
export type MergedView = z.infer<typeof mergedView>;

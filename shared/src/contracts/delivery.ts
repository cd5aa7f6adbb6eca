/**
 * The protocol of delivery: socket messages, and the same operations over HTTP. Prose: docs/protocol.md.
 * Every message a candidate's browser receives is parsed by these strict schemas on the way out, so that nothing else can leak.
 */
import { z } from "zod";
import { refusals } from "../attempt/refusal.ts";
import { answerCharactersMax } from "../attempt/text-place.ts";
import { cellCharactersMax, columnsMax, inBasketDocument, localId, paper, rowsMax } from "../paper/index.ts";
import { action, actionRecord } from "./action.ts";
import { instrumentKinds } from "./instrument-kind.ts";
import { closedReason, receiptAnswer } from "./receipts.ts";

/**
 * Sent by the client as `auth: { protocol }` when it connects; another number is refused with the error "protocol". Goes up with whatever an
 * older server or page would not understand.
 */
export const protocolVersion = 3;
export const operationsMax = 50;
/** Of a text-entry, which is a word or a number. */
export const entryCharactersMax = 200;
/** An inline-choice text has at most 60 pieces. */
const partsMax = 60;
/** Of one stretch of reading; a client tells a longer one in parts. */
export const readMsMax = 10 * 60_000;

export const refusal = z.enum(refusals);

// ── Operations ──────────────────────────────────────────────────────────────────────────────────────────────────

export const response = z.discriminatedUnion("interaction", [
  z.strictObject({ interaction: z.literal("choice"), optionId: localId.nullable() }),
  z.strictObject({
    interaction: z.literal("best-worst"),
    best: localId.nullable(),
    worst: localId.nullable(),
  }),
  z.strictObject({ interaction: z.literal("multiple-response"), optionIds: z.array(localId).max(10) }),
  z.strictObject({ interaction: z.literal("order"), optionIds: z.array(localId).max(10) }),
  z.strictObject({ interaction: z.literal(["match", "inline-choice", "likert"]), chosen: z.record(localId, localId.nullable()).refine((chosen) => Object.keys(chosen).length <= partsMax) }),
  z.strictObject({ interaction: z.literal("text-entry"), text: z.string().max(entryCharactersMax), unit: z.string().max(30).nullable() }),
  z.strictObject({ interaction: z.literal("slider"), value: z.int().min(-1_000_000).max(1_000_000).nullable() }),
  z.strictObject({
    interaction: z.literal("extended-text"),
    text: z.string().max(answerCharactersMax),
  }),
  z.strictObject({
    interaction: z.literal("rows"),
    rows: z.array(z.strictObject({ id: localId, cells: z.record(localId, z.string().max(cellCharactersMax)).refine((cells) => Object.keys(cells).length <= columnsMax) })).max(rowsMax),
  }),
]);

/** J3: the client makes opId (UUIDv7, lower case as the database prints it) once and keeps it for every resend. */
export const opId = z.uuid().lowercase();
/** Work carries when it was made (by the device's idea of the server's time) where it was held up on the way; a claim (J7). */
const ofWork = { opId, madeAtMs: z.int().min(0).optional() };
/** J5: a browser names itself by an id of its own, made once and kept in its storage. */
const deviceId = z.uuid().lowercase();
/** R5: from POST /api/attempts/:id/browser-pass; needed only where that is refused without. */
const browserPass = z.string().max(200);
export const textEdit = z.strictObject({
  from: z.int().min(0).max(answerCharactersMax),
  removed: z.int().min(0).max(answerCharactersMax),
  inserted: z.string().max(answerCharactersMax),
  check: z.int().min(0).max(0xffff_ffff),
});
export const operation = z.discriminatedUnion("kind", [
  z.strictObject({ opId, kind: z.literal("acknowledge-notice"), noticeId: z.uuid() }),
  z.strictObject({ opId, kind: z.literal("start"), deviceId: deviceId.optional(), browserPass: browserPass.optional() }),
  z.strictObject({ opId, kind: z.literal("take-over"), deviceId }),
  z.strictObject({ opId, kind: z.literal("acknowledge-time"), seq: z.int().min(1) }),
  z.strictObject({ ...ofWork, kind: z.literal("respond"), itemId: localId, response }),
  z.strictObject({ ...ofWork, kind: z.literal("edit"), itemId: localId, edit: textEdit }),
  z.strictObject({ ...ofWork, kind: z.literal("edit-cell"), itemId: localId, rowId: localId, columnId: localId, edit: textEdit }),
  z.strictObject({ ...ofWork, kind: z.literal("edit-action"), actionId: z.uuid(), edit: textEdit }),
  z.strictObject({ ...ofWork, kind: z.literal("flag"), itemId: localId, flagged: z.boolean() }),
  z.strictObject({ ...ofWork, kind: z.literal("visit"), itemId: localId, readMs: z.int().min(0).max(readMsMax).optional() }),
  z.strictObject({ ...ofWork, kind: z.literal("act"), action }),
  z.strictObject({ opId, kind: z.literal("open-section"), sectionId: localId }),
  z.strictObject({ opId, kind: z.literal("submit") }),
]);
export type Operation = z.infer<typeof operation>;

/** POST /api/attempts/:id/operations. Operations are applied in the order given. */
export const operationsBody = z.strictObject({ epoch: z.int().min(1), operations: z.array(operation).min(1).max(operationsMax) }).meta({ id: "AttemptOperations" });
export type OperationsBody = z.infer<typeof operationsBody>;

/** J2: `ok` means committed. `seq` and `atMs` are the same at every replay (J3). */
export const acknowledgement = z.discriminatedUnion("ok", [
  z.strictObject({
    opId,
    ok: z.literal(true),
    seq: z.int(),
    atMs: z.int(),
    /** T6: of a start: the key of the sealed paper, 32 bytes in base64url. */
    paperKey: z.string().length(43).optional(),
    /** J9: of a hand-in. */
    receipt: receiptAnswer.optional(),
  }),
  z.strictObject({ opId, ok: z.literal(false), refusal, retryAfterMs: z.int().optional() }),
]);
export type Acknowledgement = z.infer<typeof acknowledgement>;
export type Acknowledged = Extract<Acknowledgement, { ok: true }>;

/**
 * One acknowledgement per operation, in the order sent. Where one is refused with advice "retry", all behind it in the same
 * message are refused alike and untried, so that a client which sends its queue again keeps its order.
 */
export const appendAnswer = z
  .discriminatedUnion("ok", [
    z.strictObject({
      ok: z.literal(true),
      acknowledgements: z.array(acknowledgement).max(operationsMax),
      serverNowMs: z.int(),
    }),
    z.strictObject({ ok: z.literal(false), refusal, retryAfterMs: z.int().optional() }),
  ])
  .meta({ id: "AttemptAppendAnswer" });
export type AppendAnswer = z.infer<typeof appendAnswer>;

// ── What an attempt is now ──────────────────────────────────────────────────────────────────────────────────────

/** The `Work` of shared/attempt. */
export const work = z.strictObject({
  responses: z.record(localId, response),
  flagged: z.array(localId).max(1000),
  visited: z.array(localId).max(1000),
  actions: z.array(actionRecord).max(20_000),
});

/** The `Sections` of shared/attempt. */
const sections = z.strictObject({
  plan: z.array(z.strictObject({ id: localId, limitMs: z.int().nullable(), forwardOnly: z.boolean(), itemIds: z.array(localId).max(200).readonly() })).max(20).readonly(),
  index: z.int(),
  openedAtMs: z.int(),
  extraMs: z.int(),
  ended: z.array(z.strictObject({ atMs: z.int(), ranOut: z.boolean() })).max(20).readonly(),
});

export const snapshot = z
  .strictObject({
    attemptId: z.uuid(),
    instrument: z.strictObject({
      versionId: z.uuid(),
      kind: z.enum(instrumentKinds),
      title: z.string(),
    }),
    /** Sent back with every append (J5). */
    epoch: z.int(),
    /** J5: who works on it: the device that asks, another one, or none yet. Only "this" may send work; the others take over first. */
    device: z.enum(["this", "other", "free"]),
    /** J5, J7: operations the server keeps without applying them, and how many of them came to count. */
    setAside: z.strictObject({ quarantined: z.int(), late: z.int(), merged: z.int() }),
    /** T4: the newest entry that changed the time, and the newest such that was acknowledged; 0 for none. */
    timeSeq: z.int(),
    timeAcknowledgedSeq: z.int(),
    /** Of the last journal entry this snapshot contains. */
    seq: z.int(),
    serverNowMs: z.int(),
    status: z.discriminatedUnion("state", [
      z.strictObject({
        state: z.literal("waiting"),
        /** Accommodations and extensions included; null without a clock (T8). */
        limitMs: z.int().nullable(),
        windowStartMs: z.int(),
        windowEndMs: z.int(),
        noticeAcknowledged: z.boolean(),
      }),
      z.strictObject({
        state: z.literal("running"),
        startedAtMs: z.int(),
        deadlineMs: z.int(),
        /** T8: there is no clock to show; the deadline is the end of the window. */
        withoutLimit: z.boolean(),
        pausedSinceMs: z.int().nullable(),
        /** T7; null where all sections lie open all the time. */
        sections: sections.nullable(),
        work,
      }),
      z.strictObject({
        state: z.literal("closed"),
        startedAtMs: z.int(),
        closedAtMs: z.int(),
        reason: closedReason,
        /** R7: by whom and why, where a proctor ended it. */
        ended: z.strictObject({ by: z.string(), reason: z.string() }).nullable(),
        work,
      }),
    ]),
  })
  .meta({ id: "AttemptSnapshot" });
/** GET /api/attempts/:id, and the answer to `attempt:open`. */
export type Snapshot = z.infer<typeof snapshot>;

/**
 * GET /api/attempts/:id/paper; 404 until the attempt runs. Of an in-basket only documents that have arrived. With what an
 * emergency file takes, so that it is there when the line is not (contracts/emergency.ts).
 */
export const paperView = z.strictObject({ attemptId: z.uuid(), paper, nextArrivalAtMs: z.int().nullable(), emergency: z.strictObject({ keyId: z.string(), publicKey: z.string().max(400), pass: z.string().max(100) }) }).meta({ id: "AttemptPaper" });
export type PaperView = z.infer<typeof paperView>;

/**
 * GET /api/attempts/:id/sealed-paper; 404 unless the attempt waits. T6: what GET /paper answers at the start, so that nobody's clock runs
 * while a paper is on its way. `sealed` is base64 of 12 bytes nonce ‖ AES-256-GCM of the gzipped JSON of an `AttemptPaper`, with the attempt's id
 * as additional data; the acknowledgement of the start brings the key. Of an in-basket the documents that are there from the beginning.
 */
export const sealedPaper = z.strictObject({ attemptId: z.uuid(), sealed: z.base64().max(3_000_000) }).meta({ id: "SealedPaper" });
export type SealedPaper = z.infer<typeof sealedPaper>;

/** GET /api/attempts/:id/documents?after=seconds: documents whose arrivesAfterSeconds is greater than `after`. */
export const documentsQuery = z.strictObject({
  after: z.coerce.number().int().min(-1).max(1_000_000).default(-1),
});
export const documentsView = z
  .strictObject({
    attemptId: z.uuid(),
    documents: z.array(inBasketDocument).max(40),
    nextArrivalAtMs: z.int().nullable(),
  })
  .meta({ id: "AttemptDocuments" });
export type DocumentsView = z.infer<typeof documentsView>;

// ── Socket messages ─────────────────────────────────────────────────────────────────────────────────────────────
// client → server, each with an acknowledgement callback; server → client pushes without.

/** `attempt:open`: J10, at every connection. `lastSeq` is the newest entry that was acknowledged to the client: the answer is always a whole snapshot, and one that ends before it is cried about. */
export const openQuery = z.strictObject({ deviceId: deviceId.optional(), lastSeq: z.coerce.number().int().min(0).optional() });
export const openMessage = z.strictObject({
  attemptId: z.uuid(),
  ...openQuery.shape,
  lastSeq: z.int().min(0).optional(),
  browserPass: browserPass.optional(),
});
export type OpenMessage = z.infer<typeof openMessage>;
export const openAnswer = z.discriminatedUnion("ok", [z.strictObject({ ok: z.literal(true), snapshot }), z.strictObject({ ok: z.literal(false), refusal, retryAfterMs: z.int().optional() })]);
export type OpenAnswer = z.infer<typeof openAnswer>;

/** `attempt:append`, answered by AppendAnswer. */
export const appendMessage = z.strictObject({ attemptId: z.uuid(), ...operationsBody.shape });
export type AppendMessage = z.infer<typeof appendMessage>;

/** `clock`: the body is an empty object. */
export const clockMessage = z.strictObject({});
export const clockAnswer = z.strictObject({ ok: z.literal(true), serverNowMs: z.int() });
export type ClockAnswer = z.infer<typeof clockAnswer>;

/** Push `attempt:changed`: closed, or its time changed. The client opens again if it needs more than this. */
export const changedPush = z.strictObject({
  attemptId: z.uuid(),
  seq: z.int(),
  epoch: z.int(),
  timeSeq: z.int(),
  state: z.enum(["waiting", "running", "closed"]),
  deadlineMs: z.int().nullable(),
  pausedSinceMs: z.int().nullable(),
  closedReason: closedReason.nullable(),
  serverNowMs: z.int(),
});
export type ChangedPush = z.infer<typeof changedPush>;
/** Push `documents:arrived`. */
export const arrivedPush = documentsView;
export type ArrivedPush = DocumentsView;

export type ClientMessages = {
  "attempt:open": (message: OpenMessage, answer: (answer: OpenAnswer) => void) => void;
  "attempt:append": (message: AppendMessage, answer: (answer: AppendAnswer) => void) => void;
  clock: (message: Record<string, never>, answer: (answer: ClockAnswer) => void) => void;
};
export type ServerMessages = {
  "attempt:changed": (push: ChangedPush) => void;
  "documents:arrived": (push: ArrivedPush) => void;
};

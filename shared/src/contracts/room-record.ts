/** R1: the record of a room: what proctors do in it and note of it. Each entry is of one candidate, or of everybody in a sitting. */
import { z } from "zod";
import { opId, refusal } from "./delivery.ts";

export const incidentCategories = ["technical", "conduct", "health", "disturbance", "other"] as const;
export type IncidentCategory = (typeof incidentCategories)[number];
export const messageCharactersMax = 1_000;
export const addresseesMax = 1_000;
/** Of one room; far beyond what a day brings. */
export const entriesMax = 20_000;

const atMs = z.int().min(0).max(8_640_000_000_000);
const reason = z.string().trim().min(3).max(500);
const text = z.string().trim().min(1).max(messageCharactersMax);

export const roomDeed = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("message"), text }),
  z.strictObject({ kind: z.literal("incident"), category: z.enum(incidentCategories), text: text.min(3), /** When it happened, by whoever notes it. */ occurredAtMs: atMs }),
  /** R3: of a sitting, or of all. */
  z.strictObject({ kind: z.literal("room-started") }),
  /** R3: of candidates, though they come too late. */
  z.strictObject({ kind: z.literal("admitted"), reason }),
  /** R4: of candidates, beside the register; the last word counts. A refusal needs its reason. */
  z.strictObject({ kind: z.literal("identity"), outcome: z.enum(["confirmed", "refused"]), reason: reason.nullable() }),
  /** R5: of candidates, who go on without Safe Exam Browser. */
  z.strictObject({ kind: z.literal("browser-exempted"), reason }),
  /** R5: of candidates who are held for a wrong hash, and whose browser is checked again. */
  z.strictObject({ kind: z.literal("browser-released"), reason }),
]);
export type RoomDeed = z.infer<typeof roomDeed>;

/** POST /api/assessments/:id/room-record. To the candidates named, or to all of the sitting, or of all sittings. J3: sent again, it changes nothing. */
export const roomDeedBody = z
  .strictObject({ opId, sittingId: z.uuid().optional(), enrolmentIds: z.array(z.uuid()).min(1).max(addresseesMax).optional(), deed: roomDeed })
  .refine(({ enrolmentIds, deed }) => deed.kind !== "room-started" || enrolmentIds === undefined, { path: ["enrolmentIds"] })
  .refine(({ enrolmentIds, deed }) => (deed.kind !== "admitted" && deed.kind !== "identity" && deed.kind !== "browser-exempted" && deed.kind !== "browser-released") || enrolmentIds !== undefined, { path: ["enrolmentIds"] })
  .refine(({ deed }) => deed.kind !== "identity" || deed.outcome === "confirmed" || deed.reason !== null, { path: ["deed", "reason"] })
  .meta({ id: "RoomDeed" });
export type RoomDeedBody = z.infer<typeof roomDeedBody>;
export const roomDeedView = z.strictObject({ entries: z.int() }).meta({ id: "RoomDeedDone" });
export type RoomDeedView = z.infer<typeof roomDeedView>;

/** At which address, in a header or through the page; null: nothing. */
const said = { way: z.enum(["header", "page"]), url: z.string(), received: z.string().nullable() };
const entry = { entryId: z.uuid(), opId: z.uuid(), atMs, by: z.string(), sittingId: z.uuid().nullable(), enrolmentId: z.uuid().nullable() };
export const roomEntry = z.discriminatedUnion("kind", [
  z.strictObject({ ...entry, kind: z.literal("message"), text: z.string() }),
  z.strictObject({ ...entry, kind: z.literal("message-read"), messageId: z.uuid() }),
  z.strictObject({ ...entry, kind: z.literal("incident"), category: z.enum(incidentCategories), text: z.string(), occurredAtMs: atMs }),
  z.strictObject({ ...entry, kind: z.literal("room-started") }),
  z.strictObject({ ...entry, kind: z.literal("admitted"), reason: z.string() }),
  z.strictObject({ ...entry, kind: z.literal("identity"), outcome: z.enum(["confirmed", "refused"]), reason: z.string().nullable() }),
  z.strictObject({ ...entry, kind: z.literal("browser-exempted"), reason: z.string() }),
  z.strictObject({ ...entry, kind: z.literal("browser-released"), reason: z.string() }),
  /** R7: written with the entry in the journal of that attempt. */
  z.strictObject({ ...entry, kind: z.literal("ended"), attemptId: z.uuid(), reason: z.string() }),
  /** J10: by the page's own word entry `lastSeq` of this attempt was acknowledged; the journal ends at `seq`. */
  z.strictObject({ ...entry, kind: z.literal("entries-missing"), attemptId: z.uuid(), lastSeq: z.int(), seq: z.int() }),
  /**
   * R5: what a candidate's browser said of its settings, and of itself: a mismatch is a wrong hash, and holds the candidate; missing, that nothing was
   * said of what is asked for. `request` is of the Browser Exam Keys; absent from what was written before they were checked, which held nobody.
   */
  z.strictObject({ ...entry, kind: z.literal("browser-checked"), outcome: z.enum(["matched", "missing", "mismatch"]), ...said, expected: z.string(), request: z.strictObject({ ...said, expected: z.array(z.string()) }).optional(), browser: z.string().nullable() }),
]);
export type RoomEntry = z.infer<typeof roomEntry>;

/** GET /api/enrolments/:id/identity: what the register says of a candidate, for the check at the door; its photograph, where there is one, is at …/photo. Each reading is audited. */
export const identityView = z
  .strictObject({ enrolmentId: z.uuid(), name: z.string(), titleBefore: z.string().nullable(), titleAfter: z.string().nullable(), nip: z.string(), sex: z.enum(["male", "female"]), birthDate: z.iso.date(), positionTitle: z.string(), unitName: z.string().nullable(), grade: z.string(), photoKeptAtMs: z.int().nullable() })
  .meta({ id: "RegisteredIdentity" });
export type IdentityView = z.infer<typeof identityView>;

// ── The candidate's side ────────────────────────────────────────────────────────────────────────────────────────

export const unreadMax = 50;
/** GET /api/attempts/:id/messages, and push `messages:told` whenever there are any: all that this candidate has not read, oldest first. */
export const messagesPush = z.strictObject({ attemptId: z.uuid(), messages: z.array(z.strictObject({ messageId: z.uuid(), atMs, text: z.string() })).max(unreadMax) }).meta({ id: "ProctorMessages" });
export type MessagesPush = z.infer<typeof messagesPush>;
export type ProctorMessage = MessagesPush["messages"][number];

/** `message:read`, and POST /api/attempts/:id/messages/:messageId/reading. Sent again, it changes nothing. */
export const readMessage = z.strictObject({ attemptId: z.uuid(), messageId: z.uuid() });
export type ReadMessage = z.infer<typeof readMessage>;
export const readAnswer = z.discriminatedUnion("ok", [z.strictObject({ ok: z.literal(true) }), z.strictObject({ ok: z.literal(false), refusal, retryAfterMs: z.int().optional() })]);
export type ReadAnswer = z.infer<typeof readAnswer>;

export type ClientRecordMessages = { "message:read": (message: ReadMessage, answer: (answer: ReadAnswer) => void) => void };
/** Push `entry:changed`: the room was started, or the proctor admitted somebody or checked who they are. The lobby says what it means. */
export const entryPush = z.strictObject({ attemptId: z.uuid() });
export type EntryPush = z.infer<typeof entryPush>;
export type ServerRecordMessages = { "messages:told": (push: MessagesPush) => void; "entry:changed": (push: EntryPush) => void };

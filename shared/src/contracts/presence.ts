/** P2: what a candidate's browser tells of itself while it works. Claims of a device: shown to a proctor and kept as evidence, never decided by. */
import { z } from "zod";
import { refusal } from "./delivery.ts";

/** Of one attempt; a page that tells more is broken, and what comes then is dropped. */
export const focusEventsMax = 2_000;
const atMs = z.int().min(0).max(8_640_000_000_000);

/** The page went out of the candidate's sight, or came back. Sent again with the same id until it is acknowledged. */
export const focusEvent = z.strictObject({ eventId: z.uuid().lowercase(), kind: z.enum(["away", "back"]), cause: z.enum(["hidden", "blurred"]), atMs });
export type FocusEvent = z.infer<typeof focusEvent>;

/** POST /api/attempts/:id/presence */
export const presenceBody = z
  .strictObject({
    /** Of the message before this one; null for the first. */
    roundTripMs: z.int().min(0).max(600_000).nullable(),
    unsaved: z.int().min(0).max(100_000),
    awaySinceMs: atMs.nullable(),
    events: z.array(focusEvent).max(20),
  })
  .meta({ id: "Presence" });
export type PresenceBody = z.infer<typeof presenceBody>;

/** `attempt:presence`: at most every few seconds, and when something changes. Needs the attempt to be open on the same line. */
export const presenceMessage = z.strictObject({ attemptId: z.uuid(), ...presenceBody.shape });
export type PresenceMessage = z.infer<typeof presenceMessage>;
export const presenceAnswer = z.discriminatedUnion("ok", [z.strictObject({ ok: z.literal(true) }), z.strictObject({ ok: z.literal(false), refusal, retryAfterMs: z.int().optional() })]);
export type PresenceAnswer = z.infer<typeof presenceAnswer>;

export type ClientPresenceMessages = { "attempt:presence": (message: PresenceMessage, answer: (answer: PresenceAnswer) => void) => void };

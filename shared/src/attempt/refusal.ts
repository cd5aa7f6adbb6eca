/**
 * Why an operation was not applied: a closed set, and for each what a client does with its copy (J8).
 *   retry:  send the same operation again, after `retryAfterMs`; everything behind it in the queue waits.
 *   whole:  send the same operation again whole instead of as the difference of a text.
 *   stored: the server has it, on disk, set aside (J5, J7); the copy may go, and the person is told.
 *   keep:   never sent again by itself and never deleted; it is evidence, shown to the person.
 *   drop:   nothing of worth is lost; the person is told if it was their deed.
 */
export const refusalAdvice = {
  /** A queue is full; nothing was tried. */
  busy: "retry",
  /** The database did not answer; whether it was written is unknown until the same opId is sent again (J3). */
  "not-ready": "retry",
  /** The clock stands still for everybody in the room. */
  paused: "retry",
  /** Not a message of this protocol: a bug or an old page. */
  malformed: "keep",
  /** A protocol version this server does not speak: load the page again. */
  protocol: "keep",
  /** No such attempt, or somebody else's. */
  "not-found": "keep",
  "not-started": "keep",
  /** J5: made on a device that had been taken over from. Kept by the server, not applied. */
  quarantined: "stored",
  /** J7: arrived after the end. Kept by the server; counts only if it was made in time while the line was down. */
  late: "stored",
  /** The text on the server is not the one the difference was made from. */
  "other-text": "whole",
  /** A start, take-over or hand-in of a device that has been taken over from: open the attempt again. */
  "stale-epoch": "drop",
  /** A hand-in too late by the server's clock (T2); the attempt ends at its deadline by itself (T3). */
  "deadline-passed": "drop",
  /** Handed in or expired already. */
  closed: "drop",
  "unknown-item": "keep",
  /** The paper has no such option, document or question, or the response is of another interaction. */
  "does-not-fit": "keep",
  /** The attempt's journal is full; far beyond what a person can do. */
  "limit-reached": "keep",
  "unknown-action": "drop",
  "already-started": "drop",
  "wrong-notice": "drop",
  "notice-not-acknowledged": "drop",
  /** Before the sitting's window opens, or after it has ended. */
  "outside-window": "drop",
  /** Instruments of a sitting are taken in order. */
  "previous-instrument-open": "drop",
  /** T8: without a clock there is nothing to pause, and no time that an outage took. */
  "no-limit": "drop",
  /** R3: the proctor has not started the room yet. */
  "room-not-started": "drop",
  /** R3: too late after the start, and not admitted by the proctor. */
  "entry-closed": "drop",
  /** R4: the proctor did not find this person to be the one enrolled. */
  "identity-refused": "drop",
  /** R5: not Safe Exam Browser with the settings of this sitting, and not let in by the proctor. Work that waits in the page goes on waiting. */
  "browser-not-allowed": "drop",
} as const satisfies Record<string, "retry" | "whole" | "stored" | "keep" | "drop">;

export type Refusal = keyof typeof refusalAdvice;
export type Advice = (typeof refusalAdvice)[Refusal];
export const refusals = Object.keys(refusalAdvice) as [Refusal, ...Refusal[]];

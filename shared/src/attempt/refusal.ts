/**
 * Why an operation was not applied: a closed set, and for each what a client does with its copy (J8).
 *   retry: send the same operation again, after `retryAfterMs`; everything behind it in the queue waits.
 *   keep:  never sent again by itself and never deleted; it is evidence, shown to the person (J5, J7).
 *   drop:  nothing of worth is lost; the person is told if it was their deed.
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
  /** Made on a device that has been taken over from (J5). */
  "stale-epoch": "keep",
  "not-started": "keep",
  /** Too late by the server's clock (T2); with J7 it will be stored as late. */
  "deadline-passed": "keep",
  /** Handed in or expired. */
  closed: "keep",
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
} as const satisfies Record<string, "retry" | "keep" | "drop">;

export type Refusal = keyof typeof refusalAdvice;
export type Advice = (typeof refusalAdvice)[Refusal];
export const refusals = Object.keys(refusalAdvice) as [Refusal, ...Refusal[]];

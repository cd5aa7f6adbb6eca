import type { EntryDraft, EntryKind } from "@kompeten/shared/attempt";

/** One entry to be written, as the database function takes it. */
export type JournalOperation = {
  attemptId: string;
  opId: string;
  epoch: number;
  /** Whose deed it is; null for what the server does by itself. */
  accountId: string | null;
  draft: EntryDraft;
  /** The seq the decision rests on; null where it does not depend on it. */
  expectedSeq: number | null;
  /** What changes in the attempt's row besides its head. */
  next: JournalNext | null;
};

export type JournalNext = { state?: "running" | "closed"; startedAtMs?: number; deadlineAtMs?: number; epoch?: number; deviceId?: string | null; /** T7: not a change, but until when work on its section counts. */ untilMs?: number };

/** `quarantined` and `late` (J5, J7): kept beside the journal, not in it. `stale`: decide again. */
export type JournalRefusal =
  | "not-found"
  | "quarantined"
  | "late"
  | "other-text"
  | "limit-reached"
  | "stale-epoch"
  | "not-waiting"
  | "not-running"
  | "paused"
  | "outside-window"
  | "deadline-passed"
  | "not-due"
  | "not-set-aside"
  | "stale";

/** `replayed` carries the seq and time of the first time (J3). */
export type JournalOutcome = { outcome: "appended" | "replayed"; seq: number; atMs: number } | { outcome: JournalRefusal };

/** One entry as an auditor, a rater or a replay sees it. */
export type JournalEntryView = {
  seq: number;
  opId: string;
  epoch: number;
  accountId: string | null;
  atMs: number;
  kind: EntryKind;
  /** The canonical text that was hashed. */
  body: string;
  hashHex: string;
};

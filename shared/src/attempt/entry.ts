/** A response to one item. Null takes an answer back; a best–worst item may be half answered. */
export type Response =
  | { readonly interaction: "choice"; readonly optionId: string | null }
  | { readonly interaction: "best-worst"; readonly best: string | null; readonly worst: string | null }
  | { readonly interaction: "extended-text"; readonly text: string };

export type Grade = "low" | "medium" | "high";

/** What a candidate does at the in-basket desk. `to` is an id of the organisation chart, or a name written freely. */
export type ActionContent =
  | { readonly type: "reply"; readonly to: string; readonly text: string }
  | { readonly type: "forward"; readonly to: string; readonly text: string }
  | { readonly type: "delegate"; readonly to: string; readonly instruction: string; readonly due: string | null }
  | { readonly type: "schedule"; readonly title: string; readonly start: string; readonly end: string; readonly place: string | null }
  | { readonly type: "prioritise"; readonly urgency: Grade; readonly importance: Grade }
  | { readonly type: "file"; readonly reason: string | null }
  | { readonly type: "decide"; readonly text: string }
  | { readonly type: "note"; readonly text: string }
  | { readonly type: "withdraw" };

/**
 * One step of one action. The client makes the actionId; a later step with the same id edits the action or withdraws it,
 * and every step stays in the journal. `documentId` is null for what starts from the desk itself.
 */
export type Action = { readonly actionId: string; readonly documentId: string | null } & ActionContent;

type Bodies = {
  prepared: { readonly limitMs: number; readonly windowStartMs: number; readonly windowEndMs: number; readonly seed: number; readonly noticeId: string | null };
  "notice-acknowledged": { readonly noticeId: string };
  started: { readonly startedAtMs: number; readonly deadlineMs: number };
  responded: { readonly itemId: string; readonly response: Response };
  flagged: { readonly itemId: string; readonly flagged: boolean };
  visited: { readonly itemId: string };
  acted: { readonly action: Action };
  accommodated: { readonly ms: number; readonly reason: string };
  extended: { readonly ms: number; readonly reason: string };
  paused: { readonly pausedAtMs: number; readonly reason: string };
  resumed: { readonly ms: number; readonly reason: string };
  submitted: { readonly answered: number };
  expired: { readonly deadlineMs: number };
  /** Reserved for J5. */
  "taken-over": { readonly epoch: number };
};
export type EntryKind = keyof Bodies;

/** What `decide` asks to be written: one entry per operation, so that an opId names exactly one entry (J3). */
export type EntryDraft = { [K in EntryKind]: { readonly kind: K; readonly body: Bodies[K] } }[EntryKind];

/** An entry as the journal holds it: `seq` is gapless from 1 (J4), `atMs` by the database's clock (T2). */
export type Entry = EntryDraft & { readonly seq: number; readonly atMs: number };

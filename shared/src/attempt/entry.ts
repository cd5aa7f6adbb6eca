import type { SectionPlan } from "./sections.ts";
import type { TextEdit } from "./text-edit.ts";
import type { TextPlace } from "./text-place.ts";

/** Interactions in which each part of the item (a source, a gap, a statement) gets one of its options. */
export type PartsInteraction = "match" | "inline-choice" | "likert";

/** A response to one item. Null or nothing takes an answer back; an item of several parts may be half answered. */
export type Response =
  | { readonly interaction: "choice"; readonly optionId: string | null }
  | {
      readonly interaction: "best-worst";
      readonly best: string | null;
      readonly worst: string | null;
    }
  | { readonly interaction: "multiple-response"; readonly optionIds: readonly string[] }
  /** All options, first to last; empty while not answered. */
  | { readonly interaction: "order"; readonly optionIds: readonly string[] }
  /** Every part of the item by its id. */
  | { readonly interaction: PartsInteraction; readonly chosen: Readonly<Record<string, string | null>> }
  /** As written; `unit` where the item offers several, null while none is chosen. */
  | { readonly interaction: "text-entry"; readonly text: string; readonly unit: string | null }
  | { readonly interaction: "slider"; readonly value: number | null }
  | { readonly interaction: "extended-text"; readonly text: string }
  /** Of a form: the rows of a table in the candidate's order, each with the text of its cells by column; a cell that is not there is empty. */
  | { readonly interaction: "rows"; readonly rows: readonly Row[] };

/** `id` is the client's and stays with the row wherever it is moved. */
export type Row = { readonly id: string; readonly cells: Readonly<Record<string, string>> };

export type Grade = "low" | "medium" | "high";

export type Colour = "yellow" | "green" | "pink";
export type Priority = { readonly documentId: string; readonly reason: string };

/** What a candidate does at the in-basket desk. `to` is an id of the organisation chart, or a name written freely. */
export type ActionContent =
  | { readonly type: "reply"; readonly to: string; readonly text: string }
  | { readonly type: "forward"; readonly to: string; readonly text: string }
  | {
      readonly type: "delegate";
      readonly to: string;
      readonly instruction: string;
      readonly due: string | null;
    }
  | {
      readonly type: "schedule";
      readonly title: string;
      readonly start: string;
      readonly end: string;
      readonly place: string | null;
    }
  /** Null: not chosen yet. */
  | { readonly type: "prioritise"; readonly urgency: Grade | null; readonly importance: Grade | null }
  | { readonly type: "file"; readonly reason: string | null }
  | { readonly type: "decide"; readonly text: string }
  | { readonly type: "note"; readonly text: string }
  | { readonly type: "ask"; readonly to: string; readonly text: string }
  | { readonly type: "escalate"; readonly to: string; readonly text: string }
  | { readonly type: "postpone"; readonly until: string | null; readonly reason: string }
  /** That the document belongs together with others, and how. */
  | { readonly type: "link"; readonly documents: readonly string[]; readonly note: string }
  | { readonly type: "todo"; readonly text: string; readonly done: boolean }
  /** The closing memo: what comes first, and why; most important first. */
  | { readonly type: "memo"; readonly priorities: readonly Priority[]; readonly text: string }
  /** A highlight in an exhibit of a case, with or without a note: what was quoted and where its text begins; a note on the whole has no quote. */
  | { readonly type: "annotate"; readonly from: number; readonly quote: string; readonly colour: Colour; readonly note: string }
  | { readonly type: "withdraw" };

/**
 * One step of one action. The client makes the actionId; a later step with the same id edits the action or withdraws it,
 * and every step stays in the journal. `documentId` is null for what starts from the desk itself.
 */
export type Action = {
  readonly actionId: string;
  readonly documentId: string | null;
} & ActionContent;

/** When the device says it was made, by its idea of the server's time; only where it was held up on the way. A claim, no proof (J7). */
type Made = { readonly madeAtMs?: number };

export type Span = { readonly fromMs: number; readonly toMs: number };
/** T5: the interval a proctor chose, and when in it the line was down while the attempt ran. */
export type Outage = Span & { readonly spans: readonly Span[] };

type Bodies = {
  prepared: {
    /** Null: no clock but the end of the window (T8). */
    readonly limitMs: number | null;
    readonly windowStartMs: number;
    readonly windowEndMs: number;
    readonly seed: number;
    readonly noticeId: string | null;
    /** J7: how long after the deadline something made in time may still arrive and count; absent: not at all. */
    readonly offlineWindowMs?: number;
    /** Of a paper whose sections are taken one after the other. */
    readonly sections?: readonly SectionPlan[];
    /** R3: absent where nobody starts the room, or nobody is kept out. */
    readonly proctorStarts?: true;
    readonly entryClosesMs?: number;
    /** R5: absent where any browser will do. */
    readonly safeExamBrowser?: true;
  };
  "notice-acknowledged": { readonly noticeId: string };
  started: {
    readonly startedAtMs: number;
    readonly deadlineMs: number;
    readonly deviceId?: string | null;
  };
  responded: Made & { readonly itemId: string; readonly response: Response };
  /** A text as the difference from what it was. */
  edited: Made & TextPlace & { readonly edit: TextEdit };
  flagged: Made & { readonly itemId: string; readonly flagged: boolean };
  /** Opened; with `readMs`, left after having been looked at for so long, while the page was shown and the person active. */
  visited: Made & { readonly itemId: string; readonly readMs?: number };
  acted: Made & { readonly action: Action };
  accommodated: { readonly ms: number; readonly reason: string };
  /** T5: with `outage` where it makes up for a line that was down: the evidence, and what keeps a second from being credited twice. */
  extended: { readonly ms: number; readonly reason: string; readonly outage?: Outage };
  paused: { readonly pausedAtMs: number; readonly reason: string };
  resumed: { readonly ms: number; readonly reason: string };
  /** The candidate left a section for the next one; where the time of one runs out, that follows from the time (T7). */
  "section-opened": { readonly sectionId: string; readonly openedAtMs: number };
  submitted: { readonly answered: number };
  expired: { readonly deadlineMs: number };
  /** R7: by a supervisor, before its time. */
  ended: { readonly reason: string };
  /** J5: another device works from now on; null when a supervisor freed the attempt for whichever device comes next. */
  "taken-over": {
    readonly epoch: number;
    readonly deviceId: string | null;
    readonly reason: string | null;
  };
  /** T4: the candidate's page has shown the change of time that entry `seq` made. */
  "time-acknowledged": { readonly seq: number };
  /** An operation that had been set aside (J5, J7) and counts after all, with who decided so and why. */
  merged: {
    readonly opId: string;
    readonly cause: SetAsideCause;
    readonly reason: string;
    readonly madeAtMs: number | null;
    readonly receivedAtMs: number;
    readonly deed: { [K in WorkKind]: { readonly kind: K; readonly body: Bodies[K] } }[WorkKind];
  };
};
/** What a candidate's work consists of. */
export type WorkKind = "responded" | "edited" | "flagged" | "visited" | "acted";
/** Why an operation is kept without being applied: from a device that had been taken over from (J5), or too late (J7). */
export type SetAsideCause = "stale-epoch" | "late";
export type EntryKind = keyof Bodies;

/** What `decide` asks to be written: one entry per operation, so that an opId names exactly one entry (J3). */
export type EntryDraft = {
  [K in EntryKind]: { readonly kind: K; readonly body: Bodies[K] };
}[EntryKind];

/** An entry as the journal holds it: `seq` is gapless from 1 (J4), `atMs` by the database's clock (T2). */
export type Entry = EntryDraft & { readonly seq: number; readonly atMs: number };

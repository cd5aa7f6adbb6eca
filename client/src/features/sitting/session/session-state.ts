import { nextSection, noWork, sectionEnd, type Sections, sectionsAt, type Refusal, type Work } from "@kompeten/shared/attempt";
import type { Operation, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { ProctorMessage } from "@kompeten/shared/contracts/room-record";
import type { ReceiptAnswer } from "@kompeten/shared/contracts/receipts";
import type { Paper } from "@kompeten/shared/paper";
import type { OperationQueue } from "../queue/operation-queue.ts";
import type { Command, QueuedOperation, WholeOperation } from "../queue/queued-operation.ts";
import type { LineState } from "./attempt-line.ts";

/** What the page shows; a new object at every change. */
export type SessionState = {
  /** elsewhere: another tab of this browser works on it. other-device: another browser does (J5). refused: the server will not open it. */
  phase: "opening" | "elsewhere" | "other-device" | "open" | "refused";
  refusal: Refusal | null;
  /** What is shown is what an earlier page knew: there is no line, and the server has not been heard yet. */
  restored: boolean;
  status: Snapshot["status"] | null;
  title: string;
  kind: Paper["kind"] | null;
  /** Of the last journal entry this page knows of. */
  seq: number;
  /** What the server has, with what is still under way laid over it. */
  work: Work;
  paper: Paper | null;
  /** T7: with sections opened here laid over what the server has; null where all lie open all the time. */
  sections: Sections | null;
  line: LineState;
  /** Drafts, and operations without an acknowledgement (J8). */
  waiting: readonly (WholeOperation | Command)[];
  /** How many these are. */
  unsaved: number;
  /** Since the first key of what is in the queue, by performance.now(): the device's clock may be changed meanwhile (T2). */
  unsavedSinceMs: number | null;
  lastSavedAtMs: number | null;
  kept: readonly QueuedOperation[];
  /** J5, J7: kept by the server without being applied. */
  setAside: Snapshot["setAside"];
  /** By how much a supervisor has just changed the time; 0 once the person has seen it. */
  timeChangedMs: number;
  persistent: boolean;
  outdated: boolean;
  /** The hand-in is under way. */
  submitting: boolean;
  /** J9: as it came with the hand-in. */
  receipt: ReceiptAnswer | null;
  /** R2: from the proctor, not put away yet. */
  messages: readonly ProctorMessage[];
  /** R3: how often the proctor has done something about who may begin, since the page was opened. */
  entryNews: number;
  /** Documents that have come in since the page was opened, newest last. */
  arrived: readonly string[];
};

/** Until the attempt or its open section ends. */
export function timeLeftMs({ sections, status }: Pick<SessionState, "sections" | "status">, nowMs: number): number {
  const endMs = status?.state === "running" && status.pausedSinceMs === null ? status.deadlineMs : Number.POSITIVE_INFINITY;
  return Math.min(endMs, (sections && sectionEnd(sectionsAt(sections, nowMs))) ?? endMs) - nowMs;
}

export const firstState: SessionState = {
  phase: "opening",
  refusal: null,
  restored: false,
  status: null,
  title: "",
  kind: null,
  seq: 0,
  work: noWork,
  paper: null,
  sections: null,
  line: "connecting",
  waiting: [],
  unsaved: 0,
  unsavedSinceMs: null,
  lastSavedAtMs: null,
  kept: [],
  setAside: { quarantined: 0, late: 0, merged: 0 },
  timeChangedMs: 0,
  persistent: true,
  outdated: false,
  submitting: false,
  receipt: null,
  messages: [],
  entryNews: 0,
  arrived: [],
};

/** T7: a section opened here is shown at once; the server's own time for it comes with the acknowledgement. */
export function withOpened(sections: Sections | null, command: Command | Operation, atMs: number): Sections | null {
  if (!sections || command.kind !== "open-section") return sections;
  const { plan, index } = sectionsAt(sections, atMs);
  return plan[index + 1]?.id === command.sectionId ? nextSection(sections, atMs) : sections;
}

/** The same with all that is still under way. */
export function shownSections(status: SessionState["status"], pending: readonly QueuedOperation[]): Sections | null {
  const saved = status?.state === "running" ? status.sections : null;
  return pending.reduce<Sections | null>((sections, { operation, serverMadeAtMs, madeAtMs }) => withOpened(sections, operation, serverMadeAtMs ?? madeAtMs), saved);
}

/** What a queue and drafts say of what is saved; what a queue that is gone has said stays. */
export function unsavedIn(queue: OperationQueue | null, drafts: readonly Command[], known: SessionState): Partial<SessionState> {
  const pending = queue?.pending ?? [];
  const waiting = [...pending.map(({ operation }) => operation), ...drafts];
  return {
    waiting,
    unsaved: waiting.length,
    unsavedSinceMs: queue?.unsavedSinceMs ?? null,
    lastSavedAtMs: queue?.lastSavedAtMs ?? known.lastSavedAtMs,
    kept: queue?.kept ?? known.kept,
    persistent: queue?.persistent ?? true,
    outdated: queue?.pageIsOutdated ?? false,
    submitting: known.submitting || pending.some(({ operation }) => operation.kind === "submit"),
  };
}

/** T4: by how much the deadline has moved since this page last knew it, besides what the person has not seen yet. */
export function timeChange(known: SessionState, status: { state: string; deadlineMs?: number }): number {
  if (status.state !== "running" || known.status?.state !== "running" || status.deadlineMs === undefined) return 0;
  return known.timeChangedMs + status.deadlineMs - known.status.deadlineMs;
}

import { assert } from "../kernel/index.ts";
import type { Action, ActionContent, Entry, EntryDraft, Response, WorkKind } from "./entry.ts";
import { edited } from "./text-place.ts";

/** An in-basket action as it now stands, with when it was first and last touched: order and timing are evidence. */
export type ActionRecord = {
  readonly actionId: string;
  readonly documentId: string | null;
  readonly content: Exclude<ActionContent, { type: "withdraw" }>;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly revisions: number;
  readonly withdrawn: boolean;
};

/** Everything a candidate has made in an attempt. Plain JSON, so that it travels as it is. */
export type Work = {
  readonly responses: Readonly<Record<string, Response>>;
  readonly flagged: readonly string[];
  readonly visited: readonly string[];
  /** In the order in which they were first made. */
  readonly actions: readonly ActionRecord[];
};

/** Work that nobody else holds, and that may be changed where it stands. */
type OwnWork = { responses: Record<string, Response>; flagged: string[]; visited: string[]; actions: ActionRecord[] };

export const noWork: Work = { responses: {}, flagged: [], visited: [], actions: [] };

export type WorkDraft = Extract<EntryDraft, { kind: WorkKind }>;

type WorkEntry = WorkDraft & Pick<Entry, "atMs">;
const changedPart = { responded: "responses", edited: "responses", flagged: "flagged", visited: "visited", acted: "actions" } as const satisfies Record<WorkKind, keyof Work>;

export function isWorkEntry(entry: Entry): entry is Extract<Entry, { kind: WorkKind }> {
  return entry.kind in changedPart;
}

function partChangedBy(entry: WorkEntry): keyof Work {
  return entry.kind === "edited" && "actionId" in entry.body ? "actions" : changedPart[entry.kind];
}

/** The work after one more entry. A client applies its unsaved operations with the same function (J1). */
export function evolveWork(work: Work, entry: WorkEntry): Work {
  const part = partChangedBy(entry);
  const own = { ...work, [part]: part === "responses" ? { ...work.responses } : [...work[part]] } as OwnWork;
  changeWork(own, entry);
  return own;
}

/** As `evolveWork`, in its place. */
export function changeWork(work: OwnWork, entry: WorkEntry): void {
  switch (entry.kind) {
    case "responded":
      work.responses[entry.body.itemId] = entry.body.response;
      return;
    case "edited": {
      const whole = edited(work, entry.body, entry.body.edit);
      assert(whole !== undefined, "a difference from another text");
      if ("actionId" in whole) return act(work.actions, whole, entry.atMs);
      if ("itemId" in entry.body) work.responses[entry.body.itemId] = whole;
      return;
    }
    case "flagged":
      return mark(work.flagged, entry.body.itemId, entry.body.flagged);
    case "visited":
      return mark(work.visited, entry.body.itemId, true);
    case "acted":
      return act(work.actions, entry.body.action, entry.atMs);
  }
}

/** A copy that is nobody else's. */
export function ownWork({ responses, flagged, visited, actions }: Work): OwnWork {
  return { responses: { ...responses }, flagged: [...flagged], visited: [...visited], actions: [...actions] };
}

function mark(members: string[], id: string, present: boolean): void {
  const place = members.indexOf(id);
  if (present && place < 0) members.push(id);
  if (!present && place >= 0) members.splice(place, 1);
}

function act(actions: ActionRecord[], action: Action, atMs: number): void {
  const { actionId, documentId, ...content } = action;
  const place = actions.findIndex((record) => record.actionId === actionId);
  const known = actions[place];
  if (!known) {
    if (content.type === "withdraw") return;
    actions.push({ actionId, documentId, content, firstAtMs: atMs, lastAtMs: atMs, revisions: 0, withdrawn: false });
    return;
  }
  actions[place] =
    content.type === "withdraw"
      ? { ...known, withdrawn: true, lastAtMs: atMs }
      : { ...known, documentId, content, withdrawn: false, lastAtMs: atMs, revisions: known.revisions + 1 };
}

/** Whether a response says anything: what is half answered (best without worst, some of the parts) does not count as answered. */
export function isAnswered(response: Response | undefined): boolean {
  switch (response?.interaction) {
    case undefined:
      return false;
    case "choice":
      return response.optionId !== null;
    case "best-worst":
      return response.best !== null && response.worst !== null;
    case "multiple-response":
    case "order":
      return response.optionIds.length > 0;
    case "match":
    case "inline-choice":
    case "likert":
      return Object.values(response.chosen).every((optionId) => optionId !== null);
    case "slider":
      return response.value !== null;
    case "text-entry":
    case "extended-text":
      return response.text.trim() !== "";
    case "rows":
      return response.rows.length > 0;
  }
}

/** Whether an action counts as something done: half a priority is kept, and counts as little as half an answer. */
export function isDone({ content, withdrawn }: ActionRecord): boolean {
  return !withdrawn && (content.type !== "prioritise" || (content.urgency !== null && content.importance !== null));
}

/** Items answered, or documents acted on. */
export function answeredCount(work: Work): number {
  const documents = new Set(work.actions.filter((action) => isDone(action) && action.documentId !== null && action.content.type !== "annotate").map((action) => action.documentId));
  return Object.values(work.responses).filter(isAnswered).length + documents.size;
}

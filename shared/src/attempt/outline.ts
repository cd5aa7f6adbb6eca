import type { Paper } from "../paper/paper.ts";
import type { CandidateCommand } from "./command.ts";
import type { Action } from "./entry.ts";
import { type AnswerableItem, fits } from "./fits.ts";
import type { Refusal } from "./refusal.ts";

/** As much of a paper as is needed to say whether an operation fits it. */
export type Outline = {
  readonly items: ReadonlyMap<string, AnswerableItem>;
  readonly kind: Paper["kind"];
  /** Seconds of working time after which each in-basket document is there; the exhibits of a case are there from the start. */
  readonly documents: ReadonlyMap<string, number>;
};

export function outlineOf(paper: Paper): Outline {
  const answerable: readonly AnswerableItem[] = paper.kind === "test" || paper.kind === "form" ? paper.sections.flatMap((section): readonly AnswerableItem[] => section.items) : paper.kind === "case" ? paper.questions : [];
  const items = new Map(answerable.map((item) => [item.id, item] as const));
  const documents = paper.kind === "in-basket" ? paper.documents.map((document) => [document.id, document.arrivesAfterSeconds] as const) : [];
  const exhibits = paper.kind === "case" ? paper.exhibits.map((exhibit) => [exhibit.id, 0] as const) : [];
  return { items, kind: paper.kind, documents: new Map([...documents, ...exhibits]) };
}

/** What is wrong with the command for this paper, if anything. `workedMs` is the working time so far. */
export function misfit(outline: Outline, command: CandidateCommand, workedMs: number): Refusal | undefined {
  switch (command.kind) {
    case "acknowledge-notice":
    case "start":
    case "take-over":
    case "acknowledge-time":
    case "open-section":
    case "submit":
      return undefined;
    case "flag":
    case "visit":
      return outline.items.has(command.itemId) || arrived(outline, command.itemId, workedMs) ? undefined : "unknown-item";
    case "act":
      if (!isDoneWith(outline.kind, command.action.type)) return "does-not-fit";
      return documentsOf(command.action).every((id) => arrived(outline, id, workedMs)) ? undefined : "does-not-fit";
    case "edit-action":
      // What the action is, and that it may be, was judged when it was first made.
      return isDoneWith(outline.kind, "withdraw") ? undefined : "does-not-fit";
    case "edit":
    case "edit-cell": {
      const item = outline.items.get(command.itemId);
      if (!item) return "unknown-item";
      if (command.kind === "edit") return item.interaction === "extended-text" ? undefined : "does-not-fit";
      return item.interaction === "rows" && item.columns.some(({ id }) => id === command.columnId) ? undefined : "does-not-fit";
    }
    case "respond": {
      const item = outline.items.get(command.itemId);
      if (!item) return "unknown-item";
      return fits(item, command.response) ? undefined : "does-not-fit";
    }
  }
}

/** At a desk everything but annotating, in a case nothing else; both can be taken back. */
function isDoneWith(kind: Paper["kind"], type: Action["type"]): boolean {
  return type === "withdraw" ? kind === "case" || kind === "in-basket" : kind === (type === "annotate" ? "case" : "in-basket");
}

/** All documents that an action speaks of: its own, and those it links or ranks. */
function documentsOf(action: Action): string[] {
  const own = action.documentId === null ? [] : [action.documentId];
  if (action.type === "link") return [...own, ...action.documents];
  return action.type === "memo" ? [...own, ...action.priorities.map(({ documentId }) => documentId)] : own;
}

function arrived(outline: Outline, documentId: string, workedMs: number): boolean {
  const after = outline.documents.get(documentId);
  return after !== undefined && after * 1000 <= workedMs;
}

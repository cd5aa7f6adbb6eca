/** The texts in a candidate's work, each of which may travel as the difference from what it was. */
import { cellCharactersMax } from "../paper/limits.ts";
import type { EditCommand, WorkCommand } from "./command.ts";
import type { ActionContent } from "./entry.ts";
import { applyEdit, editBetween, type TextEdit } from "./text-edit.ts";
import type { Work } from "./work.ts";

/** Where a text stands: an answer, a cell of an answered table, or what a candidate wrote in an action at the desk. */
export type TextPlace = AnswerText | CellText | ActionText;
export type AnswerText = { readonly itemId: string };
export type CellText = { readonly itemId: string; readonly rowId: string; readonly columnId: string };
export type ActionText = { readonly actionId: string };

export const answerCharactersMax = 50_000;
export const actionCharactersMax = 10_000;
export const annotationCharactersMax = 2000;

/** The member in which an action of this type has its text; those that are not here have none, or a short one. */
const textMember: { readonly [type in ActionContent["type"]]?: string } = {
  reply: "text",
  forward: "text",
  delegate: "instruction",
  file: "reason",
  decide: "text",
  note: "text",
  ask: "text",
  escalate: "text",
  postpone: "reason",
  link: "note",
  memo: "text",
  annotate: "note",
};

type Members = Readonly<Record<string, unknown>>;

/** The text that stands there; undefined where none does. An item never answered has an empty text, and so has an empty cell. */
export function textAt(work: Work, place: TextPlace): string | undefined {
  if ("actionId" in place) {
    const record = work.actions.find(({ actionId }) => actionId === place.actionId);
    return record && !record.withdrawn ? textOf(record.content) : undefined;
  }
  const response = work.responses[place.itemId];
  if ("rowId" in place) {
    const row = response?.interaction === "rows" ? response.rows.find(({ id }) => id === place.rowId) : undefined;
    return row && (row.cells[place.columnId] ?? "");
  }
  if (response === undefined) return "";
  return response.interaction === "extended-text" ? response.text : undefined;
}

/** The text that a difference leads to; undefined where it was made from another one. */
export function edited(work: Work, place: TextPlace, edit: TextEdit): string | undefined {
  const before = textAt(work, place);
  return before === undefined ? undefined : applyEdit(before, edit);
}

/** Whether the difference is from the text that stands there, and leads to one that may. */
export function isEditOf(work: Work, place: TextPlace, edit: TextEdit): boolean {
  const after = edited(work, place, edit);
  return after !== undefined && after.length <= charactersMaxAt(work, place);
}

/** The same content with another text. */
export function withText<C extends ActionContent>(content: C, text: string): C {
  const member = textMember[content.type];
  return member === undefined ? content : { ...content, [member]: text };
}

/** The same work as the difference of one text, where it differs from what there is in that text alone. */
export function asEdit(work: Work, command: Extract<WorkCommand, { kind: "respond" | "act" }>): EditCommand | undefined {
  const there = command.kind === "act" ? textInAction(work, command.action) : textInAnswer(work, command);
  const before = there && textAt(work, there.at);
  return there === undefined || before === undefined ? undefined : { ...there.at, edit: editBetween(before, there.text) };
}

type WithoutEdit<C> = C extends EditCommand ? Omit<C, "edit"> : never;
type TextThere = { readonly at: WithoutEdit<EditCommand>; readonly text: string };

function textInAnswer({ responses }: Work, { itemId, response }: Extract<WorkCommand, { kind: "respond" }>): TextThere | undefined {
  if (response.interaction === "extended-text") return { at: { kind: "edit", itemId }, text: response.text };
  const before = responses[itemId];
  if (response.interaction !== "rows" || before?.interaction !== "rows" || before.rows.length !== response.rows.length) return undefined;
  const changed: TextThere[] = [];
  for (const [index, { id, cells }] of response.rows.entries()) {
    const earlier = before.rows[index];
    if (earlier?.id !== id) return undefined;
    for (const columnId of new Set([...Object.keys(earlier.cells), ...Object.keys(cells)])) {
      const text = cells[columnId] ?? "";
      if (text !== (earlier.cells[columnId] ?? "")) changed.push({ at: { kind: "edit-cell", itemId, rowId: id, columnId }, text });
    }
  }
  return changed.length === 1 ? changed[0] : undefined;
}

function textInAction({ actions }: Work, action: Extract<WorkCommand, { kind: "act" }>["action"]): TextThere | undefined {
  const record = actions.find(({ actionId }) => actionId === action.actionId);
  const text = textOf(action);
  if (!record || record.withdrawn || text === undefined) return undefined;
  const stands: Members = { actionId: record.actionId, documentId: record.documentId, ...withText(record.content, text) };
  const isSame = Object.entries(action).every(([member, value]) => JSON.stringify(stands[member]) === JSON.stringify(value));
  return isSame ? { at: { kind: "edit-action", actionId: record.actionId }, text } : undefined;
}

function textOf(content: ActionContent): string | undefined {
  const text = (content as Members)[textMember[content.type] ?? ""];
  return typeof text === "string" ? text : undefined;
}

function charactersMaxAt({ actions }: Work, place: TextPlace): number {
  if ("rowId" in place) return cellCharactersMax;
  if (!("actionId" in place)) return answerCharactersMax;
  return actions.find(({ actionId }) => actionId === place.actionId)?.content.type === "annotate" ? annotationCharactersMax : actionCharactersMax;
}

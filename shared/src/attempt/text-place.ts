/** The texts in a candidate's work, each of which may travel as the difference from what it was. */
import { cellCharactersMax } from "../paper/limits.ts";
import type { EditCommand, WorkCommand } from "./command.ts";
import type { Action, ActionContent, Response } from "./entry.ts";
import { editBetween, fingerprint, spliced, type TextEdit } from "./text-edit.ts";
import type { Work } from "./work.ts";

/** Where a text stands: an answer, a cell of an answered table, or what a candidate wrote in an action at the desk. */
export type TextPlace = AnswerText | CellText | ActionText;
export type AnswerText = { readonly itemId: string };
export type CellText = { readonly itemId: string; readonly rowId: string; readonly columnId: string };
export type ActionText = { readonly actionId: string };

export const answerCharactersMax = 50_000;
export const actionCharactersMax = 10_000;
export const annotationCharactersMax = 2000;

/** Where an action has its text, whichever of these it has; a todo's is a short one, which always travels whole. */
const textMembers = ["text", "instruction", "reason", "note"] as const;
type Members = Readonly<Record<string, unknown>>;

/** What a text is part of, as a client sends it whole. */
type Whole = Response | Action;
type Standing = { readonly text: string; readonly charactersMax: number; readonly withText: (text: string) => Whole };

/** What a difference leads to, with all that stands beside the text; undefined where it was made from anything else. */
export function edited(work: Work, place: TextPlace, edit: TextEdit): Whole | undefined {
  const there = standing(work, place);
  const after = there && spliced(there.text, edit);
  const whole = after === undefined ? undefined : there?.withText(after);
  return whole && checkOf(whole) === edit.check ? whole : undefined;
}

/** Whether the difference is from what stands there, and leads to a text that may. */
export function isEditOf(work: Work, place: TextPlace, edit: TextEdit): boolean {
  const there = standing(work, place);
  return !!there && there.text.length - edit.removed + edit.inserted.length <= there.charactersMax && !!edited(work, place, edit);
}

/** The same work as the difference of one text, where it differs from what there is in that text alone. */
export function asEdit(work: Work, command: Extract<WorkCommand, { kind: "respond" | "act" }>): EditCommand | undefined {
  const made = command.kind === "act" ? textInAction(command.action) : textInAnswer(work, command);
  const there = made && standing(work, made.at);
  if (!there) return undefined;
  const edit = { ...editBetween(there.text, made.text), check: checkOf(command.kind === "act" ? command.action : command.response) };
  return edited(work, made.at, edit) && { ...made.at, edit };
}

/**
 * Of all that comes out, so that what stands beside a text is what its writer sees there: what was made from another letter's addressee or
 * another table's row is never put upon this one, though the text be the same. An answer is its text.
 */
function checkOf(whole: Whole): number {
  return fingerprint("interaction" in whole && whole.interaction === "extended-text" ? whole.text : canonical(whole));
}

/** As the kernel's canonicalJson, in a third of its bytes: every candidate's page has this. */
function canonical(whole: Whole): string {
  const names: string[] = [];
  JSON.stringify(whole, (name, value: unknown) => (names.push(name), value));
  return JSON.stringify(whole, names.sort());
}

/** The text that stands there; undefined where none does. An item never answered has an empty text, and so has an empty cell. */
export function standing({ responses, actions }: Work, place: TextPlace): Standing | undefined {
  if ("actionId" in place) {
    const record = actions.find(({ actionId, withdrawn }) => actionId === place.actionId && !withdrawn);
    const member = record && textMember(record.content);
    if (!member) return undefined;
    const { actionId, documentId, content } = record;
    return { text: (content as Members)[member] as string, charactersMax: content.type === "annotate" ? annotationCharactersMax : actionCharactersMax, withText: (text) => ({ actionId, documentId, ...content, [member]: text }) };
  }
  const response = responses[place.itemId];
  if ("rowId" in place) {
    const { rowId, columnId } = place;
    const row = response?.interaction === "rows" && response.rows.find(({ id }) => id === rowId);
    return row ? { text: row.cells[columnId] ?? "", charactersMax: cellCharactersMax, withText: (text) => ({ ...response, rows: response.rows.map((one) => (one === row ? { ...row, cells: { ...row.cells, [columnId]: text } } : one)) }) } : undefined;
  }
  if (response && response.interaction !== "extended-text") return undefined;
  return { text: response?.text ?? "", charactersMax: answerCharactersMax, withText: (text) => ({ interaction: "extended-text", text }) };
}

/** The text of an action that may travel as a difference; empty where it has none. */
export function actionText(content: ActionContent): string {
  const member = textMember(content);
  return member ? ((content as Members)[member] as string) : "";
}

type WithoutEdit<C> = C extends EditCommand ? Omit<C, "edit"> : never;
type MadeText = { readonly at: WithoutEdit<EditCommand>; readonly text: string };

/** Of a table the first cell that is another; whether it is the only one is for the check to say. */
function textInAnswer({ responses }: Work, { itemId, response }: Extract<WorkCommand, { kind: "respond" }>): MadeText | undefined {
  if (response.interaction === "extended-text") return { at: { kind: "edit", itemId }, text: response.text };
  const before = responses[itemId];
  if (response.interaction !== "rows" || before?.interaction !== "rows") return undefined;
  for (const [index, { id, cells }] of response.rows.entries())
    for (const columnId in cells) {
      const text = cells[columnId] ?? "";
      if (text !== (before.rows[index]?.cells[columnId] ?? "")) return { at: { kind: "edit-cell", itemId, rowId: id, columnId }, text };
    }
  return undefined;
}

function textInAction(action: Action): MadeText | undefined {
  const member = textMember(action);
  return member && { at: { kind: "edit-action", actionId: action.actionId }, text: (action as Members)[member] as string };
}

function textMember(content: ActionContent): (typeof textMembers)[number] | undefined {
  return content.type === "todo" ? undefined : textMembers.find((member) => typeof (content as Members)[member] === "string");
}

import type { ActionContent, ActionRecord, Work } from "@kompeten/shared/attempt";
import type { InBasketPaper } from "@kompeten/shared/paper";

type Person = InBasketPaper["organisationChart"][number];
export type Content = Exclude<ActionContent, { type: "withdraw" }>;
export type ActionType = Content["type"];
/** Written in a form of their own. */
export type FormType = Exclude<ActionType, "prioritise" | "todo" | "memo" | "annotate">;

/** Whether an action says what it has to: a reply without a word, or a delegation to nobody, is a draft. */
export function isComplete(content: Content): boolean {
  switch (content.type) {
    case "reply":
    case "ask":
    case "escalate":
      return content.to.trim() !== "" && content.text.trim() !== "";
    case "forward":
      return content.to.trim() !== "";
    case "delegate":
      return content.to.trim() !== "" && content.instruction.trim() !== "";
    case "schedule":
      return content.title.trim() !== "" && content.start < content.end;
    case "postpone":
      return content.until !== null && content.reason.trim() !== "";
    case "link":
      return content.documents.length > 0;
    case "decide":
    case "note":
    case "todo":
      return content.text.trim() !== "";
    case "memo":
      return content.priorities.length > 0 && content.priorities.every(({ reason }) => reason.trim() !== "");
    case "prioritise":
      return content.urgency !== null && content.importance !== null;
    case "file":
    case "annotate":
      return true;
  }
}

/** Whether it says no more than what its form began with: nothing in it that would be lost. Filed is filed, without a reason too. */
export function isBlank(content: Content, first: Content): boolean {
  const begun = new Map<string, unknown>(Object.entries(first));
  return content.type !== "file" && Object.entries(content).every(([member, value]) => isNothing(value) || value === begun.get(member));
}

const isNothing = (value: unknown): boolean => value === null || (typeof value === "string" ? value.trim() === "" : Array.isArray(value) && value.length === 0);

export const standing = (work: Work): ActionRecord[] => work.actions.filter((action) => !action.withdrawn);
export const actionsOn = (work: Work, documentId: string | null): ActionRecord[] => standing(work).filter((action) => action.documentId === documentId);
export const incompleteActions = (work: Work): ActionRecord[] => standing(work).filter((action) => !isComplete(action.content));
/** The memo as it stands; where two devices have begun one each, the later. */
export const memoOf = (work: Work): ActionRecord | undefined => standing(work).findLast((action) => action.content.type === "memo");
export const todosOf = (work: Work): ActionRecord[] => standing(work).filter((action) => action.content.type === "todo");
/** What is shown under "my actions": to-do list and memo have a page of their own. */
export const deeds = (work: Work): ActionRecord[] => standing(work).filter((action) => action.content.type !== "todo" && action.content.type !== "memo");

/** Whom something can be sent to: nobody writes to the role they play. Somebody chosen already stays to be seen. */
export function recipients({ organisationChart, scenario }: InBasketPaper, chosen: string): Person[] {
  return organisationChart.filter(({ id, position }) => position !== scenario.role || id === chosen);
}

/** What a new action on a document starts with; a reply goes back to where the document came from. */
export function emptyContent(type: FormType, from: string, day: string): Content {
  switch (type) {
    case "reply":
      return { type, to: from, text: "" };
    case "forward":
    case "ask":
    case "escalate":
      return { type, to: "", text: "" };
    case "delegate":
      return { type, to: "", instruction: "", due: null };
    case "schedule":
      return { type, title: "", start: `${day}T09:00`, end: `${day}T10:00`, place: null };
    case "postpone":
      return { type, until: null, reason: "" };
    case "link":
      return { type, documents: [], note: "" };
    case "file":
      return { type, reason: null };
    case "decide":
    case "note":
      return { type, text: "" };
  }
}

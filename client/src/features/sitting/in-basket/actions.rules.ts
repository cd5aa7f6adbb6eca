import type { ActionContent, ActionRecord, Work } from "@kompeten/shared/attempt";

export type Content = Exclude<ActionContent, { type: "withdraw" }>;
export type ActionType = Content["type"];

/** Whether an action says what it has to: a reply without a word, or a delegation to nobody, is a draft. */
export function isComplete(content: Content): boolean {
  switch (content.type) {
    case "reply":
    case "forward":
      return content.to.trim() !== "" && (content.type === "forward" || content.text.trim() !== "");
    case "delegate":
      return content.to.trim() !== "" && content.instruction.trim() !== "";
    case "schedule":
      return content.title.trim() !== "" && content.start < content.end;
    case "decide":
    case "note":
      return content.text.trim() !== "";
    case "prioritise":
    case "file":
      return true;
  }
}

/** Whether there is anything in it that would be lost. */
export function isBlank(content: Content): boolean {
  switch (content.type) {
    case "reply":
    case "decide":
    case "note":
      return content.text.trim() === "";
    case "forward":
      return content.to === "" && content.text.trim() === "";
    case "delegate":
      return content.to === "" && content.instruction.trim() === "";
    case "schedule":
      return content.title.trim() === "";
    case "prioritise":
    case "file":
      return false;
  }
}

export const standing = (work: Work): ActionRecord[] => work.actions.filter((action) => !action.withdrawn);
export const actionsOn = (work: Work, documentId: string | null): ActionRecord[] => standing(work).filter((action) => action.documentId === documentId);
export const incompleteActions = (work: Work): ActionRecord[] => standing(work).filter((action) => !isComplete(action.content));

/** What a new action starts with; a reply goes back to where the document came from. */
export function emptyContent(type: Exclude<ActionType, "prioritise">, from: string, day: string): Content {
  switch (type) {
    case "reply":
      return { type, to: from, text: "" };
    case "forward":
      return { type, to: "", text: "" };
    case "delegate":
      return { type, to: "", instruction: "", due: null };
    case "schedule":
      return { type, title: "", start: `${day}T09:00`, end: `${day}T10:00`, place: null };
    case "file":
      return { type, reason: null };
    case "decide":
    case "note":
      return { type, text: "" };
  }
}

import type { EditCommand, WorkCommand } from "./command.ts";
import type { TextPlace } from "./text-place.ts";
import { evolveWork, type Work, type WorkDraft } from "./work.ts";

export function isEdit<C extends { readonly kind: string }>(command: C): command is Extract<C, { kind: EditCommand["kind"] }> {
  return command.kind === "edit" || command.kind === "edit-cell" || command.kind === "edit-action";
}

export function isWork<C extends { readonly kind: string }>(command: C): command is Extract<C, { kind: WorkCommand["kind"] }> {
  return command.kind === "respond" || isEdit(command) || command.kind === "flag" || command.kind === "visit" || command.kind === "act";
}

/** The entry that work becomes, whatever becomes of it: applied, set aside, or laid over what is shown until it is acknowledged (J1). */
export function workDraft(command: WorkCommand): WorkDraft {
  const made = command.madeAtMs === undefined ? {} : { madeAtMs: command.madeAtMs };
  switch (command.kind) {
    case "respond":
      return {
        kind: "responded",
        body: { itemId: command.itemId, response: command.response, ...made },
      };
    case "edit":
    case "edit-cell":
    case "edit-action":
      return { kind: "edited", body: { ...placeOf(command), edit: command.edit, ...made } };
    case "flag":
      return {
        kind: "flagged",
        body: { itemId: command.itemId, flagged: command.flagged, ...made },
      };
    case "visit":
      return { kind: "visited", body: { itemId: command.itemId, ...(command.readMs === undefined ? {} : { readMs: command.readMs }), ...made } };
    case "act":
      return { kind: "acted", body: { action: command.action, ...made } };
  }
}

function placeOf(command: EditCommand): TextPlace {
  switch (command.kind) {
    case "edit":
      return { itemId: command.itemId };
    case "edit-cell":
      return { itemId: command.itemId, rowId: command.rowId, columnId: command.columnId };
    case "edit-action":
      return { actionId: command.actionId };
  }
}

/** The work with one more command laid over it, by the same fold as the journal's (J1); what is no work changes nothing. */
export function applied(work: Work, command: { readonly kind: string }, atMs: number): Work {
  return isWork(command) ? evolveWork(work, { ...workDraft(command as WorkCommand), atMs }) : work;
}

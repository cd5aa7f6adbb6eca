import type { WorkCommand } from "./command.ts";
import type { WorkDraft } from "./work.ts";

export function isWork<C extends { readonly kind: string }>(command: C): command is Extract<C, { kind: WorkCommand["kind"] }> {
  return command.kind === "respond" || command.kind === "edit" || command.kind === "flag" || command.kind === "visit" || command.kind === "act";
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
      return { kind: "edited", body: { itemId: command.itemId, edit: command.edit, ...made } };
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

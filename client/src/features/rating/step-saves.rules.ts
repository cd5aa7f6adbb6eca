/** What one step of the replay did to its action. Pure. */
import { actionText } from "@kompeten/shared/attempt";
import type { ActionSave } from "@kompeten/shared/contracts/action-saves";
import type { ReplayStep } from "@kompeten/shared/contracts/scoring";

/** The save the step began from, undefined where the action began with it, and every save within it. */
export function savesOfStep(saves: readonly ActionSave[], { fromSeq, toSeq }: NonNullable<ReplayStep["saves"]>): { before: ActionSave | undefined; within: ActionSave[] } {
  return { before: saves.findLast(({ seq }) => seq < fromSeq), within: saves.filter(({ seq }) => seq >= fromSeq && seq <= toSeq) };
}

/** What of an action is written at length, by whatever name; nothing of one that is only chosen. */
export function writtenIn(content: ActionSave["content"]): string {
  if (content.type === "schedule") return content.title;
  if (content.type === "annotate") return content.quote;
  return content.type === "todo" ? content.text : actionText(content);
}

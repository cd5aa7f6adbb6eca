/** How one action came to be, out of the journal. Pure; only ever shown to assessors. */
import type { Entry } from "@kompeten/shared/attempt";
import { actionSavesCharactersMax, actionSavesMax, type ActionSave, type ActionSaves } from "@kompeten/shared/contracts/action-saves";
import { deedsOf, secondsAfter } from "./replay.rules.ts";

/** Every save of it, in the order of the journal; work merged later (J5, J7) comes when it was merged, with when it was made. */
export function savesOf(entries: readonly Entry[], actionId: string, startedAtMs: number): ActionSave[] {
  const saves: ActionSave[] = [];
  for (const { seq, atMs, action } of deedsOf(entries)) {
    if (action?.actionId === actionId) saves.push({ seq, atSeconds: secondsAfter(startedAtMs, atMs), withdrawn: action.withdrawn, content: action.content });
  }
  return saves;
}

/** As many as one answer may carry, from the first after this seq; at least one where there is one. */
export function pageOf(saves: readonly ActionSave[], afterSeq: number): ActionSaves {
  const rest = saves.filter(({ seq }) => seq > afterSeq);
  let characters = 0;
  const over = rest.findIndex(({ content }, index) => (characters += JSON.stringify(content).length) > actionSavesCharactersMax && index > 0);
  const count = Math.min(over < 0 ? rest.length : over, actionSavesMax);
  return { saves: rest.slice(0, count), more: count < rest.length };
}

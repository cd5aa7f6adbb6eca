/** How one action came to be, out of the journal. Pure; only ever shown to assessors. */
import type { Entry } from "@kompeten/shared/attempt";
import { actionSavesCharactersMax, actionSavesMax, type ActionSave, type ActionSaves } from "@kompeten/shared/contracts/action-saves";
import { pageAfter } from "@kompeten/shared/kernel";
import { deedsOf, secondsAfter } from "./replay.rules.ts";

/** Every save of it, in the order of the journal; work merged later (J5, J7) comes when it was merged, with when it was made. */
export function savesOf(entries: readonly Entry[], actionId: string, startedAtMs: number): ActionSave[] {
  const saves: ActionSave[] = [];
  for (const { seq, atMs, action } of deedsOf(entries)) {
    if (action?.actionId === actionId) saves.push({ seq, atSeconds: secondsAfter(startedAtMs, atMs), withdrawn: action.withdrawn, content: action.content });
  }
  return saves;
}

export function pageOf(all: readonly ActionSave[], afterSeq: number): ActionSaves {
  const { page, more } = pageAfter(all, afterSeq, { max: actionSavesMax, charactersMax: actionSavesCharactersMax, charactersOf: ({ content }) => JSON.stringify(content).length });
  return { saves: page, more };
}

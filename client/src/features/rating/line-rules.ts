import { noteCharactersMin } from "@kompeten/shared/contracts/scoring-limits";
import type { Line } from "./draft-keeper.ts";

/** Whether a competency's level and evidence suffice; the server has the last word. */
export function isComplete(line: Line | undefined): boolean {
  return line !== undefined && line.level !== null && line.note.trim().length >= noteCharactersMin;
}

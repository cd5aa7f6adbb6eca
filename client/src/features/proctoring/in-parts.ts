import type { attemptsPerChangeMax as AttemptsPerChangeMax, TimeChangeResult, TimeChangesView } from "@kompeten/shared/contracts/time-changes";

/** The contract's number, said again because importing its value would bring zod along; the type keeps the two equal. */
const attemptsPerChangeMax: typeof AttemptsPerChangeMax = 1000;

/**
 * A room may hold more attempts than one request may change: one part after the other, as one deed. What breaks off in between is sent again whole with the same
 * opId, and changes nothing that has been changed (J3).
 */
export async function inParts(attemptIds: readonly string[], change: (part: string[]) => Promise<TimeChangesView>): Promise<TimeChangeResult[]> {
  const results: TimeChangeResult[] = [];
  for (let from = 0; from < attemptIds.length; from += attemptsPerChangeMax) results.push(...(await change(attemptIds.slice(from, from + attemptsPerChangeMax))).results);
  return results;
}

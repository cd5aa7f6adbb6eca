/** T8: an attempt without a limit has no clock; only the end of its window closes it. */
import type { Attempt } from "./attempt-state.ts";
import type { Command } from "./command.ts";

/** More time for such an attempt is a later end of its window. */
export function widened<A extends { readonly windowEndMs: number }>(attempt: A, limitMs: number | null, ms: number): A {
  return limitMs === null ? { ...attempt, windowEndMs: attempt.windowEndMs + ms } : attempt;
}

export function limitOf(attempt: Attempt): number | null {
  return attempt.state === "waiting" ? attempt.limitMs : attempt.time.limitMs;
}

/** Nothing to pause, no limit to have a share of, no minute that an outage took. */
export function hasNoUseFor(attempt: Attempt, command: Command): boolean {
  if (limitOf(attempt) !== null || attempt.state === "closed") return false;
  return command.kind === "accommodate" || (command.kind === "pause" && attempt.state === "running") || (command.kind === "extend" && command.outage !== undefined);
}

/** What a candidate did when, out of the journal: to be read like a film, not like a log. Pure; only ever shown to assessors. */
import type { WorkKind } from "@kompeten/shared/attempt";
import type { ReplayStep } from "@kompeten/shared/contracts/scoring";

/** As much of a journal entry as a replay needs. */
export type ReplayEntry = { kind: string; atMs: number; body: unknown };

type Deed = { kind: WorkKind; body: Body };
type Body = { itemId?: string; readMs?: number; madeAtMs?: number; action?: { actionId: string; documentId: string | null; type: ReplayStep["deed"] } };

/** What happens within this of the step before, to the same thing, is one step: someone types. */
const togetherMs = 60_000;

/** Readings begin when they began, not when they were told; steps of one action that follow each other are one. In order of time. */
export function replayOf(entries: readonly ReplayEntry[], startedAtMs: number): ReplayStep[] {
  const steps: (ReplayStep & { actionId: string | null })[] = [];
  for (const entry of entries) {
    const deed = deedOf(entry);
    if (deed === null) continue;
    const atMs = deed.body.madeAtMs ?? entry.atMs;
    if (deed.kind === "visited") {
      const { itemId, readMs } = deed.body;
      if (itemId === undefined || readMs === undefined) continue;
      steps.push({ deed: "read", documentId: itemId, atSeconds: seconds(atMs - readMs - startedAtMs), seconds: seconds(readMs), changes: 0, actionId: null });
    } else if (deed.kind === "acted" && deed.body.action) {
      const { actionId, documentId, type } = deed.body.action;
      const atSeconds = seconds(atMs - startedAtMs);
      const before = steps.findLast((step) => step.actionId !== null);
      if (before?.actionId === actionId && before.deed === type && (atSeconds - before.atSeconds - before.seconds) * 1000 <= togetherMs) {
        before.seconds = atSeconds - before.atSeconds;
        before.changes += 1;
      } else steps.push({ deed: type, documentId, atSeconds, seconds: 0, changes: 0, actionId });
    }
  }
  return steps.sort((one, other) => one.atSeconds - other.atSeconds).map(({ deed, documentId, atSeconds, seconds: taken, changes }) => ({ deed, documentId, atSeconds, seconds: taken, changes }));
}

/** A deed that had been set aside and came to count is one like the others, at the time it was made. */
function deedOf({ kind, body }: ReplayEntry): Deed | null {
  if (kind === "merged") {
    const { deed, madeAtMs } = body as { deed: Deed; madeAtMs: number | null };
    return { ...deed, body: { ...deed.body, ...(madeAtMs === null ? {} : { madeAtMs }) } };
  }
  return kind === "visited" || kind === "acted" ? { kind, body: body as Body } : null;
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1000));

/** What a candidate did when, out of the journal: to be read like a film, not like a log. Pure; only ever shown to assessors. */
import { evolveWork, isWorkEntry, noWork, type ActionRecord, type Entry, type Work, type WorkDraft } from "@kompeten/shared/attempt";
import type { ReplayStep } from "@kompeten/shared/contracts/scoring";

/** A piece of work, when it was made, and the action that it made or changed as that stood afterwards. */
type Deed = { seq: number; atMs: number; draft: WorkDraft; action: ActionRecord | undefined };

/** What happens within this of the step before, to the same thing, is one step: someone types. */
const togetherMs = 60_000;

/** Readings begin when they began, not when they were told; steps of one action that follow each other are one. In order of time. */
export function replayOf(entries: readonly Entry[], startedAtMs: number): ReplayStep[] {
  const steps: ReplayStep[] = [];
  for (const { seq, atMs, draft, action } of deedsOf(entries)) {
    if (draft.kind === "visited") {
      const { itemId, readMs } = draft.body;
      if (readMs === undefined) continue;
      steps.push({ deed: "read", documentId: itemId, atSeconds: secondsAfter(startedAtMs, atMs - readMs), seconds: secondsAfter(0, readMs), changes: 0, saves: null });
    } else if (action) {
      const { actionId, documentId } = action;
      const deed = action.withdrawn ? "withdraw" : action.content.type;
      const atSeconds = secondsAfter(startedAtMs, atMs);
      const before = steps.findLast((step) => step.saves !== null);
      if (before?.saves?.actionId === actionId && before.deed === deed && continues(before, atSeconds)) {
        before.seconds = Math.max(before.seconds, atSeconds - before.atSeconds);
        before.changes += 1;
        before.saves.toSeq = seq;
      } else steps.push({ deed, documentId, atSeconds, seconds: 0, changes: 0, saves: { actionId, fromSeq: seq, toSeq: seq } });
    }
  }
  return steps.sort((one, other) => one.atSeconds - other.atSeconds);
}

/** What was made before the step and merged later is a step of its own, at its own time. */
function continues({ atSeconds: from, seconds }: ReplayStep, atSeconds: number): boolean {
  return atSeconds >= from && (atSeconds - from - seconds) * 1000 <= togetherMs;
}

/**
 * Work in the order of the journal, each piece put upon what was there before: an entry may hold a difference alone, and only what it leads to says
 * what was done to which document.
 */
export function* deedsOf(entries: Iterable<Entry>): Generator<Deed> {
  let work: Work = noWork;
  for (const entry of entries) {
    const made = madeIn(entry);
    if (made === null) continue;
    const { actions } = work;
    work = evolveWork(work, { ...made.draft, atMs: made.atMs });
    yield { ...made, seq: entry.seq, action: work.actions.find((record, place) => record !== actions[place]) };
  }
}

/** A deed that had been set aside and came to count is one like the others, at the time it was made. */
function madeIn(entry: Entry): { draft: WorkDraft; atMs: number } | null {
  if (entry.kind === "merged") return { draft: entry.body.deed, atMs: entry.body.madeAtMs ?? entry.atMs };
  return isWorkEntry(entry) ? { draft: entry, atMs: entry.body.madeAtMs ?? entry.atMs } : null;
}

export const secondsAfter = (startMs: number, ms: number): number => Math.max(0, Math.round((ms - startMs) / 1000));

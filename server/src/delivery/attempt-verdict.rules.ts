import { decide, evolve, misfit, refusalAdvice, workedMs, type Attempt, type CandidateCommand, type EntryDraft, type Outline, type Refusal } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import type { JournalNext } from "./journal.types.ts";

export type Verdict = { opId: string; draft: EntryDraft } | { opId: string; refusal: Refusal };

/** What becomes of operations that a candidate sends together, in their order, before the database has its word. */
export function judge(attempt: Attempt, given: { epoch: number; outline: Outline; nowMs: number }, operations: readonly Operation[]): Verdict[] {
  let provisional = attempt;
  let blocked: Refusal | undefined;
  return operations.map((operation) => {
    const { opId, ...command } = operation;
    const refusal = blocked ?? (given.epoch !== attempt.epoch ? "stale-epoch" : unfit(provisional, given.outline, command, given.nowMs));
    if (refusal !== undefined) return { opId, refusal };
    // T2: whether it is too late is said by the database's clock, at the writing; here it never is.
    const nowMs = provisional.state === "running" ? Math.min(given.nowMs, provisional.deadlineMs) : given.nowMs;
    const decided = decide(provisional, command, nowMs);
    if (!decided.ok) {
      // What is behind an operation to be sent again must not overtake it.
      if (refusalAdvice[decided.refusal] === "retry") blocked = decided.refusal;
      return { opId, refusal: decided.refusal };
    }
    provisional = evolve(provisional, { ...decided.value, seq: provisional.seq + 1, atMs: nowMs });
    return { opId, draft: decided.value };
  });
}

function unfit(attempt: Attempt, outline: Outline, command: CandidateCommand, nowMs: number): Refusal | undefined {
  return attempt.state === "running" ? misfit(outline, command, workedMs(attempt.time, attempt.pausedSinceMs, nowMs)) : undefined;
}

/** What an entry changes in the attempt's row; must agree with what journal_append allows its kind. */
export function nextOf(attempt: Attempt, draft: EntryDraft, nowMs: number): JournalNext | null {
  switch (draft.kind) {
    case "started":
      return { state: "running", startedAtMs: draft.body.startedAtMs, deadlineAtMs: draft.body.deadlineMs };
    case "submitted":
    case "expired":
      return { state: "closed" };
    case "accommodated":
    case "extended":
    case "paused":
    case "resumed": {
      const after = evolve(attempt, { ...draft, seq: attempt.seq + 1, atMs: nowMs });
      return after.state === "running" ? { deadlineAtMs: after.deadlineMs } : null;
    }
    default:
      return null;
  }
}

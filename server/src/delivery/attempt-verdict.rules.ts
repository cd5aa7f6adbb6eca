import { decide, evolve, isEdit, isWork, misfit, openUntil, refusalAdvice, workDraft, workedMs, type Attempt, type CandidateCommand, type EntryDraft, type Outline, type Refusal } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import type { JournalNext } from "./journal.types.ts";

/**
 * `expectedSeq`: the seq the draft rests on, where it rests on one; null where it may follow whatever there is.
 * `untilMs`: when its section closes or has closed (T7), where that is known. `aside`: by this reading it will not be applied but
 * set aside (J5, J7), which is for the database to say.
 */
export type Verdict = { opId: string; draft: EntryDraft; expectedSeq: number | null; untilMs: number | null; aside: boolean } | { opId: string; refusal: Refusal };

/** What becomes of operations that a candidate sends together, in their order, before the database has its word. */
export function judge(attempt: Attempt, given: { epoch: number; outline: Outline; nowMs: number }, operations: readonly Operation[]): Verdict[] {
  const aside = given.epoch !== attempt.epoch || attempt.state === "closed";
  let provisional = attempt;
  let blocked: Refusal | undefined;
  let rests = false;
  return operations.map((operation, index): Verdict => {
    const { opId, ...command } = operation;
    if (aside && isWork(command)) {
      // A difference says nothing by itself: it is asked for as the whole text, and what is behind it must not be set aside before it.
      if (isEdit(command)) blocked ??= "other-text";
      if (blocked) return { opId, refusal: blocked };
      // J5, J7: kept as it came, if it is of this paper at all.
      const refusal = misfit(given.outline, command, Number.POSITIVE_INFINITY);
      return refusal === undefined ? { opId, draft: workDraft(command), expectedSeq: null, untilMs: null, aside } : { opId, refusal };
    }
    const refusal = blocked ?? (given.epoch !== attempt.epoch ? "stale-epoch" : unfit(provisional, given.outline, command, given.nowMs));
    if (refusal !== undefined) return { opId, refusal };
    const sectioned = provisional.state === "running" && provisional.sections !== null && isWork(command);
    const untilMs = provisional.state === "running" && isWork(command) ? openUntil(provisional, command) : null;
    const isLate = untilMs !== null && isWork(command) && workingNow(provisional, given.nowMs) > untilMs;
    if (isLate && isEdit(command)) {
      blocked = "other-text";
      return { opId, refusal: blocked };
    }
    // T7: of a section that is closed, kept as what comes after the end is.
    if (isLate) return { opId, draft: workDraft(command), expectedSeq: provisional.seq, untilMs, aside: true };
    // T2: whether it is too late is said by the database's clock, at the writing; here it never is.
    const nowMs = provisional.state === "running" ? Math.min(given.nowMs, provisional.deadlineMs) : given.nowMs;
    const decided = decide(provisional, command, nowMs);
    if (!decided.ok) {
      // What is behind an operation to be sent again must not overtake it.
      if (refusalAdvice[decided.refusal] === "retry" || refusalAdvice[decided.refusal] === "whole") blocked = decided.refusal;
      return { opId, refusal: decided.refusal };
    }
    // A difference holds only for the very text it was judged by, work in a section only while that one is open; what comes behind must not overtake either.
    rests ||= isEdit(command) || sectioned;
    const expectedSeq = rests ? provisional.seq : null;
    if (index + 1 < operations.length) provisional = evolve(provisional, { ...decided.value, seq: provisional.seq + 1, atMs: nowMs });
    return { opId, draft: decided.value, expectedSeq, untilMs, aside: false };
  });
}

/** Time stands still in a pause. */
const workingNow = (attempt: Attempt, nowMs: number): number => (attempt.state === "running" ? (attempt.pausedSinceMs ?? nowMs) : nowMs);

function unfit(attempt: Attempt, outline: Outline, command: CandidateCommand, nowMs: number): Refusal | undefined {
  return attempt.state === "running" ? misfit(outline, command, workedMs(attempt.time, attempt.pausedSinceMs, nowMs)) : undefined;
}

/** What an entry changes in the attempt's row; must agree with what journal_append allows its kind. */
export function nextOf(attempt: Attempt, draft: EntryDraft, nowMs: number): JournalNext | null {
  switch (draft.kind) {
    case "started": {
      const { startedAtMs, deadlineMs, deviceId } = draft.body;
      return { state: "running", startedAtMs, deadlineAtMs: deadlineMs, ...(deviceId ? { deviceId } : {}) };
    }
    case "submitted":
    case "expired":
    case "ended":
      return { state: "closed" };
    case "taken-over":
      return { epoch: draft.body.epoch, deviceId: draft.body.deviceId };
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

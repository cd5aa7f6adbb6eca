/**
 * The attempt: one machine, run by the server and by the client (J1). State is the fold of the journal's entries; a command
 * gives the entry to write or a refusal. No clock, no randomness, no I/O: time is an argument.
 */
import { assert, ok, refuse, type Result } from "../kernel/index.ts";
import type { Attempt, Closed, Common, Running, Waiting } from "./attempt-state.ts";
import type { Command, WorkCommand } from "./command.ts";
import { deadline, type TimeParts } from "./deadline.ts";
import type { Entry, EntryDraft } from "./entry.ts";
import type { Refusal } from "./refusal.ts";
import { answeredCount, changeWork, evolveWork, isWorkEntry, noWork, ownWork, type Work } from "./work.ts";
import { hasNoUseFor, widened } from "./no-limit.ts";
import { openUntil, isAhead, openSection } from "./section-rules.ts";
import { firstSection, lengthened, nextSection } from "./sections.ts";
import { decideSupervised, extended } from "./supervised.ts";
import { isEditOf } from "./text-place.ts";
import { isEdit, workDraft } from "./work-draft.ts";

/** More entries than any person can make; a runaway client stops here. */
export const entriesMax = 20_000;

export function fold(entries: Iterable<Entry>): Attempt | null {
  let attempt: Attempt | null = null;
  for (const entry of entries) attempt = evolveOwn(attempt, entry);
  return attempt;
}

/** A copy that is nobody else's, for `evolveOwn`. */
export function ownAttempt(attempt: Attempt): Attempt {
  return attempt.state === "waiting" ? attempt : { ...attempt, work: ownWork(attempt.work) };
}

/**
 * As `evolve`, of an attempt that nobody else holds: work changes it where it stands. A journal has thousands of entries, a house thousands
 * of attempts, and copying all of the work for each entry was most of what a server threw away (npm run bench -- saves crowd).
 */
export function evolveOwn(attempt: Attempt | null, entry: Entry): Attempt {
  if (attempt?.state !== "running" || !isWorkEntry(entry)) return evolve(attempt, entry);
  assertNext(attempt, entry);
  changeWork(attempt.work as Parameters<typeof changeWork>[0], entry);
  (attempt as { seq: number }).seq = entry.seq;
  return attempt;
}

function assertNext(attempt: Attempt | null, { seq }: Entry): void {
  assert(seq === (attempt?.seq ?? 0) + 1, `[J4] entry ${seq} after ${attempt?.seq ?? 0}`);
}

/** Entries are facts: one that does not follow from the state is a bug, never a refusal. */
export function evolve(attempt: Attempt | null, entry: Entry): Attempt {
  assertNext(attempt, entry);
  if (attempt === null) {
    assert(entry.kind === "prepared", `an attempt begins with prepared, not ${entry.kind}`);
    const { limitMs, windowStartMs, windowEndMs, seed, noticeId, offlineWindowMs = 0, sections = null, proctorStarts = false, entryClosesMs = null, safeExamBrowser = false } = entry.body;
    const common = {
      seq: 1,
      epoch: 1,
      deviceId: null,
      seed,
      windowEndMs,
      offlineWindowMs,
      timeSeq: 0, timeAcknowledgedSeq: 0,
      safeExamBrowser,
    };
    return {
      state: "waiting",
      ...common,
      windowStartMs,
      limitMs,
      accommodationsMs: 0,
      extensionsMs: 0,
      noticeId,
      noticeAcknowledgedAtMs: null,
      plan: sections,
      proctorStarts,
      entryClosesMs,
    };
  }
  const moved = attempt.state === "waiting" ? evolveWaiting(attempt, entry) : attempt.state === "running" ? evolveRunning(attempt, entry) : evolveClosed(attempt, entry);
  assert(moved, `${entry.kind} in state ${attempt.state}`);
  return { ...moved, seq: entry.seq, timeSeq: changesTime(entry) ? entry.seq : attempt.timeSeq };
}

function changesTime({ kind }: Entry): boolean {
  return kind === "accommodated" || kind === "extended" || kind === "paused" || kind === "resumed";
}

function evolveWaiting(attempt: Waiting, entry: Entry): Attempt | undefined {
  switch (entry.kind) {
    case "notice-acknowledged":
      return { ...attempt, noticeAcknowledgedAtMs: attempt.noticeAcknowledgedAtMs ?? entry.atMs };
    case "accommodated":
      return { ...attempt, accommodationsMs: attempt.accommodationsMs + entry.body.ms };
    case "extended":
      return { ...widened(attempt, attempt.limitMs, entry.body.ms), extensionsMs: attempt.extensionsMs + entry.body.ms };
    case "time-acknowledged":
      return { ...attempt, timeAcknowledgedSeq: entry.body.seq };
    case "started": {
      const { limitMs, accommodationsMs, extensionsMs } = attempt;
      const time = {
        startedAtMs: entry.body.startedAtMs,
        limitMs,
        accommodationsMs,
        extensionsMs,
        pausedMs: 0,
      };
      const common = { ...commonOf(attempt), deviceId: entry.body.deviceId ?? null };
      const stretch = limitMs === null ? 1 : (limitMs + accommodationsMs + extensionsMs) / limitMs;
      return {
        state: "running",
        ...common,
        time,
        pausedSinceMs: null,
        deadlineMs: deadline(time, attempt.windowEndMs),
        sections: attempt.plan && firstSection(attempt.plan, time.startedAtMs, stretch),
        work: ownWork(noWork),
      };
    }
    default:
      return undefined;
  }
}

function evolveRunning(attempt: Running, entry: Entry): Attempt | undefined {
  switch (entry.kind) {
    case "responded":
    case "edited":
    case "flagged":
    case "visited":
    case "acted":
      return { ...attempt, work: evolveWork(attempt.work, entry) };
    case "merged":
      return { ...attempt, work: merged(attempt.work, entry) };
    case "time-acknowledged":
      return { ...attempt, timeAcknowledgedSeq: entry.body.seq };
    case "accommodated":
      return given(timed(attempt, { ...attempt.time, accommodationsMs: attempt.time.accommodationsMs + entry.body.ms }, attempt.pausedSinceMs), entry.atMs, entry.body.ms);
    case "extended":
      return given(timed(widened(attempt, attempt.time.limitMs, entry.body.ms), { ...attempt.time, extensionsMs: attempt.time.extensionsMs + entry.body.ms }, attempt.pausedSinceMs), entry.atMs, entry.body.ms);
    case "paused":
      return timed(given(attempt, entry.body.pausedAtMs, 0), attempt.time, entry.body.pausedAtMs);
    case "resumed":
      return timed(given(attempt, entry.atMs, entry.body.ms), { ...attempt.time, pausedMs: attempt.time.pausedMs + entry.body.ms }, null);
    case "section-opened":
      return attempt.sections ? { ...attempt, sections: nextSection(attempt.sections, entry.body.openedAtMs) } : undefined;
    case "taken-over":
      return { ...attempt, epoch: entry.body.epoch, deviceId: entry.body.deviceId };
    case "submitted":
      return closed(attempt, "submitted", entry.atMs);
    case "ended":
      return closed(attempt, "ended", entry.atMs);
    case "expired":
      return closed(attempt, "expired", entry.body.deadlineMs);
    default:
      return undefined;
  }
}

/** What had been set aside may come to count after the end too; nothing else changes then. */
function evolveClosed(attempt: Closed, entry: Entry): Attempt | undefined {
  return entry.kind === "merged" ? { ...attempt, work: merged(attempt.work, entry) } : undefined;
}

function merged(work: Work, { body, atMs }: Extract<Entry, { kind: "merged" }>): Work {
  return evolveWork(work, { ...body.deed, atMs: body.madeAtMs ?? atMs });
}

function commonOf({ seq, epoch, deviceId, seed, windowEndMs, offlineWindowMs, timeSeq, timeAcknowledgedSeq, safeExamBrowser }: Attempt): Common {
  return { seq, epoch, deviceId, seed, windowEndMs, offlineWindowMs, timeSeq, timeAcknowledgedSeq, safeExamBrowser };
}

/** T7: time that is given belongs to the section that is open; while the attempt is paused that is the one it was paused in. */
function given(attempt: Running, atMs: number, ms: number): Running {
  return attempt.sections ? { ...attempt, sections: lengthened(attempt.sections, attempt.pausedSinceMs ?? atMs, ms) } : attempt;
}

function timed(attempt: Running, time: TimeParts, pausedSinceMs: number | null): Running {
  return {
    ...attempt,
    time,
    pausedSinceMs,
    deadlineMs: pausedSinceMs === null ? deadline(time, attempt.windowEndMs) : attempt.windowEndMs,
  };
}

function closed(attempt: Running, reason: Closed["reason"], closedAtMs: number): Closed {
  return {
    state: "closed",
    ...commonOf(attempt),
    time: attempt.time,
    reason,
    closedAtMs,
    sections: attempt.sections,
    work: attempt.work,
  };
}

/** The entry that a command leads to now, or why not. `nowMs` is the server's time (T2). */
export function decide(attempt: Attempt | null, command: Command, nowMs: number): Result<EntryDraft, Refusal> {
  if (attempt === null) {
    if (command.kind !== "prepare") return refuse("not-found");
    const { kind: _, ...body } = command;
    return ok({ kind: "prepared", body });
  }
  if (hasNoUseFor(attempt, command)) return refuse("no-limit");
  switch (attempt.state) {
    case "waiting":
      return decideWaiting(attempt, command, nowMs);
    case "running":
      return decideRunning(attempt, command, nowMs);
    case "closed":
      return command.kind === "merge" ? decideMerge(attempt, command) : refuse("closed");
  }
}

function decideWaiting(attempt: Waiting, command: Command, nowMs: number): Result<EntryDraft, Refusal> {
  switch (command.kind) {
    case "prepare":
      return refuse("already-started");
    case "acknowledge-notice":
      return command.noticeId === attempt.noticeId ? ok({ kind: "notice-acknowledged", body: { noticeId: command.noticeId } }) : refuse("wrong-notice");
    case "accommodate":
      return ok({ kind: "accommodated", body: { ms: command.ms, reason: command.reason } });
    case "extend":
      return ok(extended(command));
    case "start": {
      if (attempt.noticeId !== null && attempt.noticeAcknowledgedAtMs === null) return refuse("notice-not-acknowledged");
      if (nowMs < attempt.windowStartMs || nowMs >= attempt.windowEndMs) return refuse("outside-window");
      const { limitMs, accommodationsMs, extensionsMs } = attempt;
      const time = { startedAtMs: nowMs, limitMs, accommodationsMs, extensionsMs, pausedMs: 0 };
      return ok({
        kind: "started",
        body: {
          startedAtMs: nowMs,
          deadlineMs: deadline(time, attempt.windowEndMs),
          deviceId: command.deviceId ?? null,
        },
      });
    }
    case "acknowledge-time":
      return acknowledgeTime(attempt, command.seq);
    default:
      return refuse("not-started");
  }
}

function decideRunning(attempt: Running, command: Command, nowMs: number): Result<EntryDraft, Refusal> {
  switch (command.kind) {
    case "prepare":
    case "acknowledge-notice":
    case "start":
      return refuse("already-started");
    case "accommodate":
    case "extend":
    case "pause":
    case "resume":
    case "free-device":
    case "end":
      return decideSupervised(attempt, command, nowMs);
    case "take-over":
      return ok({
        kind: "taken-over",
        body: { epoch: attempt.epoch + 1, deviceId: command.deviceId, reason: null },
      });
    case "acknowledge-time":
      return acknowledgeTime(attempt, command.seq);
    case "merge":
      return decideMerge(attempt, command);
    case "expire":
      return nowMs >= attempt.deadlineMs ? ok({ kind: "expired", body: { deadlineMs: attempt.deadlineMs } }) : refuse("not-ready");
    case "open-section":
      return openSection(attempt, command.sectionId, nowMs);
    case "submit":
      if (nowMs > attempt.deadlineMs) return refuse("deadline-passed");
      return ok({ kind: "submitted", body: { answered: answeredCount(attempt.work) } });
    default:
      return decideWork(attempt, command, nowMs);
  }
}

function decideWork(attempt: Running, command: WorkCommand, nowMs: number): Result<EntryDraft, Refusal> {
  const workingMs = attempt.pausedSinceMs ?? nowMs;
  if (nowMs > attempt.deadlineMs || workingMs > (openUntil(attempt, command) ?? Number.POSITIVE_INFINITY)) return refuse("late");
  if (attempt.pausedSinceMs !== null) return refuse("paused");
  if (attempt.seq >= entriesMax) return refuse("limit-reached");
  if (isAhead(attempt, command, workingMs)) return refuse("does-not-fit");
  if (command.kind === "act" && command.action.type === "withdraw" && !attempt.work.actions.some((action) => action.actionId === command.action.actionId)) return refuse("unknown-action");
  if (isEdit(command) && !isEditOf(attempt.work, command, command.edit)) return refuse("other-text");
  return ok(workDraft(command));
}

/** T4: acknowledged once, and never something newer than what there is. */
function acknowledgeTime(attempt: Waiting | Running, seq: number): Result<EntryDraft, Refusal> {
  return seq <= attempt.timeAcknowledgedSeq || seq > attempt.timeSeq ? refuse("already-started") : ok({ kind: "time-acknowledged", body: { seq } });
}

/** J5, J7: whether it was set aside, and only once, is for the database to say. */
function decideMerge(attempt: Running | Closed, command: Extract<Command, { kind: "merge" }>): Result<EntryDraft, Refusal> {
  const { kind: _, ...body } = command;
  const { deed } = body;
  if (attempt.seq >= entriesMax) return refuse("limit-reached");
  if (deed.kind === "edited" && !isEditOf(attempt.work, deed.body, deed.body.edit)) return refuse("other-text");
  return ok({ kind: "merged", body });
}

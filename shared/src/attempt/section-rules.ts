/** T7: what the sections of an attempt allow. */
import { ok, refuse, type Result } from "../kernel/index.ts";
import type { Closed, Running } from "./attempt-state.ts";
import type { WorkCommand } from "./command.ts";
import type { EntryDraft } from "./entry.ts";
import type { Refusal } from "./refusal.ts";
import { itemSpan, sectionsAt } from "./sections.ts";

/** A client's idea of the time may be this much ahead of ours when a section's time runs out. */
const aheadMs = 5_000;

/**
 * T7: the last moment at which what the work is about was open, or will be by the time alone; null where that is not known. What
 * ran out took work in its last moment; what was left takes none in the moment it was left, as that comes after it.
 */
export function openUntil(attempt: Running | Closed, command: WorkCommand): number | null {
  const end = "itemId" in command && attempt.sections ? itemSpan(attempt.sections, attempt.work.visited, command.itemId)?.end : null;
  if (!end) return null;
  return end.ranOut ? end.atMs : end.atMs - 1;
}

/** Whether its section is not open yet. */
export function isAhead({ sections, work }: Running, command: WorkCommand, nowMs: number): boolean {
  const span = "itemId" in command && sections ? itemSpan(sections, work.visited, command.itemId) : null;
  return span !== null && (span.fromMs === null || nowMs + aheadMs < span.fromMs);
}

/** T7: always the one that comes next; for any other one it is too late or too early. */
export function openSection(attempt: Running, sectionId: string, nowMs: number): Result<EntryDraft, Refusal> {
  if (nowMs > attempt.deadlineMs) return refuse("deadline-passed");
  if (attempt.pausedSinceMs !== null) return refuse("paused");
  const place = attempt.sections?.plan.findIndex(({ id }) => id === sectionId) ?? -1;
  const open = attempt.sections && sectionsAt(attempt.sections, nowMs).index;
  if (open === null || place < 0 || place > open + 1) return refuse("does-not-fit");
  return place === open + 1 ? ok({ kind: "section-opened", body: { sectionId, openedAtMs: nowMs } }) : refuse("already-started");
}

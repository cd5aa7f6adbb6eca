import { itemSpan, type Attempt, type EntryDraft, type WorkKind } from "@kompeten/shared/attempt";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";

/** A time during which the browser could reach us; `endedMs` is when it was last heard of. */
export type Contact = { openedMs: number; endedMs: number };

/** What was made this shortly before the last sign of life may have met a line that was failing already. */
export const noticeMs = 6_000;

/** What reaches us this shortly after the deadline may have left before it. */
export const onItsWayMs = 5_000;

export type LateWork = { madeAtMs: number | null; receivedAtMs: number; deadlineMs: number; offlineWindowMs: number; contacts: readonly Contact[] };
/** Merged in this order. */
export const lateBecause = ["line-down", "on-its-way"] as const;
export type LateBecause = (typeof lateBecause)[number];
export type LateReason = "no-offline-window" | "time-unknown" | "made-late" | "outside-window" | "line-was-up";

/**
 * J7: whether something that arrived after the deadline counts: it was made in time, and was either on its way as time ran out, or
 * the line was down from then until the deadline had passed and it arrived within the assessment's offline window. When it was made
 * is the device's own word; that the line was down is ours.
 */
export function lateWorkCounts({ madeAtMs, receivedAtMs, deadlineMs, offlineWindowMs, contacts }: LateWork): Result<LateBecause, LateReason> {
  const wasOnItsWay = receivedAtMs <= deadlineMs + onItsWayMs;
  if (offlineWindowMs === 0 && !wasOnItsWay) return refuse("no-offline-window");
  if (madeAtMs === null) return refuse("time-unknown");
  if (madeAtMs > deadlineMs) return refuse("made-late");
  if (receivedAtMs > deadlineMs + offlineWindowMs && !wasOnItsWay) return refuse("outside-window");
  const wasUp = contacts.some(({ openedMs, endedMs }) => openedMs < deadlineMs && endedMs > madeAtMs + noticeMs);
  return wasUp ? refuse("line-was-up") : ok(wasOnItsWay ? "on-its-way" : "line-down");
}

/** T7: the deadline that the work missed: its section's where that ran out before, else the attempt's. Null where the section was left by the candidate, as a hand-in is. */
export function lateFrom(attempt: Exclude<Attempt, { state: "waiting" }>, deed: Extract<EntryDraft, { kind: WorkKind }>, deadlineMs: number): number | null {
  const end = "itemId" in deed.body && attempt.sections ? itemSpan(attempt.sections, attempt.work.visited, deed.body.itemId)?.end : null;
  if (!end || end.atMs > deadlineMs) return deadlineMs;
  return end.ranOut ? end.atMs : null;
}

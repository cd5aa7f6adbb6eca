import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import type { Marks } from "./room-record.rules.ts";

export type RowState = "waiting" | "ready" | "running" | "paused" | "submitted" | "expired" | "ended";

/** What a proctor calls the state: whoever has read the notice is ready. */
export function rowState(attempt: SupervisedAttempt): RowState {
  if (attempt.state === "closed") return attempt.closedReason ?? "submitted";
  if (attempt.state === "running") return attempt.pausedSinceMs === null ? "running" : "paused";
  return attempt.noticeAcknowledged ? "ready" : "waiting";
}

/** Null when no clock runs; in a pause the deadline is only the end of the window. */
export function secondsLeft(attempt: SupervisedAttempt, serverNowMs: number): number | null {
  if (attempt.state !== "running" || attempt.withoutLimit || attempt.deadlineMs === null || attempt.pausedSinceMs !== null) return null;
  return Math.max(0, Math.ceil((attempt.deadlineMs - serverNowMs) / 1000));
}

/** Slower than this each way there and back, and a candidate notices. */
const slowMs = 1000;

/** Nobody is expected to be connected while nothing runs. */
export function connection(attempt: SupervisedAttempt): "on" | "slow" | "off" | "idle" {
  if (attempt.line === "on") return (attempt.roundTripMs ?? 0) >= slowMs ? "slow" : "on";
  // A form is left for days (T8): that nobody is there is nothing to look after.
  return attempt.state === "running" && !attempt.withoutLimit ? "off" : "idle";
}

/** What a proctor may have to do something about. */
export const signs = ["cutOff", "slow", "unsaved", "away", "unacknowledged", "setAside", "incident", "unread", "held"] as const;
export type Sign = (typeof signs)[number];

/** T8: whoever leaves a form for days does nothing that asks for a look. */
export const isAway = (attempt: SupervisedAttempt): boolean => attempt.state === "running" && !attempt.withoutLimit && attempt.awaySinceMs !== null;

/** R5: a proctor has to decide about the browser. */
export const isHeld = ({ state }: Pick<SupervisedAttempt, "state">, { held }: Marks): boolean => held && state !== "closed";

export function signsOf(attempt: SupervisedAttempt, marks: Marks): Sign[] {
  const line = connection(attempt);
  const is: Record<Sign, boolean> = {
    cutOff: line === "off",
    slow: line === "slow",
    unsaved: attempt.unsaved > 0 && attempt.state !== "waiting",
    away: isAway(attempt),
    unacknowledged: attempt.timeUnacknowledged,
    setAside: attempt.setAside > 0,
    incident: marks.incidents > 0,
    unread: marks.unread > 0,
    held: isHeld(attempt, marks),
  };
  return signs.filter((sign) => is[sign]);
}

const rank = { running: 0, waiting: 1, closed: 2 } as const;
const byName = new Intl.Collator("id");

/** Who works comes first, then by name, then in the order in which instruments are taken. */
export function inWatchOrder(attempts: readonly SupervisedAttempt[]): SupervisedAttempt[] {
  return [...attempts].sort((a, b) => rank[a.state] - rank[b.state] || byName.compare(a.candidate.name, b.candidate.name) || a.ordinal - b.ordinal);
}

export type RoomCounts = { running: number; paused: number; waiting: number; closed: number; cutOff: number; unsaved: number; away: number; incident: number };

export function tally(attempts: readonly SupervisedAttempt[], marksOf: (attempt: SupervisedAttempt) => Marks): RoomCounts {
  const counts: RoomCounts = { running: 0, paused: 0, waiting: 0, closed: 0, cutOff: 0, unsaved: 0, away: 0, incident: 0 };
  for (const attempt of attempts) {
    counts[attempt.pausedSinceMs === null ? attempt.state : "paused"] += 1;
    for (const sign of signsOf(attempt, marksOf(attempt))) if (sign === "cutOff" || sign === "unsaved" || sign === "away") counts[sign] += 1;
  }
  // Noted of people, who may have several attempts in the room.
  counts.incident = new Set(attempts.filter((attempt) => marksOf(attempt).incidents > 0).map(({ enrolmentId }) => enrolmentId)).size;
  return counts;
}

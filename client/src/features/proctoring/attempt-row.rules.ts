import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";

export type RowState = "waiting" | "ready" | "running" | "paused" | "submitted" | "expired";

/** What a proctor calls the state: whoever has read the notice is ready. */
export function rowState(attempt: SupervisedAttempt): RowState {
  if (attempt.state === "closed") return attempt.closedReason ?? "submitted";
  if (attempt.state === "running") return attempt.pausedSinceMs === null ? "running" : "paused";
  return attempt.noticeAcknowledged ? "ready" : "waiting";
}

/** Null when no clock runs; in a pause the deadline is only the end of the window. */
export function secondsLeft(attempt: SupervisedAttempt, serverNowMs: number): number | null {
  if (attempt.state !== "running" || attempt.deadlineMs === null || attempt.pausedSinceMs !== null) return null;
  return Math.max(0, Math.ceil((attempt.deadlineMs - serverNowMs) / 1000));
}

/** Nobody is expected to be connected while nothing runs. */
export function connection(attempt: SupervisedAttempt): "on" | "off" | "idle" {
  if (attempt.connected) return "on";
  return attempt.state === "running" ? "off" : "idle";
}

const rank = { running: 0, waiting: 1, closed: 2 } as const;

/** Who works comes first, then by name, then in the order in which instruments are taken. */
export function inWatchOrder(attempts: readonly SupervisedAttempt[]): SupervisedAttempt[] {
  return [...attempts].sort((a, b) => rank[a.state] - rank[b.state] || a.candidate.name.localeCompare(b.candidate.name, "id") || a.ordinal - b.ordinal);
}

export type RoomCounts = { running: number; paused: number; waiting: number; closed: number; cutOff: number; unacknowledged: number };

export function tally(attempts: readonly SupervisedAttempt[]): RoomCounts {
  const count = (is: (attempt: SupervisedAttempt) => boolean) => attempts.filter(is).length;
  return {
    running: count(({ state, pausedSinceMs }) => state === "running" && pausedSinceMs === null),
    paused: count(({ pausedSinceMs }) => pausedSinceMs !== null),
    waiting: count(({ state }) => state === "waiting"),
    closed: count(({ state }) => state === "closed"),
    cutOff: count((attempt) => connection(attempt) === "off"),
    unacknowledged: count(({ timeUnacknowledged }) => timeUnacknowledged),
  };
}

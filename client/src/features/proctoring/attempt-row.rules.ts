import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";

export type RowState = "waiting" | "ready" | "running" | "submitted" | "expired";

/** What a proctor calls the state: whoever has read the notice is ready. */
export function rowState(attempt: SupervisedAttempt): RowState {
  if (attempt.state === "closed") return attempt.closedReason ?? "submitted";
  if (attempt.state === "running") return "running";
  return attempt.noticeAcknowledged ? "ready" : "waiting";
}

/** Null when no clock runs. */
export function secondsLeft(attempt: SupervisedAttempt, serverNowMs: number): number | null {
  if (attempt.state !== "running" || attempt.deadlineMs === null) return null;
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

export function tally(attempts: readonly SupervisedAttempt[]): { waiting: number; running: number; closed: number; connected: number } {
  return {
    waiting: attempts.filter((attempt) => attempt.state === "waiting").length,
    running: attempts.filter((attempt) => attempt.state === "running").length,
    closed: attempts.filter((attempt) => attempt.state === "closed").length,
    connected: attempts.filter((attempt) => attempt.connected).length,
  };
}

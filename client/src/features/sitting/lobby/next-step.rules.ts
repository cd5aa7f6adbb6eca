import type { LobbyAttempt, LobbySitting } from "@kompeten/shared/contracts/lobby";

/** The one thing a candidate does next in a sitting. */
export type NextStep =
  | { kind: "notice" }
  | { kind: "wait"; attempt: LobbyAttempt }
  | { kind: "start"; attempt: LobbyAttempt }
  | { kind: "continue"; attempt: LobbyAttempt }
  | { kind: "done" }
  | { kind: "missed" };

export function nextStep(sitting: LobbySitting, serverNowMs: number): NextStep {
  const running = sitting.attempts.find((attempt) => attempt.state === "running");
  if (running) return { kind: "continue", attempt: running };
  const waiting = sitting.attempts.find((attempt) => attempt.state === "waiting");
  if (!waiting) return { kind: "done" };
  if (serverNowMs >= sitting.windowEndMs) return { kind: "missed" };
  if (sitting.notice && !sitting.notice.acknowledged) return { kind: "notice" };
  return { kind: serverNowMs < sitting.windowStartMs ? "wait" : "start", attempt: waiting };
}

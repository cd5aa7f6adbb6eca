/** T1: every part comes from a journal entry with author and reason. */
export type TimeParts = {
  readonly startedAtMs: number;
  /** Null: no clock but the end of the window (T8). */
  readonly limitMs: number | null;
  readonly accommodationsMs: number;
  readonly extensionsMs: number;
  readonly pausedMs: number;
};

/** T1: the one deadline function. Without a limit the window, which an extension moves (T8), says all. */
export function deadline(parts: TimeParts, windowEndMs: number): number {
  const { startedAtMs, limitMs, accommodationsMs, extensionsMs, pausedMs } = parts;
  if (limitMs === null) return windowEndMs;
  return Math.min(startedAtMs + limitMs + accommodationsMs + extensionsMs + pausedMs, windowEndMs);
}

/** Working time since the start, by which in-basket documents arrive: it stands still while the attempt is paused. */
export function workedMs(parts: Pick<TimeParts, "startedAtMs" | "pausedMs">, pausedSinceMs: number | null, nowMs: number): number {
  return Math.max(0, (pausedSinceMs ?? nowMs) - parts.startedAtMs - parts.pausedMs);
}

const warningMinutes = [10, 5, 1] as const;
export type WarningMinutes = (typeof warningMinutes)[number];

/** The warning to say when the time left has just gone from one value to the next; a long sleep says only the last one. */
export function warningCrossed(beforeMs: number, afterMs: number): WarningMinutes | null {
  if (afterMs <= 0) return null;
  return warningMinutes.findLast((minutes) => beforeMs > minutes * 60_000 && afterMs <= minutes * 60_000) ?? null;
}

/** How pressing the time is, for the look of a clock. */
export function urgency(leftMs: number, soonMs = 10 * 60_000): "calm" | "soon" | "now" {
  if (leftMs <= 60_000) return "now";
  return leftMs <= soonMs ? "soon" : "calm";
}

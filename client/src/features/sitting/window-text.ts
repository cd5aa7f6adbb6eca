import type { TFunction } from "../../words/types.ts";
import { formatDate, formatTime } from "../../ui/format.ts";

/** `23 November 2026, 09.30 WIB`, with day and month on one line. */
export const whenText = (ms: number, timeZone: string): string => `${formatDate(ms, timeZone).replace(" ", "\u00a0")}, ${formatTime(ms, timeZone)}`;

/** `23 November 2026, 09.30 WIB – 11.00 WIB`; with the second date where it is another. */
export function windowText(startMs: number, endMs: number, timeZone: string): string {
  const sameDay = formatDate(startMs, timeZone) === formatDate(endMs, timeZone);
  return `${whenText(startMs, timeZone)} – ${(sameDay ? formatTime : whenText)(endMs, timeZone)}`;
}

/** `pukul 09.30 WIB`; with its date where that is not today. */
export function startText(t: TFunction<"sitting">, startMs: number, nowMs: number, timeZone: string): string {
  const [date, time] = [formatDate(startMs, timeZone), formatTime(startMs, timeZone)];
  return date === formatDate(nowMs, timeZone) ? t("startsAt.today", { time }) : t("startsAt.otherDay", { date, time });
}

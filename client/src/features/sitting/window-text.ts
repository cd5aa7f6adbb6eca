import { formatDate, formatTime } from "../../ui/format.ts";

/** `23 November 2026, 09.30 WIB – 11.00 WIB`; with the second date where it is another. */
export function windowText(startMs: number, endMs: number, timeZone: string): string {
  const [from, to] = [formatDate(startMs, timeZone), formatDate(endMs, timeZone)];
  return `${from}, ${formatTime(startMs, timeZone)} – ${from === to ? "" : `${to}, `}${formatTime(endMs, timeZone)}`;
}

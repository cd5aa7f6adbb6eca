import type { TFunction } from "../../words/types.ts";
import { formatDate, formatDateTime, formatTime } from "../../ui/format.ts";

/** `24 November 2026, 08.00–11.00 WIB` where both ends are on one day, both in full where not. */
export function windowText(t: TFunction<"planning">, start: string, end: string, timeZone: string | null): string {
  const zone = timeZone ?? undefined;
  if (formatDate(start, zone) !== formatDate(end, zone)) return t("window", { from: formatDateTime(start, zone), to: formatDateTime(end, zone) });
  const [from] = formatTime(start, zone).split(" ");
  return `${formatDate(start, zone)}, ${from}–${formatTime(end, zone)}`;
}

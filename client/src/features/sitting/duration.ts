import type { TFunction } from "../../words/types.ts";

/** `1 jam 30 menit`. */
export function durationText(t: TFunction<"sitting">, ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const parts = [hours > 0 ? t("duration.hours", { count: hours }) : "", minutes % 60 > 0 || hours === 0 ? t("duration.minutes", { count: minutes % 60 }) : ""];
  return parts.filter(Boolean).join(" ");
}

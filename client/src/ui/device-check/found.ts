import { clockOffsetMaxMs, saveWays, verdictsOf, type BrowserFeature, type CheckedLine, type DeviceFindings, type Verdict } from "@kompeten/shared/contracts/device-check-rules";
import type { TFunction } from "../../words/types.ts";
import { formatNumber } from "../format.ts";
import type { Tone } from "../status-badge.tsx";

type T = TFunction<"device-check">;

export const verdictTone: Record<Verdict, Tone> = { ready: "good", attention: "caution", unusable: "bad" };

/** What was found on one line, in plain words; one sentence or two. */
export function foundTexts(t: T, line: CheckedLine, findings: DeviceFindings): string[] {
  const { missing, storage, screen, clockOffsetMs } = findings;
  switch (line) {
    case "browser":
      return [missing.length === 0 ? t("found.browser") : t("found.missing", { what: missing.map((feature) => t(`feature.${feature}`)).join(", ") })];
    case "storage":
      return [t(`found.storage.${storage}`)];
    case "screen":
      return [t("found.screen", { width: screen.widthPx, height: screen.heightPx })];
    case "clock":
      return [clockText(t, clockOffsetMs)];
    case "line":
      return saveWays.map((way) => {
        const { tried, saved, medianMs, worstMs } = findings[way];
        return saved === 0 ? t("found.unsaved", { way: t(`found.way.${way}`) }) : t("found.saved", { way: t(`found.way.${way}`), saved, tried, median: formatNumber(medianMs ?? 0), worst: formatNumber(worstMs ?? 0) });
      });
  }
}

function clockText(t: T, offsetMs: number | null): string {
  if (offsetMs === null) return t("found.clock.unknown");
  const by = durationText(t, Math.abs(offsetMs));
  if (Math.abs(offsetMs) <= clockOffsetMaxMs) return t("found.clock.right", { by });
  return t(offsetMs > 0 ? "found.clock.ahead" : "found.clock.behind", { by });
}

/** In the largest unit that fits: to say how wrong a clock is, not to count with. */
function durationText(t: T, ms: number): string {
  if (ms < 90_000) return t("seconds", { count: Math.round(ms / 1000) });
  if (ms < 5_400_000) return t("minutes", { count: Math.round(ms / 60_000) });
  if (ms < 129_600_000) return t("hours", { count: Math.round(ms / 3_600_000) });
  return t("days", { count: Math.round(ms / 86_400_000) });
}

const advisedApart = ["web-socket", "sealing", "tab-locks"] as const satisfies readonly BrowserFeature[];

/** What to do about it; nothing where the line is ready. */
export function adviceTexts(t: T, line: CheckedLine, findings: DeviceFindings): string[] {
  const verdict = verdictsOf(findings)[line];
  if (verdict === "ready") return [];
  const { missing, storage, clockOffsetMs, socket, http } = findings;
  switch (line) {
    case "browser":
      return verdict === "unusable" ? [t("advice.browser")] : advisedApart.filter((feature) => missing.includes(feature)).map((feature) => t(`advice.${feature}`));
    case "storage":
      return [t(storage === "memory" ? "advice.memory" : "advice.failed")];
    case "screen":
      return [t("advice.screen")];
    case "clock":
      return [t(clockOffsetMs === null ? "advice.unknown" : "advice.clock")];
    case "line":
      if (verdict === "unusable") return [t("advice.none")];
      return [t(socket.saved === 0 ? "advice.socket" : http.saved === 0 ? "advice.http" : "advice.slow")];
  }
}

import { sectionEnd, sectionsAt } from "@kompeten/shared/attempt";
import type { TestPaper } from "@kompeten/shared/paper";
import { IconHourglass } from "@tabler/icons-react";
import { useState } from "react";
import { formatClock } from "../../../ui/format.ts";
import { useTranslation } from "../../../words/use-translation.ts";
import { urgency, warningCrossed, type WarningMinutes } from "../session/time-warning.rules.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useTicking } from "../use-now.ts";
import classes from "./sections.module.css";

/** A section is short: most of it would be "soon" by the measure of a whole test. */
const soonMs = 3 * 60_000;

/** Which section is open, how long, and what cannot be undone in it. */
export default function SectionBar({ paper, index, over }: { paper: TestPaper; index: number; over: boolean }) {
  const { t } = useTranslation("sections");
  const { state } = useAttempt();
  const seconds = useSectionSeconds();
  const [last, setLast] = useState({ index, seconds });
  const [said, setSaid] = useState<{ ranOutOf: number } | WarningMinutes | null>(null);
  const section = paper.sections[index];
  // Adjusted while rendering, as the clock of the whole test does.
  if (last.index !== index || last.seconds !== seconds) {
    setLast({ index, seconds });
    if (last.index !== index) setSaid((state.sections?.ended[last.index]?.ranOut ?? true) ? { ranOutOf: last.index } : null);
    else {
      const crossed = last.seconds === null || seconds === null ? null : warningCrossed(last.seconds * 1000, seconds * 1000);
      if (crossed) setSaid(crossed);
    }
  }
  if (!section) return null;
  const paused = state.status?.state === "running" && state.status.pausedSinceMs !== null;
  const limited = section.limitSeconds !== undefined;
  return (
    <section className={classes.bar} aria-label={t("bar")}>
      <p className={classes.place}>
        <strong>{t("place", { number: index + 1, total: paper.sections.length, title: section.title })}</strong>
        <span>{t(section.navigation === "forward-only" ? "forwardOnly" : "once")}</span>
      </p>
      <p className={classes.left} data-urgency={seconds === null ? "calm" : urgency(seconds * 1000, soonMs)}>
        <IconHourglass size={18} stroke={1.7} aria-hidden />
        <span>{limited ? t("left") : t("noLimit")}</span>
        {limited ? (
          <span role="timer" aria-label={t("left")} className={classes.time}>
            {paused ? t("paused") : seconds === null ? "--.--" : formatClock(seconds)}
          </span>
        ) : null}
      </p>
      <p role="status" className={classes.said}>
        {over ? `${t("over.title")}. ${t("over.text")}` : said === null ? "" : typeof said === "number" ? t("warning", { count: said }) : t("ranOut", { before: paper.sections[said.ranOutOf]?.title ?? "", title: section.title })}
      </p>
    </section>
  );
}

/** Seconds left in the open section by the server's clock; null where it has no limit or the clock stands still. */
function useSectionSeconds(): number | null {
  const { session, state } = useAttempt();
  const { sections, status } = state;
  return useTicking(() => {
    const nowMs = session.clock.nowMs();
    if (!sections || status?.state !== "running" || status.pausedSinceMs !== null || nowMs === undefined) return null;
    const endMs = sectionEnd(sectionsAt(sections, nowMs));
    return endMs === null ? null : Math.max(0, Math.ceil((Math.min(endMs, status.deadlineMs) - nowMs) / 1000));
  });
}

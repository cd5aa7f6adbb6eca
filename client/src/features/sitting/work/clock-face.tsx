import { IconClock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { formatClock } from "../../../ui/format.ts";
import { urgency, warningCrossed, type WarningMinutes } from "../session/time-warning.rules.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useTicking } from "../use-now.ts";
import classes from "./work-frame.module.css";

const warningShownSeconds = 15;

/** Seconds left by the server's clock (T2); negative once it is over, null while it stands still or is not known yet. */
export function useSecondsLeft(): number | null {
  const { session, state } = useAttempt();
  const { status } = state;
  return useTicking(() => {
    const nowMs = session.clock.nowMs();
    if (status?.state !== "running" || status.pausedSinceMs !== null || nowMs === undefined) return null;
    return Math.ceil((status.deadlineMs - nowMs) / 1000);
  });
}

export function ClockFace() {
  const { t } = useTranslation("sitting");
  const { state } = useAttempt();
  const seconds = useSecondsLeft();
  const [last, setLast] = useState(seconds);
  const [warning, setWarning] = useState<WarningMinutes | null>(null);
  // Adjusted while rendering, so that no frame shows the new time without its warning.
  if (seconds !== last) {
    setLast(seconds);
    const crossed = last === null || seconds === null ? null : warningCrossed(last * 1000, seconds * 1000);
    if (crossed) setWarning(crossed);
  }
  // Shown for a while and then gone: a clock that has changed its colour is not noticed by somebody who reads.
  const showing = warning !== null && seconds !== null && seconds > warning * 60 - warningShownSeconds && seconds <= warning * 60;
  const paused = state.status?.state === "running" && state.status.pausedSinceMs !== null;
  return (
    <div className={classes.clock} data-urgency={seconds === null ? "calm" : urgency(seconds * 1000)} data-warning={showing || undefined}>
      <IconClock size={20} stroke={1.7} aria-hidden />
      <span className={classes.clockTime} role="timer" aria-label={t(state.restored ? "clock.estimate" : "clock.label")}>
        {state.restored && seconds !== null ? "± " : ""}
        {paused ? t("clock.paused") : seconds === null ? "--.--" : formatClock(seconds)}
      </span>
      <span role="status" className={showing ? classes.warning : classes.hidden}>
        {warning ? t("clock.warning", { count: warning }) : ""}
      </span>
    </div>
  );
}

import type { LobbyAttempt, LobbySitting } from "@kompeten/shared/contracts/lobby";
import { Suspense } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { ButtonLink } from "../../../app/link.tsx";
import { StatusBadge, type Tone } from "../../../ui/status-badge.tsx";
import { addresses } from "../addresses.ts";
import { durationText } from "../duration.ts";
import { type Lobby, serverNowOf } from "../queries.ts";
import { useTicking } from "../use-now.ts";
import { startText, whenText, windowText } from "../window-text.ts";
import { LobbyReceipts, SafeBrowserHint } from "../work/lazy-parts.ts";
import classes from "./lobby.module.css";
import { nextStep } from "./next-step.rules.ts";

export function SittingCard({ sitting, lobby }: { sitting: LobbySitting; lobby: Lobby }) {
  const { t } = useTranslation("sitting");
  // Changes when the window opens or ends, not every second.
  const stepKind = useTicking(() => nextStep(sitting, serverNowOf(lobby)).kind);
  const { windowStartMs, windowEndMs, timeZone } = sitting;
  return (
    <section className={classes.card} aria-labelledby={`sesi-${sitting.sittingId}`}>
      <p className={classes.assessment}>{sitting.assessmentTitle}</p>
      <h2 id={`sesi-${sitting.sittingId}`} className={classes.sitting}>
        {sitting.title}
      </h2>
      <p className={classes.window}>
        {windowText(windowStartMs, windowEndMs, timeZone)}
        {sitting.place ? <span> · {sitting.place}</span> : null}
      </p>
      <ol className={classes.attempts}>
        {sitting.attempts.map((attempt, index) => (
          <li key={attempt.attemptId} className={classes.attempt}>
            <span className={classes.number} aria-hidden>
              {index + 1}
            </span>
            <span className={classes.instrument}>
              <strong>{attempt.instrument.title}</strong>
              <span className={classes.dimmed}>
                {t(`kind.${attempt.instrument.kind}`)} · {attempt.limitMs === null ? t("noLimit") : durationText(t, attempt.limitMs)}
              </span>
            </span>
            <span className={classes.way}>
              <StatusBadge size="lg" tone={toneOf(attempt, stepKind)}>{t(`attemptState.${stateOf(attempt, stepKind)}`)}</StatusBadge>
              {mayFill(attempt, stepKind) ? (
                <ButtonLink
                  to={addresses.attempt(attempt.attemptId)}
                  variant={attempt.state === "running" ? "filled" : "default"}
                  mih={44}
                  aria-label={t(attempt.state === "running" ? "lobby.formAction.continueNamed" : "lobby.formAction.fillNamed", { title: attempt.instrument.title })}
                >
                  {t(attempt.state === "running" ? "lobby.action.continue" : "lobby.formAction.fill")}
                </ButtonLink>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {sitting.safeExamBrowser && sitting.attempts.some(({ state }) => state !== "closed") ? (
        <Suspense fallback={null}>
          <SafeBrowserHint sittingId={sitting.sittingId} />
        </Suspense>
      ) : null}
      <Receipts sitting={sitting} />
      <NextStep sitting={sitting} lobby={lobby} />
    </section>
  );
}

function Receipts({ sitting }: { sitting: LobbySitting }) {
  const ended = sitting.attempts.filter((attempt) => attempt.state === "closed");
  if (ended.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <LobbyReceipts attempts={ended} />
    </Suspense>
  );
}

/** T8: forms are begun and gone on with in any order, so each has its own way in. */
function mayFill({ limitMs, state }: LobbyAttempt, step: string): boolean {
  return limitMs === null && state !== "closed" && (step === "start" || step === "continue");
}

function stateOf(attempt: LobbyAttempt, step: string) {
  if (attempt.state === "closed") return attempt.closedReason ?? "submitted";
  return attempt.state === "waiting" && step === "missed" ? "missed" : attempt.state;
}

function toneOf(attempt: LobbyAttempt, step: string): Tone {
  const state = stateOf(attempt, step);
  return ({ waiting: "neutral", running: "active", submitted: "good", expired: "info", ended: "info", missed: "caution" } as const)[state];
}

function NextStep({ sitting, lobby }: { sitting: LobbySitting; lobby: Lobby }) {
  const { t } = useTranslation("sitting");
  const nowMs = serverNowOf(lobby);
  const step = nextStep(sitting, nowMs);
  const at = startText(t, sitting.windowStartMs, nowMs, sitting.timeZone);
  if ("attempt" in step && step.attempt.limitMs === null && step.kind !== "wait")
    return (
      <div className={classes.next}>
        <p className={classes.nextText}>{t("lobby.forms", { until: whenText(sitting.windowEndMs, sitting.timeZone) })}</p>
      </div>
    );
  const to = step.kind === "notice" ? addresses.notice(sitting.sittingId) : "attempt" in step ? addresses.attempt(step.attempt.attemptId) : null;
  return (
    <div className={classes.next}>
      <p className={classes.nextText}>{t(`lobby.next.${step.kind}`, { at, title: "attempt" in step ? step.attempt.instrument.title : "" })}</p>
      {to ? (
        <ButtonLink to={to} size="md">
          {t(`lobby.action.${step.kind as "notice" | "wait" | "start" | "continue"}`)}
        </ButtonLink>
      ) : null}
    </div>
  );
}

import type { Refusal } from "@kompeten/shared/attempt";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { ButtonLink } from "../../../app/link.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { patiently } from "../../../ui/patient.ts";
import { formatClock } from "../../../ui/format.ts";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import { durationText } from "../duration.ts";
import { lobbyQuery, sittingOfAttempt } from "../queries.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useTicking } from "../use-now.ts";
import { startText, windowText } from "../window-text.ts";
import { ConnectionTrouble } from "../work/connection-trouble.tsx";
import { Dialog } from "../work/dialog.tsx";
import { SaveIndicator } from "../work/save-indicator.tsx";
import { newId } from "../../../browser/new-id.ts";
import classes from "./lobby.module.css";

/** Before the clock runs: what awaits, when it opens by the server's clock (T2), and one deliberate start. */
export function WaitingRoom() {
  const { t } = useTranslation(["sitting", "common"]);
  const { session, state } = useAttempt();
  const client = useQueryClient();
  const lobby = useQuery(lobbyQuery);
  const [asking, setAsking] = useState(false);
  const [opId] = useState(newId);
  const [starting, setStarting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | "network" | null>(null);
  const status = state.status?.state === "waiting" ? state.status : null;
  useEffect(() => {
    if (state.entryNews > 0) void client.invalidateQueries({ queryKey: lobbyQuery.queryKey });
  }, [client, state.entryNews]);
  // Most tests begin with a choice, some with an interaction that is fetched: while there is time.
  useEffect(() => void patiently(() => import("../interactions/item-answer.tsx")), []);
  const secondsToStart = useTicking(() => Math.ceil(((status?.windowStartMs ?? 0) - (session.clock.nowMs() ?? 0)) / 1000));
  const secondsToEnd = useTicking(() => Math.ceil(((status?.windowEndMs ?? 0) - (session.clock.nowMs() ?? 0)) / 1000));
  const sitting = sittingOfAttempt(lobby.data, session.attemptId);
  if (!status) return null;
  const { limitMs } = status;
  const own = sitting?.attempts.find((attempt) => attempt.attemptId === session.attemptId);
  const timeZone = sitting?.timeZone ?? "Asia/Jakarta";
  const obstacle = obstacleOf();

  function obstacleOf() {
    if (own?.startRefusal === "previous-instrument-open") return "previous-instrument-open" as const;
    if (!status?.noticeAcknowledged) return "notice-not-acknowledged" as const;
    if (secondsToEnd <= 0) return "window-ended" as const;
    if (secondsToStart > 0) return "window-not-open" as const;
    if (own?.startRefusal === "room-not-started" || own?.startRefusal === "entry-closed" || own?.startRefusal === "identity-refused") return own.startRefusal;
    return state.line === "offline" || state.line === "signed-out" ? ("no-line" as const) : null;
  }

  async function start() {
    setStarting(true);
    setRefusal(null);
    try {
      const answer = await session.begin(opId);
      const first = answer.ok ? answer.acknowledgements[0] : answer;
      if (first && !first.ok && first.refusal !== "already-started") setRefusal(first.refusal);
      void client.invalidateQueries({ queryKey: lobbyQuery.queryKey });
    } catch {
      setRefusal("network");
    } finally {
      setStarting(false);
    }
  }

  return (
    <BarePage title={state.title} intro={sitting ? `${sitting.assessmentTitle} · ${sitting.title}` : ""} aside={<SaveIndicator working={false} />} back={{ to: addresses.lobby, label: t("toLobby") }}>
      <ConnectionTrouble />
      <section className={classes.panel}>
        <dl className={classes.facts}>
          <div>
            <dt>{t("waiting.duration")}</dt>
            <dd>{limitMs === null ? t("noLimit") : durationText(t, limitMs)}</dd>
          </div>
          <div>
            <dt>{t(limitMs === null ? "waiting.until" : "waiting.window")}</dt>
            <dd>{windowText(status.windowStartMs, status.windowEndMs, timeZone)}</dd>
          </div>
        </dl>
        {own ? (
          <>
            <h2 className={classes.subtitle}>{t("waiting.instructions")}</h2>
            <p className={classes.text}>{own.instrument.candidateInstructions}</p>
          </>
        ) : null}
        <h2 className={classes.subtitle}>{t("waiting.goodToKnow")}</h2>
        <ul>
          <li>{t("waiting.saved")}</li>
          <li>{t("waiting.offline")}</li>
          {limitMs === null ? (
            <li>{t("waiting.later")}</li>
          ) : (
            <>
              <li>{t("waiting.reload")}</li>
              <li>{t("waiting.away")}</li>
            </>
          )}
        </ul>
        {obstacle === "window-not-open" ? (
          <div className={classes.countdown}>
            <span>{t("waiting.opensIn", { at: startText(t, status.windowStartMs, session.clock.nowMs() ?? status.windowStartMs, timeZone) })}</span>
            <span className={classes.count} role="timer">
              {formatClock(secondsToStart)}
            </span>
            <span className={classes.dimmed}>{t("waiting.serverClock")}</span>
          </div>
        ) : null}
        <div className={classes.row}>
          <Button size="lg" disabled={obstacle !== null} loading={limitMs === null && starting} onClick={() => (limitMs === null ? void start() : setAsking(true))}>
            {t(limitMs === null ? "waiting.startForm" : "waiting.start")}
          </Button>
          {obstacle === "notice-not-acknowledged" && sitting ? (
            <ButtonLink to={addresses.notice(sitting.sittingId)} variant="default" size="md">
              {t("lobby.action.notice")}
            </ButtonLink>
          ) : null}
          {limitMs === null && refusal ? <ErrorNotice text={t(refusal === "network" ? "common:errors.network" : `refusal.${refusal}`)} /> : null}
          {obstacle ? <span className={classes.dimmed}>{t(`waiting.obstacle.${obstacle}`)}</span> : null}
        </div>
      </section>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t("waiting.confirm.title", { title: state.title })}>
        <p>{t("waiting.confirm.text", { duration: durationText(t, limitMs ?? 0) })}</p>
        {refusal ? <ErrorNotice text={t(refusal === "network" ? "common:errors.network" : `refusal.${refusal}`)} /> : null}
        <div className={classes.row} style={{ justifyContent: "flex-end", marginTop: "1rem" }}>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t("waiting.confirm.no")}
          </Button>
          <Button loading={starting} onClick={() => void start()}>
            {t("waiting.confirm.yes")}
          </Button>
        </div>
      </Dialog>
    </BarePage>
  );
}

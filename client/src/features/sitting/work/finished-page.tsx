import { answeredCount } from "@kompeten/shared/attempt";
import { IconCircleCheck, IconClockCheck, IconUserCancel } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { ButtonLink } from "../../../app/link.tsx";
import { formatDateTime, formatNumber } from "../../../ui/format.ts";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import { durationText } from "../duration.ts";
import { lobbyQuery, sittingOfAttempt } from "../queries.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import lobbyClasses from "../lobby/lobby.module.css";
import { ConnectionTrouble } from "./connection-trouble.tsx";
import classes from "./finished-page.module.css";
import { ReceiptPart } from "./lazy-parts.ts";

/** The end of one instrument: proof of what arrived, and the way to the next. */
export default function FinishedPage() {
  const { t } = useTranslation(["sitting", "work"]);
  const { state, session } = useAttempt();
  // Asked anew: the lobby of before the hand-in does not know the next step.
  const lobby = useQuery({ ...lobbyQuery, refetchOnMount: "always" });
  const sitting = sittingOfAttempt(lobby.data, session.attemptId);
  const { status } = state;
  if (status?.state !== "closed") return null;
  const timeZone = sitting?.timeZone ?? "Asia/Jakarta";
  const next = sitting?.attempts.find((attempt) => attempt.state !== "closed" && attempt.attemptId !== session.attemptId);
  const Glyph = { submitted: IconCircleCheck, expired: IconClockCheck, ended: IconUserCancel }[status.reason];
  const tookMs = status.closedAtMs - status.startedAtMs;
  const isForm = state.kind === "form";
  const said = isForm && status.reason === "expired" ? ("form.expired" as const) : status.reason;
  const back = { to: addresses.lobby, label: t("toLobby") };
  return (
    <BarePage title={state.title} back={back} {...(sitting ? { intro: `${sitting.assessmentTitle} · ${sitting.title}` } : {})}>
      <section className={lobbyClasses.panel} aria-labelledby="selesai">
        <div className={classes.head}>
          <Glyph size={40} stroke={1.5} aria-hidden data-ended={status.reason === "ended" || undefined} />
          <div>
            <h2 id="selesai" className={classes.title}>
              {t(`work:finished.${said}.title`)}
            </h2>
            <p className={classes.text}>{t(`work:finished.${said}.text`, status.ended ?? {})}</p>
          </div>
        </div>
        <p className={classes.proof}>{t(state.unsaved === 0 && state.kept.length === 0 ? "work:finished.proof" : "work:finished.partly", { count: state.seq, n: formatNumber(state.seq) })}</p>
        <dl className={lobbyClasses.facts}>
          <div>
            <dt>{t("work:finished.at")}</dt>
            <dd>{formatDateTime(status.closedAtMs, timeZone)}</dd>
          </div>
          {isForm ? null : (
            <div>
              <dt>{t("work:finished.took")}</dt>
              <dd>{tookMs < 30_000 ? t("work:finished.tookLess") : durationText(t, tookMs)}</dd>
            </div>
          )}
          <div>
            <dt>{t(state.kind === "in-basket" ? "work:finished.actedOn" : isForm ? "work:finished.filled" : "work:finished.answered")}</dt>
            <dd>{answeredCount(state.work)}</dd>
          </div>
        </dl>
        <div className={classes.troubles}>
          <ConnectionTrouble />
        </div>
        <Suspense fallback={null}>
          <ReceiptPart attemptId={session.attemptId} shown={state} />
        </Suspense>
        <div className={lobbyClasses.next}>
          <p className={lobbyClasses.nextText}>{lobby.data ? (next ? t(next.limitMs === null ? "work:finished.nextForm" : "work:finished.next", { title: next.instrument.title }) : t(isForm ? "work:finished.form.last" : "work:finished.last")) : ""}</p>
          {next ? (
            <ButtonLink to={addresses.attempt(next.attemptId)} size="md">
              {t(next.limitMs === null ? "work:finished.form.toNext" : "work:finished.toNext")}
            </ButtonLink>
          ) : (
            <ButtonLink to={addresses.lobby} size="md" variant="default">
              {t("toLobby")}
            </ButtonLink>
          )}
        </div>
      </section>
    </BarePage>
  );
}

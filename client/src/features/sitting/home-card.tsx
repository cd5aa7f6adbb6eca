import type { LobbySitting } from "@kompeten/shared/contracts/lobby";
import { IconClipboardText } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { NextCard } from "../../ui/next-card.tsx";
import { addresses } from "./addresses.ts";
import { nextStep } from "./lobby/next-step.rules.ts";
import { lobbyQuery, serverNowOf } from "./queries.ts";
import { startText, whenText } from "./window-text.ts";

/** The candidate's next step, on the home page. */
export default function SittingHomeCard() {
  const { t } = useTranslation("sitting");
  const { data } = useQuery(lobbyQuery);
  const nowMs = data ? serverNowOf(data) : 0;
  const steps = data?.sittings.map((sitting) => ({ sitting, step: nextStep(sitting, nowMs) })) ?? [];
  const open = steps.filter(({ step }) => step.kind !== "done" && step.kind !== "missed");
  const running = open.filter(({ step }) => step.kind === "continue");
  // What has a clock comes first: what runs, then what waits; sittings are already by window. A form may lie open for weeks.
  const next = running.find(timed) ?? open.find(timed) ?? running[0] ?? open[0];
  const alsoBegun = running.find((one) => one !== next && !timed(one));
  const missed = steps.find(({ step }) => step.kind === "missed");
  const textOf = ({ sitting, step }: (typeof steps)[number]) => {
    const title = "attempt" in step ? step.attempt.instrument.title : "";
    const said =
      step.kind === "continue" && step.attempt.limitMs === null
        ? t("homeCard.form", { title, until: whenText(step.attempt.deadlineMs ?? sitting.windowEndMs, sitting.timeZone) })
        : t(`lobby.next.${step.kind}`, { title, at: startText(t, sitting.windowStartMs, nowMs, sitting.timeZone) });
    return `${sitting.assessmentTitle}. ${said}`;
  };
  const text = !data
    ? t("lobby.intro")
    : next
      ? [next, alsoBegun].flatMap((one) => (one ? [textOf(one)] : [])).join(" ")
      : missed
        ? t("homeCard.missed", { title: `${missed.sitting.assessmentTitle}, ${missed.sitting.title}` })
        : t(steps.length === 0 ? "homeCard.none" : "homeCard.done");
  const goOn = next?.step.kind === "continue" ? next.step.attempt.attemptId : null;
  return (
    <NextCard
      icon={IconClipboardText}
      title={t("homeCard.title")}
      text={text}
      action={
        <>
          {goOn ? (
            <ButtonLink to={addresses.attempt(goOn)} size="md" mih={44}>
              {t("homeCard.continue")}
            </ButtonLink>
          ) : null}
          <ButtonLink to={addresses.lobby} variant={goOn ? "default" : "filled"} size="md" mih={44}>
            {t("homeCard.open")}
          </ButtonLink>
          {goOn ? null : (
            <ButtonLink to={addresses.deviceCheck} variant="default" size="md" mih={44}>
              {t("homeCard.check")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

const timed = ({ sitting }: { sitting: LobbySitting }) => sitting.attempts.some(({ limitMs }) => limitMs !== null);

import { IconClipboardText } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { NextCard } from "../../ui/next-card.tsx";
import { addresses } from "./addresses.ts";
import { nextStep } from "./lobby/next-step.rules.ts";
import { lobbyQuery, serverNowOf } from "./queries.ts";
import { startText } from "./window-text.ts";

/** The candidate's next step, on the home page. */
export default function SittingHomeCard() {
  const { t } = useTranslation("sitting");
  const { data } = useQuery(lobbyQuery);
  const nowMs = data ? serverNowOf(data) : 0;
  const steps = data?.sittings.map((sitting) => ({ sitting, step: nextStep(sitting, nowMs) })) ?? [];
  // What runs comes first, then what waits; sittings are already by window.
  const next = steps.find(({ step }) => step.kind === "continue") ?? steps.find(({ step }) => step.kind !== "done" && step.kind !== "missed");
  const missed = steps.find(({ step }) => step.kind === "missed");
  const text = !data
    ? t("lobby.intro")
    : next
      ? `${next.sitting.assessmentTitle}. ${t(`lobby.next.${next.step.kind}`, { title: "attempt" in next.step ? next.step.attempt.instrument.title : "", at: startText(t, next.sitting.windowStartMs, nowMs, next.sitting.timeZone) })}`
      : missed
        ? t("homeCard.missed", { title: `${missed.sitting.assessmentTitle}, ${missed.sitting.title}` })
        : t(steps.length === 0 ? "homeCard.none" : "homeCard.done");
  const running = next?.step.kind === "continue" ? next.step.attempt.attemptId : null;
  return (
    <NextCard
      icon={IconClipboardText}
      title={t("homeCard.title")}
      text={text}
      action={
        <>
          <ButtonLink to={running ? addresses.attempt(running) : addresses.lobby} size="md" mih={44}>
            {t(running ? "homeCard.continue" : "homeCard.open")}
          </ButtonLink>
          {running ? null : (
            <ButtonLink to={addresses.deviceCheck} variant="default" size="md" mih={44}>
              {t("homeCard.check")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

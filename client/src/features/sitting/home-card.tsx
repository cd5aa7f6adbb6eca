import { IconClipboardText } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { NextCard } from "../../ui/next-card.tsx";
import { addresses } from "./addresses.ts";
import { namedAtHome, type SittingStep } from "./home.rules.ts";
import { lobbyQuery, serverNowOf } from "./queries.ts";
import { startText, whenText } from "./window-text.ts";

/** The candidate's next step, on the home page. */
export default function SittingHomeCard() {
  const { t } = useTranslation("sitting");
  const { data } = useQuery(lobbyQuery);
  const nowMs = data ? serverNowOf(data) : 0;
  const { named, missed } = namedAtHome(data?.sittings ?? [], nowMs);
  const textOf = ({ sitting, step }: SittingStep, index: number) => {
    const title = "attempt" in step ? step.attempt.instrument.title : "";
    const said =
      step.kind === "continue" && step.attempt.limitMs === null
        ? t("homeCard.form", { title, until: whenText(step.attempt.deadlineMs ?? sitting.windowEndMs, sitting.timeZone) })
        : t(`lobby.next.${step.kind}`, { title, at: startText(t, sitting.windowStartMs, nowMs, sitting.timeZone) });
    return index > 0 && sitting.assessmentTitle === named[0]?.sitting.assessmentTitle ? said : `${sitting.assessmentTitle}. ${said}`;
  };
  const text = !data
    ? t("lobby.intro")
    : named.length > 0
      ? named.map(textOf).join(" ")
      : missed
        ? t("homeCard.missed", { title: `${missed.sitting.assessmentTitle}, ${missed.sitting.title}` })
        : t(data.sittings.length === 0 ? "homeCard.none" : "homeCard.done");
  const first = named[0]?.step;
  const goOn = first?.kind === "continue" ? first.attempt.attemptId : null;
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

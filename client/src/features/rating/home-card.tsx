import type { RatingState } from "@kompeten/shared/contracts/scoring";
import { IconClipboardCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { integrationSearch } from "./addresses.ts";
import { assignmentsQuery, integrationsQuery } from "./queries.ts";

/** What waits here for this person, on the home page. */
export default function RatingHomeCard() {
  const { t } = useTranslation("rating");
  const leads = sessionMay(useSession(), "rating.integrate");
  const own = useQuery(assignmentsQuery).data;
  const led = useQuery({ ...integrationsQuery, enabled: leads }).data;
  const count = (state: RatingState) => own?.assignments.flatMap((assignment) => assignment.instruments).filter((instrument) => instrument.state === state).length ?? 0;
  const toRate = count("to-rate");
  const drafts = count("draft");
  const ready = led?.assessments.flatMap((assessment) => assessment.candidates).filter((candidate) => candidate.state === "ready").length ?? 0;
  const sentences = [
    ...(ready > 0 ? [t("homeCard.ready", { count: ready })] : []),
    ...(toRate > 0 ? [t("homeCard.toRate", { count: toRate })] : []),
    ...(drafts > 0 ? [t("homeCard.drafts", { count: drafts })] : []),
  ];
  const text = own === undefined ? t("purpose") : sentences.length > 0 ? sentences.join(" ") : t("homeCard.nothing");
  return (
    <NextCard
      icon={IconClipboardCheck}
      title={t("title")}
      text={text}
      {...(toRate + drafts > 0 ? { figure: t("homeCard.figure", { count: toRate + drafts }) } : {})}
      action={
        <>
          <ButtonLink to={paths.rating} variant="light">
            {t("homeCard.open")}
          </ButtonLink>
          {leads ? (
            <ButtonLink to={paths.rating} search={integrationSearch} variant="subtle">
              {t("homeCard.openIntegration")}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}

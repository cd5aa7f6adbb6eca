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

/** What waits here for this person, on the home page; a lead's own work is integration, rating only where they are assigned. */
export default function RatingHomeCard() {
  const { t } = useTranslation("rating");
  const leads = sessionMay(useSession(), "rating.integrate");
  const own = useQuery(assignmentsQuery).data;
  const led = useQuery({ ...integrationsQuery, enabled: leads }).data;
  const count = (state: RatingState) => own?.assignments.flatMap((assignment) => assignment.instruments).filter((instrument) => instrument.state === state).length ?? 0;
  const toRate = count("to-rate");
  const drafts = count("draft");
  const candidates = led?.assessments.flatMap((assessment) => assessment.candidates) ?? [];
  const ready = candidates.filter((candidate) => candidate.state === "ready").length;
  const waiting = candidates.filter((candidate) => candidate.state === "waiting").length;
  const sentences = [
    ...(ready > 0 ? [t("homeCard.ready", { count: ready })] : []),
    ...(toRate > 0 ? [t("homeCard.toRate", { count: toRate })] : []),
    ...(drafts > 0 ? [t("homeCard.drafts", { count: drafts })] : []),
    ...(waiting > 0 ? [t("homeCard.waiting", { count: waiting })] : []),
  ];
  const known = own !== undefined && (!leads || led !== undefined);
  const integrationFirst = leads && (ready > 0 || toRate + drafts === 0);
  const assignments = (
    <ButtonLink key="own" to={paths.rating} variant={integrationFirst ? "subtle" : "light"}>
      {t("homeCard.open")}
    </ButtonLink>
  );
  const integration = (
    <ButtonLink key="integration" to={paths.rating} search={integrationSearch} variant={integrationFirst ? "light" : "subtle"}>
      {t("homeCard.openIntegration")}
    </ButtonLink>
  );
  return (
    <NextCard
      icon={IconClipboardCheck}
      title={t("title")}
      text={known ? (sentences.length > 0 ? sentences.join(" ") : t(leads ? "homeCard.nothingToLead" : "homeCard.nothing")) : t("purpose")}
      {...(ready > 0 ? { figure: t("homeCard.readyFigure", { count: ready }) } : toRate + drafts > 0 ? { figure: t("homeCard.figure", { count: toRate + drafts }) } : {})}
      action={leads ? (integrationFirst ? [integration, assignments] : [assignments, integration]) : assignments}
    />
  );
}

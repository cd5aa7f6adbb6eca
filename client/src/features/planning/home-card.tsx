import { IconCalendarEvent } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { formatDateTime } from "../../ui/format.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { assessmentPath, newAssessmentPath } from "./addresses.ts";
import { assessmentsQuery } from "./queries.ts";

/** What waits here for this person, on the home page: what runs and what comes; drafts are the business of who plans. */
export default function PlanningHomeCard() {
  const { t } = useTranslation("planning");
  const plans = sessionMay(useSession(), "assessment.plan");
  // What is over is judged as of when the card appeared.
  const [nowMs] = useState(() => Date.now());
  const all = useQuery(assessmentsQuery).data?.assessments;
  const drafts = all?.filter((one) => one.state === "draft") ?? [];
  const open = all?.filter((one) => one.state === "open") ?? [];
  const [next] = open.filter((one) => one.firstStart !== null && Date.parse(one.firstStart) > nowMs).toSorted((a, b) => (a.firstStart ?? "").localeCompare(b.firstStart ?? ""));
  const sentences = [
    ...(open.length > 0 ? [t("homeCard.openNow", { count: open.length })] : []),
    ...(next?.firstStart ? [t("homeCard.next", { title: next.title, at: formatDateTime(next.firstStart, next.timeZone ?? undefined) })] : []),
    ...(plans && drafts.length > 0 ? [t("homeCard.drafts", { count: drafts.length })] : []),
  ];
  const text = all === undefined ? t(plans ? "purpose" : "readPurpose") : sentences.length > 0 ? sentences.join(" ") : t(all.length === 0 ? "homeCard.none" : "homeCard.noneOpen");
  const [draft] = drafts;
  return (
    <NextCard
      icon={IconCalendarEvent}
      title={t("title")}
      text={text}
      {...(all && all.length > 0 ? { figure: t("homeCard.figure", { count: all.length }) } : {})}
      action={
        <>
          <ButtonLink to={paths.planning} variant="light">
            {t("homeCard.open")}
          </ButtonLink>
          {plans && all ? (
            <ButtonLink to={draft ? assessmentPath(draft.id) : newAssessmentPath} variant="subtle">
              {t(draft ? "homeCard.continue" : "homeCard.new")}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}

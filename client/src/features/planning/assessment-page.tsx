import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DraftPage } from "./draft-page.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { assessmentQuery } from "./queries.ts";

/** A draft is worked on in steps by who may plan; everything else is looked at. */
export function AssessmentPage() {
  const { t } = useTranslation("planning");
  const { assessmentId } = useParams({ strict: false }) as { assessmentId: string };
  const plans = sessionMay(useSession(), "assessment.plan");
  const { data, error, refetch } = useQuery(assessmentQuery(assessmentId));
  if (data) return data.state === "draft" && plans ? <DraftPage key={assessmentId} assessment={data} /> : <OverviewPage key={assessmentId} assessment={data} />;
  return (
    <>
      <PageHeader title={t("title")} above={<TextLink to={paths.planning}>{t("back")}</TextLink>} />
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />}
    </>
  );
}

import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Alert, Stack, Tabs } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ButtonLink, useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { formatDateTime } from "../../ui/format.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { assessmentPath, partSearch, parts } from "./addresses.ts";
import { CardsPart } from "./cards-part.tsx";
import { OverviewAssessors } from "./overview-assessors.tsx";
import { OverviewCandidates } from "./overview-candidates.tsx";
import { BasicsSummary, InstrumentsSummary, MatrixSummary, SittingsSummary } from "./plan-summary.tsx";
import { PlanningStatus } from "./planning-status.tsx";
import { ProblemList } from "./problem-list.tsx";
import classes from "./planning.module.css";

/** An assessment that is open or closed, and drafts for those who may only read. */
export function OverviewPage({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const session = useSession();
  const go = useGo();
  const { bagian } = useSearch({ strict: false }) as { bagian?: string };
  const mayPlan = sessionMay(session, "assessment.plan") && assessment.state === "open";
  const shown = parts.filter((part) => part !== "kartu" || mayPlan);
  const part = shown.find((one) => one === bagian) ?? "ringkasan";
  const zone = assessment.sittings[0]?.timeZone ?? session.agency.timeZone;
  const when = assessment.openedAt ? ` · ${t("overview.opened")} ${formatDateTime(assessment.openedAt, zone)}` : "";
  return (
    <>
      <PageHeader
        title={assessment.title}
        purpose={`${assessment.number} · ${t(`purposes.${assessment.purpose}`)} · ${assessment.standard.title}${when}`}
        above={<TextLink to={paths.planning}>{t("back")}</TextLink>}
        aside={<PlanningStatus state={assessment.state} />}
        {...(assessment.state === "open" && sessionMay(session, "attempt.supervise")
          ? {
              actions: (
                <ButtonLink to={paths.proctoring} variant="light">
                  {t("overview.supervise")}
                </ButtonLink>
              ),
            }
          : {})}
      />
      {assessment.state === "draft" ? (
        <Alert color="blue" variant="light" mb="md" icon={<IconInfoCircle size={20} stroke={1.8} />}>
          {t("steps.readOnly")}
        </Alert>
      ) : null}
      <Tabs value={part} onChange={(next) => void go(assessmentPath(assessment.id), { search: partSearch(parts.find((one) => one === next) ?? "ringkasan"), replace: true })} keepMounted={false}>
        <Tabs.List mb="md" className={classes.screenOnly ?? ""}>
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`overview.part.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="ringkasan">
          <div className={assessment.problems.list.length > 0 ? classes.columns : ""}>
            <Stack gap="lg" className={classes.main ?? ""}>
              <SittingsSummary assessment={assessment} />
              <BasicsSummary assessment={assessment} />
              <InstrumentsSummary assessment={assessment} />
              <MatrixSummary assessment={assessment} />
            </Stack>
            {assessment.problems.list.length > 0 ? <ProblemList assessment={assessment} /> : null}
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="peserta">
          <OverviewCandidates assessment={assessment} mayPlan={mayPlan} />
        </Tabs.Panel>
        <Tabs.Panel value="asesor">
          <OverviewAssessors assessment={assessment} mayPlan={mayPlan} />
        </Tabs.Panel>
        {mayPlan ? (
          <Tabs.Panel value="kartu">
            <CardsPart assessment={assessment} />
          </Tabs.Panel>
        ) : null}
      </Tabs>
    </>
  );
}

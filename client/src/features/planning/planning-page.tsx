import type { AssessmentState, AssessmentSummary } from "@kompeten/shared/contracts/planning";
import { SegmentedControl } from "@mantine/core";
import { IconCalendarEvent } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ButtonLink, useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { assessmentPath, newAssessmentPath } from "./addresses.ts";
import classes from "./planning.module.css";
import { PlanningStatus } from "./planning-status.tsx";
import { assessmentsQuery } from "./queries.ts";
import { windowText } from "./window-text.ts";

const states = ["draft", "open", "closed"] as const satisfies AssessmentState[];

export function PlanningPage() {
  const { t } = useTranslation("planning");
  const plans = sessionMay(useSession(), "assessment.plan");
  const { data, error, refetch } = useQuery(assessmentsQuery);
  const isNew = plans ? <ButtonLink to={newAssessmentPath}>{t("new")}</ButtonLink> : undefined;
  return (
    <>
      <PageHeader title={t("title")} purpose={t(plans ? "purpose" : "readPurpose")} {...(data && data.assessments.length > 0 ? { actions: isNew } : {})} />
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
      {data?.assessments.length === 0 ? (
        <EmptyState icon={IconCalendarEvent} title={t("empty.title")} text={t(plans ? "empty.text" : "empty.readText")} action={isNew} />
      ) : null}
      {data && data.assessments.length > 0 ? <AssessmentTable all={data.assessments} /> : null}
    </>
  );
}

function AssessmentTable({ all }: { all: readonly AssessmentSummary[] }) {
  const { t } = useTranslation("planning");
  const go = useGo();
  const { status } = useSearch({ strict: false }) as { status?: string };
  const shown = states.find((state) => state === status);
  const columns: Column<AssessmentSummary>[] = [
    { id: "number", header: t("column.number"), cell: (row) => <TextLink to={assessmentPath(row.id)} inherit className={classes.nip ?? ""}>{row.number}</TextLink>, value: (row) => row.number },
    { id: "title", header: t("column.title"), cell: (row) => row.title, value: (row) => row.title },
    { id: "purpose", header: t("column.purpose"), cell: (row) => t(`purposes.${row.purpose}`), value: (row) => t(`purposes.${row.purpose}`) },
    { id: "standard", header: t("column.standard"), cell: (row) => row.standardTitle, value: (row) => row.standardTitle },
    { id: "state", header: t("column.state"), cell: (row) => <PlanningStatus state={row.state} />, value: (row) => states.indexOf(row.state), csv: (row) => t(`state.${row.state}`) },
    { id: "candidates", header: t("column.candidates"), cell: (row) => row.candidates, value: (row) => row.candidates, align: "right" },
    {
      id: "window",
      header: t("column.window"),
      cell: (row) => (row.firstStart && row.lastEnd ? windowText(t, row.firstStart, row.lastEnd, row.timeZone) : t("noWindow")),
      value: (row) => row.firstStart,
      width: 200,
      csv: (row) => (row.firstStart && row.lastEnd ? t("window", { from: formatDateTime(row.firstStart, row.timeZone ?? undefined), to: formatDateTime(row.lastEnd, row.timeZone ?? undefined) }) : null),
    },
    { id: "lead", header: t("column.lead"), cell: (row) => row.leadName ?? "–", value: (row) => row.leadName },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={shown ? all.filter((row) => row.state === shown) : all}
      rowKey={(row) => row.id}
      onOpen={(row) => void go(assessmentPath(row.id))}
      withExport
      empty={<EmptyState icon={IconCalendarEvent} title={t("empty.filtered")} />}
      toolbar={
        <SegmentedControl
          aria-label={t("column.state")}
          size="xs"
          value={shown ?? ""}
          onChange={(value) => void go(paths.planning, { search: value ? { status: value } : {}, replace: true })}
          data={[{ value: "", label: t("common:state.all") }, ...states.map((state) => ({ value: state, label: t(`state.${state}`) }))]}
        />
      }
    />
  );
}

import type { AssessmentSummary, IntegrationProgress } from "@kompeten/shared/contracts/scoring";
import { IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatName } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { boardPath } from "./addresses.ts";
import { integrationsQuery } from "./queries.ts";
import { IntegrationStatus } from "./rating-status.tsx";

type Row = IntegrationProgress & { assessment: AssessmentSummary };
const order = { ready: 0, waiting: 1, closed: 2, absent: 3 } as const;

/** Candidates of the assessments this lead leads, with how far they are. */
export function IntegrationTable() {
  const { t } = useTranslation("rating");
  const go = useGo();
  const { data, error, refetch } = useQuery(integrationsQuery);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={6} />;
  const rows = data.assessments.flatMap(({ assessment, candidates }) => candidates.map((candidate): Row => ({ ...candidate, assessment })));
  const sheets = (row: Row) => row.assessors.reduce((sum, assessor) => sum + assessor.submitted, 0);
  const sheetsExpected = (row: Row) => row.assessors.reduce((sum, assessor) => sum + assessor.expected, 0);
  const columns: Column<Row>[] = [
    { id: "candidate", header: t("column.candidate"), cell: (row) => <TextLink fz="inherit" to={boardPath(row.candidate.enrolmentId)}>{formatName(row.candidate)}</TextLink>, value: (row) => formatName(row.candidate) },
    { id: "assessment", header: t("column.assessment"), cell: (row) => row.assessment.title, value: (row) => row.assessment.title },
    { id: "attempts", header: t("column.attempts"), cell: (row) => `${row.attemptsClosed} / ${row.attempts}`, value: (row) => row.attemptsClosed, align: "right" },
    { id: "sheets", header: t("column.sheets"), cell: (row) => `${sheets(row)} / ${sheetsExpected(row)}`, value: sheets, align: "right" },
    { id: "agreed", header: t("column.agreed"), cell: (row) => `${row.agreed} / ${row.competencies}`, value: (row) => row.agreed, align: "right" },
    { id: "state", header: t("column.state"), cell: (row) => <IntegrationStatus state={row.state} />, value: (row) => order[row.state], csv: (row) => t(`integration.state.${row.state}`) },
  ];
  return (
    <DataTable
      caption={t("tab.integration")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.candidate.enrolmentId}
      onOpen={(row) => void go(boardPath(row.candidate.enrolmentId))}
      withExport
      empty={<EmptyState icon={IconUsersGroup} title={t("integration.emptyTitle")} text={t("integration.emptyText")} />}
    />
  );
}

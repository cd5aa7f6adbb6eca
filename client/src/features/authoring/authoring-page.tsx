import type { InstrumentSummary } from "@kompeten/shared/contracts/authoring";
import { Text } from "@mantine/core";
import { IconNotebook } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { instrumentPath } from "./addresses.ts";
import { codeRanges } from "./code-ranges.ts";
import { InstrumentStateBadge } from "./instrument-state.tsx";
import { instrumentsQuery } from "./queries.ts";

export function AuthoringPage() {
  const { t } = useTranslation("authoring");
  const go = useGo();
  const instruments = useQuery(instrumentsQuery);
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t("title")} purpose={t("purpose")} />
      {instruments.error ? <ProblemNotice error={instruments.error} onRetry={() => void instruments.refetch()} /> : null}
      {instruments.isPending ? <Loading lines={5} /> : null}
      {instruments.data?.instruments.length === 0 ? <EmptyState icon={IconNotebook} title={t("empty.title")} text={t("empty.text")} /> : null}
      {instruments.data && instruments.data.instruments.length > 0 ? (
        <DataTable caption={t("title")} columns={columns} rows={instruments.data.instruments} rowKey={(row) => row.id} onOpen={(row) => void go(instrumentPath(row.id))} withExport />
      ) : null}
    </>
  );
}

function useColumns(): Column<InstrumentSummary>[] {
  const { t } = useTranslation("authoring");
  return [
    {
      id: "title",
      header: t("column.title"),
      cell: (row) => (
        <>
          <TextLink to={instrumentPath(row.id)} fw={600}>
            {row.title}
          </TextLink>
          <Text size="xs" c="dimmed" lineClamp={2} maw="52ch" fw={400}>
            {row.summary}
          </Text>
        </>
      ),
      value: (row) => row.title,
    },
    { id: "kind", header: t("column.kind"), cell: (row) => t(`kind.${row.kind}`), value: (row) => t(`kind.${row.kind}`), width: 120 },
    { id: "version", header: t("column.version"), cell: (row) => row.version, value: (row) => row.version, align: "right", width: 90 },
    { id: "state", header: t("column.state"), cell: (row) => <InstrumentStateBadge state={row.state} />, value: (row) => t(`state.${row.state}`), width: 120 },
    { id: "duration", header: t("column.duration"), cell: (row) => (row.durationSeconds === null ? t("noLimit") : t("minutes", { count: row.durationSeconds / 60 })), value: (row) => (row.durationSeconds ?? Number.POSITIVE_INFINITY) / 60, align: "right", width: 110 },
    {
      id: "competencies",
      header: t("column.competencies"),
      cell: (row) => (row.competencies.length > 0 ? codeRanges(row.competencies) : <Text size="sm" c="dimmed">{t("noCompetencies")}</Text>),
      value: (row) => row.competencies.length,
      csv: (row) => row.competencies.join(" "),
      width: 210,
    },
  ];
}

import type { ResultRow } from "@kompeten/shared/contracts/profiles";
import { Button, Select, Text } from "@mantine/core";
import { IconFileExport, IconReportAnalytics } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { apiDownload } from "../../api/files.ts";
import { useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDate, formatName, formatNip, formatPercent } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { profilePath } from "./addresses.ts";
import { readFilter, toQuery, type FilterSearch } from "./filter.ts";
import { resultsQuery } from "./queries.ts";

/** Results of the agency, filtered by what stands in the address. */
export function ProfilesPage() {
  const { t } = useTranslation("profiles");
  const go = useGo();
  const search = readFilter(useSearch({ strict: false }));
  const filter = toQuery(search);
  const { data, error, refetch } = useQuery(resultsQuery(filter));
  const download = useMutation({ mutationFn: () => apiDownload("/api/results/export.csv", "hasil-penilaian.csv", { query: { ...filter } }) });
  const set = (patch: { [K in keyof FilterSearch]: string | null }) => void go(paths.profiles, { search: readFilter({ ...search, ...patch }), replace: true });
  const filtered = Object.keys(search).length > 0;
  const toolbar = (
    <>
      <Select
        aria-label={t("filter.assessment")}
        placeholder={t("filter.assessment")}
        data={(data?.assessments ?? []).map((one) => ({ value: one.id, label: `${one.number} · ${one.title}` }))}
        value={search.kegiatan ?? null}
        onChange={(kegiatan) => set({ kegiatan })}
        clearable
        searchable
        w={280}
        size="sm"
      />
      <Select aria-label={t("filter.category")} placeholder={t("filter.category")} data={(data?.categories ?? []).map((one) => ({ value: one.code, label: one.name }))} value={search.kategori ?? null} onChange={(kategori) => set({ kategori })} clearable w={210} size="sm" />
      <Select aria-label={t("filter.unit")} placeholder={t("filter.unit")} data={data?.units ?? []} value={search.unit ?? null} onChange={(unit) => set({ unit })} clearable searchable w={220} size="sm" />
    </>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          <Button variant="default" leftSection={<IconFileExport size={16} stroke={1.7} />} onClick={() => download.mutate()} loading={download.isPending} disabled={!data || data.results.length === 0}>
            {t("export")}
          </Button>
        }
      />
      {download.error ? <ProblemNotice error={download.error} /> : null}
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={8} /> : null}
      {data ? (
        <DataTable
          caption={t("title")}
          columns={columns(t)}
          rows={data.results}
          rowKey={(row) => row.resultId}
          onOpen={(row) => void go(profilePath(row.resultId))}
          toolbar={toolbar}
          empty={<EmptyState icon={IconReportAnalytics} title={t(filtered ? "empty.filteredTitle" : "empty.title")} text={t(filtered ? "empty.filteredText" : "empty.text")} />}
        />
      ) : null}
    </>
  );
}

type Translate = ReturnType<typeof useTranslation<"profiles">>["t"];

function columns(t: Translate): Column<ResultRow>[] {
  return [
    {
      id: "name",
      header: t("column.name"),
      cell: (row) => (
        <>
          <TextLink fz="inherit" to={profilePath(row.resultId)}>{formatName(row)}</TextLink>
          <Text size="xs" c="dimmed" fw={400} style={{ whiteSpace: "nowrap" }}>
            {formatNip(row.nip)}
          </Text>
        </>
      ),
      value: (row) => formatName(row),
    },
    {
      id: "position",
      header: t("column.position"),
      cell: (row) => (
        <>
          {row.positionTitle}
          <Text size="xs" c="dimmed">
            {row.unitName ?? "–"}
          </Text>
        </>
      ),
      value: (row) => row.positionTitle,
    },
    { id: "standard", header: t("column.standard"), cell: (row) => row.standardTitle, value: (row) => row.standardTitle },
    { id: "jpm", header: "JPM", cell: (row) => formatPercent(row.jpmPercent), value: (row) => row.jpmPercent, align: "right" },
    { id: "category", header: t("column.category"), cell: (row) => row.category.name, value: (row) => row.category.name },
    { id: "valid", header: t("column.validUntil"), cell: (row) => formatDate(row.validUntil), value: (row) => row.validUntil, align: "right" },
    { id: "current", header: t("column.state"), cell: (row) => <StatusBadge tone={row.current ? "good" : "neutral"}>{t(row.current ? "state.current" : "state.past")}</StatusBadge>, value: (row) => (row.current ? 0 : 1) },
  ];
}

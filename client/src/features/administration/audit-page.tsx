import type { AuditEntryView } from "@kompeten/shared/contracts/audit";
import { Button, Select, Text, TextInput } from "@mantine/core";
import { IconFileExport, IconHistory } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { apiDownload } from "../../api/files.ts";
import { useSession } from "../../api/session.ts";
import { useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager, rangeOf } from "../../ui/pager.tsx";
import { type AuditSearch, contexts, tidy } from "./addresses.ts";
import { AuditEntryPanel } from "./audit-entry-panel.tsx";
import { AuditVerificationBar } from "./audit-verification.tsx";
import { useAuditWords } from "./audit-words.ts";
import { auditFilters, auditQuery, pageSize } from "./queries.ts";
import { SearchInput } from "./search-input.tsx";

const route = getRouteApi(`/shell${paths.audit}`);

export function AuditPage() {
  const { t } = useTranslation(["administration", "common"]);
  const search = route.useSearch();
  const go = useGo();
  const entries = useQuery(auditQuery(search));
  const words = useAuditWords();
  const columns = useColumns();
  const download = useMutation({ mutationFn: () => apiDownload("/api/audit/export", "audit.csv", { query: auditFilters(search) }) });
  const show = (next: AuditSearch) => void go(paths.audit, { search: tidy(next), replace: true });
  const { catatan, ...unopened } = search;
  const filter = (change: { [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined }) => {
    const { hal: _first, ...rest } = unopened;
    show({ ...rest, ...change } as AuditSearch);
  };
  const dated = (end: "from" | "to") => ({
    size: "sm",
    type: "date",
    w: 200,
    "aria-label": t(`audit.filter.${end}`),
    leftSection: <Text size="sm">{t(`audit.filter.${end}Short`)}</Text>,
    leftSectionWidth: 64,
  });
  return (
    <>
      <PageHeader
        title={t("audit.title")}
        purpose={t("audit.purpose")}
        actions={
          <Button variant="default" loading={download.isPending} leftSection={<IconFileExport size={18} stroke={1.7} />} onClick={() => download.mutate()}>
            {t("common:action.exportCsv")}
          </Button>
        }
      />
      {download.error ? <ProblemNotice error={download.error} /> : null}
      <AuditVerificationBar />
      {entries.error ? <ProblemNotice error={entries.error} onRetry={() => void entries.refetch()} /> : null}
      {entries.data === undefined ? (
        entries.isPending ? <Loading lines={8} /> : null
      ) : (
        <>
          <DataTable
            caption={t("audit.title")}
            columns={columns}
            rows={entries.data.rows}
            rowKey={(row) => String(row.seq)}
            selectedKey={catatan === undefined ? undefined : String(catatan)}
            onOpen={(row) => show({ ...search, catatan: row.seq })}
            maxHeight="calc(100vh - 24rem)"
            toolbar={
              <>
                <SearchInput label={t("audit.filter.person")} value={search.orang ?? ""} onSearch={(orang) => filter({ orang })} />
                <Select
                  size="sm"
                  w={200}
                  clearable
                  clearButtonProps={{ "aria-label": t("common:action.clear") }}
                  aria-label={t("audit.filter.context")}
                  placeholder={t("audit.filter.context")}
                  data={words.contexts}
                  value={search.bagian ?? null}
                  onChange={(value) => filter({ bagian: contexts.find((context) => context === value) })}
                />
                <TextInput {...dated("from")} value={search.dari ?? ""} onChange={(event) => filter({ dari: event.currentTarget.value })} />
                <TextInput {...dated("to")} value={search.sampai ?? ""} onChange={(event) => filter({ sampai: event.currentTarget.value })} />
                {search.subjek === undefined ? null : (
                  <Button size="sm" variant="light" onClick={() => filter({ subjek: undefined })}>
                    {t("audit.filter.clearSubject")}
                  </Button>
                )}
              </>
            }
            empty={<EmptyState icon={IconHistory} title={t("audit.empty.title")} text={t("audit.empty.text")} />}
          />
          <Pager page={search.hal ?? 1} pageSize={pageSize} total={entries.data.total} onPage={(hal) => show({ ...unopened, hal })} range={t("audit.range", rangeOf({ ...entries.data }))} />
        </>
      )}
      <AuditEntryPanel entry={entries.data?.rows.find((row) => row.seq === catatan)} onClose={() => show(unopened)} onSubject={(subjek) => filter({ subjek })} />
    </>
  );
}

function useColumns(): Column<AuditEntryView>[] {
  const { t } = useTranslation("administration");
  const words = useAuditWords();
  const { timeZone } = useSession().agency;
  return [
    { id: "seq", header: t("audit.column.seq"), align: "right", width: 80, cell: (row) => row.seq },
    { id: "at", header: t("audit.column.at"), width: 230, cell: (row) => <span style={{ whiteSpace: "nowrap" }}>{formatDateTime(row.at, timeZone)}</span> },
    { id: "person", header: t("audit.column.person"), cell: (row) => row.person?.name ?? t("audit.system") },
    { id: "action", header: t("audit.column.action"), cell: (row) => words.action(row.action) },
    { id: "subject", header: t("audit.column.subject"), cell: (row) => [words.subjectKind(row.subjectKind), row.subjectName].filter(Boolean).join(": ") },
  ];
}

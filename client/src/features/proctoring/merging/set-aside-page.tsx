import type { SetAsideList } from "@kompeten/shared/contracts/supervision";
import { IconPackage } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "../../../words/use-translation.ts";
import { useSession } from "../../../api/session.ts";
import { useGo } from "../../../app/link.tsx";
import { paths } from "../../../app/paths.ts";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { formatDateTime } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { MergePanel } from "./merge-panel.tsx";
import { setAsideListQuery } from "./queries.ts";

type Row = SetAsideList["attempts"][number];

/** J5, J7: what was kept without being applied, of the assessments one leads, and what of it came to count. */
export function SetAsidePage() {
  const { t } = useTranslation("merging");
  const { agency } = useSession();
  const list = useQuery(setAsideListQuery);
  const go = useGo();
  const { buka } = useSearch({ strict: false }) as { buka?: unknown };
  const open = (attemptId: string | null) => void go(paths.setAside, { search: attemptId === null ? {} : { buka: attemptId }, replace: true });
  const columns: Column<Row>[] = [
    { id: "candidate", header: t("column.candidate"), cell: (row) => row.candidate.name, value: (row) => row.candidate.name },
    { id: "instrument", header: t("column.instrument"), cell: (row) => row.instrument, value: (row) => row.instrument },
    { id: "assessment", header: t("column.assessment"), cell: (row) => row.assessment, value: (row) => row.assessment },
    { id: "open", header: t("column.open"), align: "right", cell: (row) => row.setAside - row.merged, value: (row) => row.setAside - row.merged },
    { id: "merged", header: t("column.merged"), align: "right", cell: (row) => row.merged, value: (row) => row.merged },
    { id: "last", header: t("column.last"), cell: (row) => formatDateTime(row.lastReceivedAtMs, agency.timeZone), value: (row) => row.lastReceivedAtMs },
  ];
  const chosen = list.data?.attempts.find(({ attemptId }) => attemptId === buka);
  return (
    <>
      <PageHeader title={t("title")} purpose={t("purpose")} />
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading lines={6} /> : null}
      {list.data ? (
        <DataTable
          caption={t("caption")}
          columns={columns}
          rows={list.data.attempts}
          rowKey={(row) => row.attemptId}
          selectedKey={chosen?.attemptId}
          onOpen={(row) => open(row.attemptId)}
          empty={<EmptyState icon={IconPackage} title={t("none.title")} text={t("none.text")} />}
        />
      ) : null}
      <MergePanel attempt={chosen} timeZone={agency.timeZone} onClose={() => open(null)} />
    </>
  );
}

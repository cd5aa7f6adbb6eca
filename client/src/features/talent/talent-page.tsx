import type { CycleSummary } from "@kompeten/shared/contracts/talent";
import { IconLayoutGrid } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDate, formatDateTime, formatNumber } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { cyclePath } from "./addresses.ts";
import { NewCycle } from "./new-cycle.tsx";
import { cyclesQuery } from "./queries.ts";

/** Every cycle of the agency; an official may begin another. */
export function TalentPage() {
  const { t } = useTranslation("talent");
  const session = useSession();
  const go = useGo();
  const { data, error, refetch } = useQuery(cyclesQuery);
  const create = data && sessionMay(session, "talent.confirm") ? <NewCycle configurations={data.configurations} onCreated={(id) => void go(cyclePath(id))} /> : undefined;
  const columns: Column<CycleSummary>[] = [
    { id: "title", header: t("column.title"), cell: (row) => <TextLink fz="inherit" to={cyclePath(row.id)}>{row.title}</TextLink>, value: (row) => row.title },
    { id: "asOf", header: t("column.asOf"), cell: (row) => formatDate(row.asOf), value: (row) => row.asOf },
    { id: "configuration", header: t("column.configuration"), cell: (row) => row.configurationTitle, value: (row) => row.configurationTitle },
    { id: "people", header: t("column.people"), cell: (row) => formatNumber(row.people), value: (row) => row.people, align: "right" },
    { id: "incomplete", header: t("column.incomplete"), cell: (row) => formatNumber(row.incomplete), value: (row) => row.incomplete, align: "right" },
    { id: "confirmed", header: t("column.confirmed"), cell: (row) => formatNumber(row.confirmed), value: (row) => row.confirmed, align: "right" },
    { id: "computed", header: t("column.computed"), cell: (row) => t("cycle.revision", { revision: row.revision, at: formatDateTime(row.computedAt, session.agency.timeZone) }), value: (row) => row.computedAt, align: "right" },
  ];
  return (
    <>
      <PageHeader title={t("title")} purpose={t("purpose")} actions={data && data.cycles.length > 0 ? create : undefined} />
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={5} /> : null}
      {data ? (
        <DataTable
          caption={t("cycles")}
          columns={columns}
          rows={data.cycles}
          rowKey={(row) => row.id}
          onOpen={(row) => void go(cyclePath(row.id))}
          empty={<EmptyState icon={IconLayoutGrid} title={t("empty.title")} text={t(create ? "empty.text" : "empty.readText")} action={create} />}
        />
      ) : null}
    </>
  );
}

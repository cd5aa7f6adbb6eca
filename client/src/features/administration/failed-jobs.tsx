import type { FailedJobView } from "@kompeten/shared/contracts/jobs";
import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { useAuditWords } from "./audit-words.ts";
import { failedJobsQuery, useRetryJob } from "./queries.ts";

/** Background work that was given up. Where there is none, which is nearly always, nothing is shown. */
export function FailedJobs() {
  const { t } = useTranslation("administration");
  const failed = useQuery(failedJobsQuery);
  const retry = useRetryJob();
  const columns = useColumns(retry.mutate, retry.isPending);
  if (failed.error) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!failed.data || failed.data.total === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t("failedJobs.title", { count: failed.data.total })}
      </Title>
      <Text mb="sm">{t("failedJobs.explain")}</Text>
      {retry.error ? <ProblemNotice error={retry.error} /> : null}
      <DataTable caption={t("failedJobs.caption")} columns={columns} rows={failed.data.jobs} rowKey={(row) => row.id} />
    </section>
  );
}

function useColumns(retry: (id: string) => void, pending: boolean): Column<FailedJobView>[] {
  const { t } = useTranslation("administration");
  const words = useAuditWords();
  const { timeZone } = useSession().agency;
  return [
    { id: "at", header: t("failedJobs.column.at"), width: 200, cell: (row) => formatDateTime(row.failedAt, timeZone) },
    { id: "name", header: t("failedJobs.column.name"), cell: (row) => words.job(row.name) },
    { id: "about", header: t("failedJobs.column.about"), cell: (row) => Object.values(row.about).join(", ") || "–" },
    { id: "cause", header: t("failedJobs.column.cause"), cell: (row) => row.cause },
    {
      id: "retry",
      header: t("failedJobs.column.retry"),
      width: 140,
      cell: (row) => (
        <Button size="xs" variant="default" disabled={pending} aria-label={`${t("failedJobs.retry")}: ${words.job(row.name)}`} onClick={() => retry(row.id)}>
          {t("failedJobs.retry")}
        </Button>
      ),
    },
  ];
}

import type { PoolRow } from "@kompeten/shared/contracts/talent";
import { Button, Text } from "@mantine/core";
import { IconFileExport, IconUsersGroup } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { apiDownload } from "../../api/files.ts";
import { useSession } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDate, formatName, formatNip, formatNumber } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { poolQuery } from "./queries.ts";

/** The succession group: confirmed placements in the configured boxes, ranked by unrounded talent score. */
export function PoolTable({ cycleId, onOpen }: { cycleId: string; onOpen: (employeeId: string) => void }) {
  const { t } = useTranslation("talent");
  const { agency } = useSession();
  const { data, error, refetch } = useQuery(poolQuery(cycleId));
  const download = useMutation({ mutationFn: () => apiDownload(`/api/talent-cycles/${cycleId}/pool.csv`, "kelompok-rencana-suksesi.csv") });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={6} />;
  const score = (value: number | null) => (value === null ? "–" : formatNumber(value, 2));
  const columns: Column<PoolRow>[] = [
    { id: "rank", header: t("column.rank"), cell: (row) => row.rank, value: (row) => row.rank, align: "right", width: 90 },
    {
      id: "name",
      header: t("column.name"),
      cell: (row) => (
        <>
          {formatName(row)}
          <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
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
      width: 190,
    },
    { id: "box", header: t("column.box"), cell: (row) => (row.proposedBox === row.box || row.proposedBox === null ? row.box : t("pool.moved", { box: row.box, proposed: row.proposedBox })), value: (row) => row.box, align: "right" },
    { id: "score", header: t("column.talentScore"), cell: (row) => score(row.talentScore), value: (row) => row.talentScore, align: "right" },
    { id: "y", header: t("column.performance"), cell: (row) => score(row.performanceScore), value: (row) => row.performanceScore, align: "right" },
    { id: "x", header: t("column.potential"), cell: (row) => score(row.potentialScore), value: (row) => row.potentialScore, align: "right" },
    { id: "confirmed", header: t("column.confirmedBy"), cell: (row) => `${row.confirmedBy}, ${formatDate(row.confirmedAt, agency.timeZone)}`, value: (row) => row.confirmedAt },
  ];
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t("pool.text", { boxes: data.poolBoxes.join(", "), basis: data.legalBasis })}
      </Text>
      {download.error ? <ProblemNotice error={download.error} /> : null}
      <DataTable
        caption={t("pool.caption")}
        columns={columns}
        rows={data.rows}
        rowKey={(row) => row.employeeId}
        onOpen={(row) => onOpen(row.employeeId)}
        toolbar={
          <Button size="xs" variant="default" leftSection={<IconFileExport size={16} stroke={1.7} />} onClick={() => download.mutate()} loading={download.isPending} disabled={data.rows.length === 0}>
            {t("pool.export")}
          </Button>
        }
        empty={<EmptyState icon={IconUsersGroup} title={t("pool.emptyTitle")} text={t("pool.emptyText")} />}
      />
    </>
  );
}

import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { IconUsers } from "@tabler/icons-react";
import { useMemo } from "react";
import type { TFunction } from "../../words/types.ts";
import { useTranslation } from "../../words/use-translation.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Pager, rangeOf } from "../../ui/pager.tsx";
import { connection, rowState, secondsLeft } from "./attempt-row.rules.ts";
import { Connection, Name, Signs, State, TimeLeft } from "./room-cells.tsx";
import { RoomFilters } from "./room-filters.tsx";
import { marksOf, type RecordView } from "./room-record.rules.ts";
import { pageSize, useRoomSearch } from "./room-search.ts";
import { clockOf, serverNowAt, type Supervision } from "./room-view.rules.ts";

type Props = { view: Supervision; record: RecordView; rows: readonly SupervisedAttempt[]; timeZone: string; selected: ReadonlySet<string>; onToggle?: ((attemptId: string) => void) | undefined };

/** A page of the room. Hundreds sit in one: fifty are drawn. */
export function AttemptsTable({ view, record, rows, timeZone, selected, onToggle }: Props) {
  const { t } = useTranslation("proctoring");
  const { search, seek, open } = useRoomSearch();
  const page = Math.min(search.halaman ?? 1, Math.max(1, Math.ceil(rows.length / pageSize)));
  const clockMs = clockOf(view);
  // The same from push to push, so that of hundreds only the rows that changed are drawn.
  const columns = useMemo(() => columnsOf({ t, record, timeZone, clockMs, selected, onToggle }), [t, record, timeZone, clockMs, selected, onToggle]);
  return (
    <>
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={(row) => row.attemptId}
        selectedKey={search.buka}
        onOpen={(row) => open(row.attemptId)}
        withExport
        toolbar={<RoomFilters />}
        empty={<EmptyState icon={IconUsers} title={t("none.title")} text={t(view.attempts.length === 0 ? "none.text" : "none.filtered")} />}
      />
      <Pager page={page} pageSize={pageSize} total={rows.length} range={t("range", rangeOf({ page, pageSize, total: rows.length }))} onPage={(next) => seek({ halaman: next })} />
    </>
  );
}

type Shown = Pick<Props, "record" | "timeZone" | "selected" | "onToggle"> & { t: TFunction<"proctoring">; clockMs: number };

function columnsOf({ t, record, timeZone, clockMs, selected, onToggle }: Shown): Column<SupervisedAttempt>[] {
  return [
    { id: "candidate", header: t("column.candidate"), cell: (row) => <Name attempt={row} {...(onToggle ? { selected: selected.has(row.attemptId), onToggle: () => onToggle(row.attemptId) } : {})} />, value: (row) => row.candidate.name },
    { id: "instrument", header: t("column.instrument"), width: 200, cell: (row) => row.instrument.title, value: (row) => row.instrument.title },
    { id: "state", header: t("column.state"), cell: (row) => <State attempt={row} />, value: (row) => t(`state.${rowState(row)}`) },
    { id: "progress", header: t("column.progress"), align: "right", cell: (row) => `${row.answered} / ${row.total}`, value: (row) => row.answered },
    { id: "left", header: t("column.left"), align: "right", cell: (row) => <TimeLeft attempt={row} clockMs={clockMs} timeZone={timeZone} />, value: (row) => secondsLeft(row, serverNowAt(clockMs)) },
    { id: "connected", header: t("column.connected"), cell: (row) => <Connection attempt={row} timeZone={timeZone} />, value: (row) => t(`connection.${connection(row)}`) },
    { id: "signs", header: t("column.signs"), cell: (row) => <Signs attempt={row} marks={marksOf(record, row)} timeZone={timeZone} />, value: (row) => row.unsaved * 1000 + row.awayCount },
  ];
}

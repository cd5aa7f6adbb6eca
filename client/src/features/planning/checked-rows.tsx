import type { CandidateCheck } from "@kompeten/shared/contracts/planning";
import { Stack } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatName, formatNip } from "../../ui/format.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./planning.module.css";

type Row = CandidateCheck["rows"][number];
const tones = { ok: "good", malformed: "bad", unknown: "bad", repeated: "caution", enrolled: "neutral" } as const;

/** What becomes of each row; the bad ones first, since those are what the reader has to deal with. */
export function CheckedRows({ checked }: { checked: CandidateCheck }) {
  const { t } = useTranslation("planning");
  const good = checked.rows.filter(({ state }) => state === "ok").length;
  const bad = checked.rows.length - good;
  const rows = checked.rows.toSorted((a, b) => Number(a.state === "ok") - Number(b.state === "ok") || a.row - b.row);
  const columns: Column<Row>[] = [
    { id: "row", header: t("candidates.row"), cell: ({ row }) => row, value: ({ row }) => row, width: 70 },
    { id: "nip", header: t("candidates.nip"), cell: ({ nip }) => <span className={classes.nip}>{formatNip(nip)}</span>, value: ({ nip }) => nip, csv: ({ nip }) => formatNip(nip) },
    { id: "name", header: t("candidates.name"), cell: ({ employee }) => (employee ? formatName(employee) : "–"), value: ({ employee }) => employee?.name ?? null },
    { id: "state", header: t("candidates.result"), cell: ({ state }) => <StatusBadge tone={tones[state]} size="sm">{t(`candidates.rowState.${state}`)}</StatusBadge>, value: ({ state }) => t(`candidates.rowState.${state}`) },
  ];
  return (
    <Stack gap="xs">
      <output className={classes.tally}>
        <span data-look="done">{t("candidates.rowsOk", { count: good })}</span>
        {bad > 0 ? <span data-look="error">{t("candidates.rowsBad", { count: bad })}</span> : null}
      </output>
      <DataTable caption={t("candidates.resultCaption")} columns={columns} rows={rows} rowKey={({ row }) => String(row)} withExport maxHeight="40vh" />
    </Stack>
  );
}

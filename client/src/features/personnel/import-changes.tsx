import type { ImportChange } from "@kompeten/shared/contracts/personnel";
import { Text } from "@mantine/core";
import { IconEqual } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNip } from "../../ui/format.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** Who would be added, and what would change of whom. */
export function ImportChanges({ changes, total }: { changes: readonly ImportChange[]; total: number }) {
  const { t } = useTranslation("personnel");
  const say = ({ fields }: ImportChange) => fields.map(({ column, from, to }) => `${column}: ${from || "–"} → ${to || "–"}`).join("; ");
  const columns: Column<ImportChange>[] = [
    { id: "row", header: t("column.row"), align: "right", width: 88, cell: ({ row }) => row, value: ({ row }) => row },
    {
      id: "change",
      header: t("column.change"),
      width: 116,
      cell: ({ change }) => <StatusBadge tone={change === "new" ? "good" : "info"}>{t(`change.${change}`)}</StatusBadge>,
      value: ({ change }) => t(`change.${change}`),
    },
    { id: "nip", header: t("column.nip"), width: 196, cell: ({ nip }) => formatNip(nip), csv: ({ nip }) => formatNip(nip) },
    { id: "name", header: t("column.name"), cell: ({ name }) => name, value: ({ name }) => name },
    { id: "fields", header: t("column.fields"), cell: say, csv: say },
  ];
  if (changes.length === 0) return <EmptyState icon={IconEqual} title={t("import.noChanges.title")} text={t("import.noChanges.text")} />;
  return (
    <>
      <DataTable caption={t("import.changes")} columns={columns} rows={changes} rowKey={(change) => String(change.row)} withExport maxHeight="60vh" />
      {total > changes.length ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t("import.more", { shown: changes.length, total })}
        </Text>
      ) : null}
    </>
  );
}

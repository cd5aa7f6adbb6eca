import type { StandingView } from "@kompeten/shared/contracts/talent";
import { IconUserCheck } from "@tabler/icons-react";
import { Text } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatName, formatNip } from "../../ui/format.ts";

/** People without a box, and what is missing for it: never a zero, never a guess. */
export function IncompleteTable({ people, onOpen }: { people: readonly StandingView[]; onOpen: (employeeId: string) => void }) {
  const { t } = useTranslation("talent");
  const columns: Column<StandingView>[] = [
    { id: "name", header: t("column.name"), cell: (row) => formatName(row), value: (row) => formatName(row) },
    { id: "nip", header: "NIP", cell: (row) => formatNip(row.nip), value: (row) => row.nip, csv: (row) => formatNip(row.nip) },
    { id: "position", header: t("column.position"), cell: (row) => row.positionTitle, value: (row) => row.positionTitle },
    { id: "unit", header: t("column.unit"), cell: (row) => row.unitName ?? "–", value: (row) => row.unitName },
    { id: "missing", header: t("column.missing"), cell: (row) => row.missing.join("; "), value: (row) => row.missing.join("; ") },
  ];
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t("incomplete.text")}
      </Text>
      <DataTable
        caption={t("incomplete.caption")}
        columns={columns}
        rows={people}
        rowKey={(row) => row.employeeId}
        onOpen={(row) => onOpen(row.employeeId)}
        withExport
        empty={<EmptyState icon={IconUserCheck} title={t("incomplete.emptyTitle")} text={t("incomplete.emptyText")} />}
      />
    </>
  );
}

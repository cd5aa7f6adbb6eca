import type { ImportProblem } from "@kompeten/shared/contracts/personnel";
import { Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** Shown at once; the file with all that the server listed is the export. */
const shownMax = 500;

/** What is wrong, where the spreadsheet shows it, and what was expected. */
export function ImportProblems({ problems, total }: { problems: readonly ImportProblem[]; total: number }) {
  const { t } = useTranslation("personnel");
  const say = ({ code, params }: ImportProblem) => t(`problem.${code}`, params);
  const columns: Column<ImportProblem>[] = [
    { id: "row", header: t("column.row"), align: "right", width: 88, cell: ({ row }) => row, value: ({ row }) => row },
    {
      id: "severity",
      header: t("column.severity"),
      width: 132,
      cell: ({ severity }) => <StatusBadge tone={severity === "error" ? "bad" : "caution"}>{t(`severity.${severity}`)}</StatusBadge>,
      value: ({ severity }) => t(`severity.${severity}`),
    },
    { id: "column", header: t("column.column"), width: 168, cell: ({ column }) => column, value: ({ column }) => column },
    // Quoted, because a stray space is often what is wrong.
    { id: "value", header: t("column.value"), cell: ({ value }) => (value === "" ? t("import.emptyCell") : value), csv: ({ value }) => value },
    { id: "expected", header: t("column.expected"), cell: say, csv: say },
  ];
  if (problems.length === 0) return <EmptyState icon={IconCircleCheck} title={t("import.noProblems.title")} text={t("import.noProblems.text")} />;
  return (
    <>
      <DataTable caption={t("import.problems")} columns={columns} rows={problems.slice(0, shownMax)} rowKey={(problem) => `${problem.row} ${problem.column} ${problem.code}`} withExport maxHeight="60vh" />
      {total > Math.min(problems.length, shownMax) ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t("import.more", { shown: Math.min(problems.length, shownMax), total })}
        </Text>
      ) : null}
    </>
  );
}

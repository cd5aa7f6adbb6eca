import { Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "../words/use-translation.ts";
import type { Column } from "./data-table.tsx";
import classes from "./data-table.module.css";
import type { Sort } from "./table-sort.ts";

type Props<Row> = { columns: readonly Column<Row>[]; sort: Sort | undefined; onSort: (sort: Sort) => void };

export function DataTableHeader<Row>({ columns, sort, onSort }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((column) => {
          const sorted = sort?.column === column.id;
          const Arrow = !sorted ? IconArrowsSort : sort.descending ? IconArrowDown : IconArrowUp;
          return (
            <Table.Th
              key={column.id}
              scope="col"
              data-align={column.align}
              {...(column.width === undefined ? {} : { w: column.width })}
              {...(sorted ? { "aria-sort": sort.descending ? ("descending" as const) : ("ascending" as const) } : {})}
            >
              {column.value ? (
                <UnstyledButton
                  className={classes.sort ?? ""}
                  title={t("table.sortBy", { column: column.header })}
                  onClick={() => onSort({ column: column.id, descending: sorted && !sort.descending })}
                >
                  {column.header}
                  <Arrow size={14} stroke={1.8} aria-hidden data-idle={sorted ? undefined : true} />
                </UnstyledButton>
              ) : (
                column.header
              )}
            </Table.Th>
          );
        })}
      </Table.Tr>
    </Table.Thead>
  );
}

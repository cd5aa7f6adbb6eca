import { Button, Group, Table, Text } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { type KeyboardEvent, memo, type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { saveFile } from "../browser/save-file.ts";
import { type CsvValue, toCsv } from "./csv.ts";
import classes from "./data-table.module.css";
import { DataTableHeader } from "./data-table-header.tsx";
import { moveRowFocus } from "./row-focus.ts";
import { type Sort, sortRows, type SortValue } from "./table-sort.ts";

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted and exported by. Without it, it is neither. */
  value?: (row: Row) => SortValue;
  /** What is exported instead, such as a NIP in groups, which a spreadsheet would otherwise round as a number. */
  csv?: (row: Row) => CsvValue;
  /** "right" for numbers. */
  align?: "left" | "right";
  width?: number | string;
};

export type DataTableProps<Row> = {
  /** What the table holds; read to screen readers and used as the name of the exported file. */
  caption: string;
  /** The same array from one drawing to the next where rows change one by one. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selectedKey?: string | undefined;
  /** Click or Enter on a row. */
  onOpen?: (row: Row) => void;
  /** Held by the caller when the sort belongs in the address; otherwise the table keeps it. */
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  withExport?: boolean;
  /** Filters, to the left of the export button. */
  toolbar?: ReactNode;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** The table scrolls within this height, under its fixed header. */
  maxHeight?: number | string;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, selectedKey, onOpen, withExport = false, toolbar, empty, maxHeight = "70vh" } = props;
  const { t } = useTranslation();
  const [ownSort, setOwnSort] = useState<Sort>();
  const sort = props.sort ?? ownSort;
  const [activeKey, setActiveKey] = useState<string>();

  const sorted = useMemo(() => {
    const by = columns.find((column) => column.id === sort?.column)?.value;
    return by ? sortRows(rows, by, sort?.descending ?? false) : rows;
  }, [columns, rows, sort]);

  // One row is in the tab order: the one last used, else the selected one, else the first.
  const keys = sorted.map(rowKey);
  const tabbable = [activeKey, selectedKey].find((key) => key !== undefined && keys.includes(key)) ?? keys[0];

  function exportCsv() {
    const exported = columns.filter((column) => column.csv ?? column.value);
    const body = sorted.map((row) => exported.map((column) => (column.csv ?? column.value)?.(row)));
    const text = toCsv(exported.map((column) => column.header), body);
    saveFile(new Blob([text], { type: "text/csv;charset=utf-8" }), `${caption}.csv`);
  }

  function openRow(element: Element | null) {
    const row = sorted.find((one) => rowKey(one) === element?.getAttribute("data-row"));
    if (row !== undefined) onOpen?.(row);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    moveRowFocus(event);
    // Enter on a link or button inside the row is that control's.
    if (event.key === "Enter" && (event.target as Element).matches("[data-row]")) openRow(event.target as Element);
  }

  return (
    <div className={classes.root}>
      {toolbar || withExport ? (
        <Group justify="space-between" gap="sm" className={classes.toolbar ?? ""}>
          <Group gap="sm">{toolbar}</Group>
          <Group gap="sm">
            <Text component="output" size="sm" c="dimmed">
              {t("table.rows", { count: rows.length })}
            </Text>
            {withExport ? (
              <Button size="xs" variant="default" leftSection={<IconFileExport size={16} stroke={1.7} />} onClick={exportCsv}>
                {t("action.exportCsv")}
              </Button>
            ) : null}
          </Group>
        </Group>
      ) : null}
      {rows.length === 0 ? (
        (empty ?? <p className={classes.empty}>{t("table.empty")}</p>)
      ) : (
        // A scrolling region must be reachable by keyboard; with rows to open, the rows themselves are.
        <div
          className={classes.scroll}
          style={{ maxHeight }}
          {...(onOpen ? {} : { tabIndex: 0, role: "region", "aria-label": caption })}
        >
          <Table className={classes.table ?? ""} highlightOnHover={Boolean(onOpen)}>
            <Table.Caption className={classes.caption ?? ""}>{onOpen ? `${caption}. ${t("table.keyboard")}` : caption}</Table.Caption>
            <DataTableHeader columns={columns} sort={sort} onSort={props.onSort ?? setOwnSort} />
            {/* One listener for all rows, so that a row is drawn again only when what it shows has changed. */}
            <Table.Tbody
              onKeyDown={onKeyDown}
              {...(onOpen
                ? {
                    onFocus: ({ target }) => setActiveKey(rowAt(target)?.getAttribute("data-row") ?? undefined),
                    onClick: ({ target }) => openRow(rowAt(target)),
                  }
                : {})}
            >
              {sorted.map((row) => {
                const key = rowKey(row);
                return <DataRow key={key} id={key} row={row} columns={columns} isCurrent={key === selectedKey} tabIndex={onOpen ? (key === tabbable ? 0 : -1) : undefined} />;
              })}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </div>
  );
}

const rowAt = (target: EventTarget): Element | null => (target as Element).closest("[data-row]");

type DataRowProps<Row> = {
  id: string;
  row: Row;
  columns: readonly Column<Row>[];
  isCurrent: boolean;
  /** Undefined where rows are not opened. */
  tabIndex: number | undefined;
};

function PlainRow<Row>({ id, row, columns, isCurrent, tabIndex }: DataRowProps<Row>) {
  return (
    <Table.Tr data-row={id} data-openable={tabIndex === undefined ? undefined : true} aria-current={isCurrent ? "true" : undefined} tabIndex={tabIndex}>
      {columns.map((column, index) => {
        const Cell = index === 0 ? Table.Th : Table.Td;
        return (
          <Cell key={column.id} data-align={column.align} {...(index === 0 ? { scope: "row" } : {})}>
            {column.cell(row)}
          </Cell>
        );
      })}
    </Table.Tr>
  );
}

/** Hundreds of cells take a slow computer a fifth of a second: as long as its row and the columns are the same, none is drawn again. */
const DataRow = memo(PlainRow) as typeof PlainRow;

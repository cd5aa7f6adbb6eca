import { useState } from "react";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./scroll-table.module.css";
import { ScrollTable, type TableProps } from "./scroll-table.tsx";
import { type Sort, sortRows, type SortValue } from "./table-sort.ts";

/** A table to read that can be put in order by any of its columns, and back into its own. */
export function SortableTable({ caption, columns, rows }: TableProps) {
  const { t } = useTranslation();
  const [sort, setSort] = useState<Sort | null>(null);
  const column = sort === null ? -1 : Number(sort.column);
  const shown = sort === null ? rows : sortRows(rows, (row) => valueOf(row[column]), sort.descending);
  function turn(index: number) {
    if (index !== column) setSort({ column: String(index), descending: false });
    else setSort(sort?.descending ? null : { column: String(index), descending: true });
  }
  const heads = columns.map(({ label }, index) => ({
    sort: index === column ? (sort?.descending ? ("descending" as const) : ("ascending" as const)) : undefined,
    content: (
      <button type="button" className={classes.sort} title={t("table.sortBy", { column: label })} onClick={() => turn(index)}>
        {label}
        <span aria-hidden>{index === column ? (sort?.descending ? " ↓" : " ↑") : ""}</span>
      </button>
    ),
  }));
  return <ScrollTable caption={caption} columns={columns} rows={shown} heads={heads} />;
}

/** Figures as figures, in the way they are written in Indonesia ("1.234,5", "98 %", "Rp2.000"); the rest as text. */
function valueOf(cell: string | undefined): SortValue {
  const text = (cell ?? "").trim();
  if (text === "" || text === "–" || text === "-") return null;
  const figure = /^(?:Rp\s?)?(-?\d{1,3}(?:\.\d{3})+|-?\d+)(?:,(\d+))?(?:\s?%)?$/.exec(text);
  return figure ? Number(`${figure[1]?.replaceAll(".", "")}.${figure[2] ?? "0"}`) : text;
}

import { useState } from "react";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./scroll-table.module.css";
import type { TableProps } from "./scroll-table.tsx";
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
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, align }, index) => (
              <th key={index} scope="col" data-align={align} aria-sort={index === column ? (sort?.descending ? "descending" : "ascending") : undefined}>
                <button type="button" className={classes.sort} title={t("table.sortBy", { column: label })} onClick={() => turn(index)}>
                  {label}
                  <span aria-hidden>{index === column ? (sort?.descending ? " ↓" : " ↑") : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rows.indexOf(row)}>
              {columns.map(({ align }, index) => (
                <td key={index} data-align={align}>
                  {row[index] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Figures as figures, in the way they are written in Indonesia ("1.234,5", "98 %", "Rp2.000"); the rest as text. */
function valueOf(cell: string | undefined): SortValue {
  const text = (cell ?? "").trim();
  if (text === "" || text === "–" || text === "-") return null;
  const figure = /^(?:Rp\s?)?(-?\d{1,3}(?:\.\d{3})+|-?\d+)(?:,(\d+))?(?:\s?%)?$/.exec(text);
  return figure ? Number(`${figure[1]?.replaceAll(".", "")}.${figure[2] ?? "0"}`) : text;
}

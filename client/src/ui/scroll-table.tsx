import type { ReactNode } from "react";
import classes from "./scroll-table.module.css";

export type TableProps = {
  caption: string;
  columns: readonly { label: string; align?: "left" | "right" }[];
  rows: readonly (readonly string[])[];
};

/** What stands at the top of a column instead of its label alone. */
export type TableHead = { content: ReactNode; sort: "ascending" | "descending" | undefined };

/** A table to read, not to work in: it scrolls sideways within itself on a narrow screen, also by keyboard. */
export function ScrollTable({ caption, columns, rows, heads }: Omit<TableProps, "rows"> & { rows: readonly (readonly ReactNode[])[]; heads?: readonly TableHead[] }) {
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" data-align={column.align} aria-sort={heads?.[index]?.sort}>
                {heads?.[index]?.content ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {columns.map((column, index) => (
                <td key={index} data-align={column.align}>
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

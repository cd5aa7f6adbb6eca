import type { ReactNode } from "react";
import classes from "./dl.module.css";

export type DlItem = { term: string; value: ReactNode };

/** Terms and their values: identity, settings, inputs of a figure. An absent value is shown as a dash, not as zero. */
export function Dl({ items, columns = 1 }: { items: readonly DlItem[]; columns?: 1 | 2 }) {
  return (
    <dl className={classes.root} data-columns={columns}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value === null || value === undefined || value === "" ? "–" : value}</dd>
        </div>
      ))}
    </dl>
  );
}

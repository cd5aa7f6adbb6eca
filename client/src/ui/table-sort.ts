import { words } from "../words/words.ts";

export type SortValue = string | number | null | undefined;
export type Sort = { column: string; descending: boolean };

/** A sorted copy. Missing values come last in both directions: "no result" is neither the lowest nor the highest. */
export function sortRows<Row>(rows: readonly Row[], value: (row: Row) => SortValue, descending: boolean): Row[] {
  const collator = new Intl.Collator(words.language, { numeric: true, sensitivity: "base" });
  const direction = descending ? -1 : 1;
  return [...rows].sort((left, right) => {
    const a = value(left);
    const b = value(right);
    const missing = Number(a === null || a === undefined) - Number(b === null || b === undefined);
    if (missing !== 0 || a === null || a === undefined || b === null || b === undefined) return missing;
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return order * direction;
  });
}

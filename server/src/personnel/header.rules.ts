import { ok, type Ok } from "@kompeten/shared/kernel";
import { cleanText, type Cell } from "./cell.rules.ts";

export type HeaderRefusal = { readonly ok: false; refusal: "no-rows" | "missing-columns" | "duplicate-columns"; columns: string[] };
export type Header = {
  /** The spreadsheet's number of the row with the headings. */
  row: number;
  /** Heading → index of its column. */
  indexes: Map<string, number>;
  unknown: string[];
};

/** The first row that is not empty holds the headings; upper and lower case and outer spaces do not matter. */
export function readHeader(rows: readonly (readonly Cell[])[], wanted: readonly { header: string; required: boolean }[]): Ok<Header> | HeaderRefusal {
  const row = rows.findIndex((cells) => cells.some((cell) => cleanText(cell.text) !== ""));
  const cells = rows[row];
  if (cells === undefined) return { ok: false, refusal: "no-rows", columns: [] };
  const names = cells.map((cell) => cleanText(cell.text).replace(/\s?\*$/, "").toLowerCase());
  const duplicates = wanted.filter(({ header }) => names.filter((name) => name === header.toLowerCase()).length > 1);
  if (duplicates.length > 0) return { ok: false, refusal: "duplicate-columns", columns: duplicates.map(({ header }) => header) };
  const indexes = new Map(wanted.flatMap(({ header }) => (names.includes(header.toLowerCase()) ? [[header, names.indexOf(header.toLowerCase())] as const] : [])));
  const missing = wanted.filter(({ header, required }) => required && !indexes.has(header));
  if (missing.length > 0) return { ok: false, refusal: "missing-columns", columns: missing.map(({ header }) => header) };
  const known = new Set(wanted.map(({ header }) => header.toLowerCase()));
  const unknown = cells.map((cell) => cleanText(cell.text)).filter((name, index) => name !== "" && !known.has(names[index] ?? ""));
  return ok({ row: row + 1, indexes, unknown });
}

/** The rows below the headings that hold anything, each with its number as the spreadsheet shows it. */
export function dataRows(rows: readonly (readonly Cell[])[], header: Header): { row: number; cells: readonly Cell[] }[] {
  return rows.slice(header.row).flatMap((cells, index) => (cells.some((cell) => cleanText(cell.text) !== "") ? [{ row: header.row + index + 1, cells }] : []));
}

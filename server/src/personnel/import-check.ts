import { importProblemsMax, type ImportProblem } from "@kompeten/shared/contracts/personnel";
import type { Ok } from "@kompeten/shared/kernel";
import type { BatchProblems, BatchRow, Checked } from "./import-batch.ts";
import type { Cell } from "./cell.rules.ts";
import type { HeaderRefusal } from "./header.rules.ts";

/** One kind of file: how it is checked against the register, and how its rows enter it. */
export interface ImportSource {
  check(table: readonly (readonly Cell[])[]): Promise<Ok<Checked> | HeaderRefusal>;
  /** Writes the rows if the register is still as it was when the file was checked; the answer is how many rows are stale, and then nothing was written. */
  apply(rows: readonly BatchRow[]): Promise<number>;
}

/** Rows without errors go on; problems are counted in full and listed up to the limit, in the order of the file. */
export function checkedOf(total: number, rows: readonly BatchRow[], problems: readonly ImportProblem[]): Checked {
  const errors = problems.filter((problem) => problem.severity === "error");
  const broken = new Set(errors.map((problem) => problem.row));
  const list = [...problems].sort((a, b) => a.row - b.row).slice(0, importProblemsMax);
  const summary: BatchProblems = { rows: total, rowsWithErrors: broken.size, errors: errors.length, warnings: problems.length - errors.length, list };
  return { rows: rows.filter((row) => !broken.has(row.row)), problems: summary };
}

import type { ImportChange, ImportProblem } from "@kompeten/shared/contracts/personnel";

/** One row without errors, as it would enter the register. */
export type BatchRow = {
  row: number;
  nip: string;
  name: string;
  change: "new" | "changed" | "unchanged";
  /** The version of the register's entry when the file was checked; null when there was none. */
  version: number | null;
  /** The cells of the file's columns, read; columns the file does not have are absent and stay as they are. */
  record: Record<string, string | number | null>;
  fields: ImportChange["fields"];
};

export type BatchProblems = { rows: number; rowsWithErrors: number; errors: number; warnings: number; list: ImportProblem[] };

/** What checking a file gave. */
export type Checked = { rows: BatchRow[]; problems: BatchProblems };

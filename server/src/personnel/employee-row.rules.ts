import type { ImportProblem } from "@kompeten/shared/contracts/personnel";
import { cleanText, emptyCell, readOption, type Cell } from "./cell.rules.ts";
import { columns, employmentOptions, type Column } from "./employee-columns.rules.ts";
import type { EmployeeRecord } from "./employee-record.ts";
import { nipProblems } from "./nip.rules.ts";
import type { Header } from "./header.rules.ts";

export type ReadRow = { row: number; record: Partial<EmployeeRecord>; problems: ImportProblem[] };

/** One row of the file: what could be read, and everything that is wrong with it. */
export function readEmployeeRow(row: number, cells: readonly Cell[], header: Header): ReadRow {
  const record: Record<string, string | null> = {};
  const problems: ImportProblem[] = [];
  const cellOf = (column: Column): Cell | undefined => {
    const index = header.indexes.get(column.header);
    if (index === undefined) return undefined;
    const cell = cells[index] ?? emptyCell;
    return { kind: cell.kind, text: cleanText(cell.text) };
  };
  const context = { employment: employmentOf(cellOf) };
  for (const column of columns) {
    const cell = cellOf(column);
    if (cell === undefined) continue;
    // A dash is how an empty cell is often written.
    if (cell.text === "" || (!column.required && /^[-–]$/.test(cell.text))) {
      if (column.required) problems.push({ row, column: column.header, value: "", severity: "error", code: "required", params: {} });
      else record[column.key] = null;
      continue;
    }
    const reading = column.read(cell, context);
    if (reading.ok) record[column.key] = reading.value;
    else problems.push({ row, column: column.header, value: cell.text.slice(0, 100), severity: "error", code: reading.code, params: reading.params });
  }
  return { row, record: record as Partial<EmployeeRecord>, problems: [...problems, ...problemsOfNip(row, record as Partial<EmployeeRecord>)] };
}

function employmentOf(cellOf: (column: Column) => Cell | undefined): "pns" | "pppk" | undefined {
  const column = columns.find(({ key }) => key === "employment");
  const cell = column && cellOf(column);
  const reading = cell && readOption(cell, employmentOptions);
  return reading?.ok ? reading.value : undefined;
}

function problemsOfNip(row: number, { nip, birthDate, sex, employment }: Partial<EmployeeRecord>): ImportProblem[] {
  if (nip === undefined) return [];
  return nipProblems(nip, { birthDate, sex, employment }).map(({ code, severity, expected, found }) => ({ row, column: "NIP", value: nip, severity, code, params: { expected, found } }));
}

/** Each NIP once: a later row of the same NIP names the earlier one, and the earlier the later. */
export function duplicateProblems(rows: readonly { row: number; nip: string | undefined }[]): ImportProblem[] {
  const byNip = new Map<string, number[]>();
  for (const { row, nip } of rows) if (nip !== undefined) byNip.set(nip, [...(byNip.get(nip) ?? []), row]);
  return [...byNip].flatMap(([nip, found]) =>
    found.length < 2 ? [] : found.map((row) => ({ row, column: "NIP", value: nip, severity: "error" as const, code: "nip-duplicate" as const, params: { otherRow: found.find((other) => other !== row) ?? row } })),
  );
}

/** What the file would change of a person, written as in the file; empty when nothing. Columns the file lacks stay as they are. */
export function changesOf(before: EmployeeRecord, after: Partial<EmployeeRecord>): { column: string; from: string; to: string }[] {
  return columns.flatMap(({ key, header, write }) => {
    const to = after[key];
    const from = before[key];
    if (to === undefined || to === from) return [];
    return [{ column: header, from: from === null ? "" : write(from), to: to === null ? "" : write(to) }];
  });
}

/** A person who is not in the register yet: what the file does not say is unknown. */
export function completed(record: Partial<EmployeeRecord>, before: EmployeeRecord | undefined): EmployeeRecord {
  const nothing = Object.fromEntries(columns.map(({ key }) => [key, null])) as unknown as EmployeeRecord;
  return { ...(before ?? nothing), ...record };
}

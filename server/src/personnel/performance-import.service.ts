import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { ImportProblem } from "@kompeten/shared/contracts/personnel";
import { ok, type Ok } from "@kompeten/shared/kernel";
import { cleanText, emptyCell, readOption, unreadable, writeOption, type Cell, type Reading } from "./cell.rules.ts";
import { predicateOptions } from "./employee-columns.rules.ts";
import { Employees } from "./employees.service.ts";
import { PerformanceRecord } from "./employee.entity.ts";
import { dataRows, readHeader, type Header, type HeaderRefusal } from "./header.rules.ts";
import type { BatchRow, Checked } from "./import-batch.ts";
import { checkedOf, type ImportSource } from "./import-check.ts";
import { readNip } from "./nip.rules.ts";

export const performanceColumns = [
  { header: "NIP", required: true, width: 22, example: "198503122010011005" },
  { header: "Tahun", required: true, width: 10, example: "2025" },
  { header: "Predikat", required: true, width: 18, example: "Baik" },
] as const;

type Line = { row: number; nip: string | undefined; year: number | undefined; predicate: string | undefined; problems: ImportProblem[] };

/** The yearly performance predicates: one per person and year. */
@Injectable()
export class PerformanceImport implements ImportSource {
  constructor(
    private readonly em: EntityManager,
    private readonly employees: Employees,
  ) {}

  async check(table: readonly (readonly Cell[])[]): Promise<Ok<Checked> | HeaderRefusal> {
    const header = readHeader(table, performanceColumns);
    if (!header.ok) return header;
    const lines = dataRows(table, header.value).map(({ row, cells }) => readLine(row, cells, header.value));
    const people = await this.employees.byNips(lines.flatMap(({ nip }) => (nip === undefined ? [] : [nip])));
    const unknown = lines.flatMap(({ row, nip }) => (nip === undefined || people.has(nip) ? [] : [problem(row, "NIP", nip, unreadable("employee-unknown"))]));
    const recorded = await this.em.find(PerformanceRecord, { employeeId: { $in: [...people.values()].map((view) => view.id) } });
    const before = new Map(recorded.map((one) => [`${one.employeeId} ${one.year}`, one.predicate]));
    const rows = lines.map(({ row, nip = "", year = 0, predicate = "" }): BatchRow => {
      const person = people.get(nip);
      const from = before.get(`${person?.id} ${year}`);
      const change = from === undefined ? "new" : from === predicate ? "unchanged" : "changed";
      const fields = change === "changed" ? [{ column: `Predikat ${year}`, from: writeOption(from ?? "", predicateOptions), to: writeOption(predicate, predicateOptions) }] : [];
      return { row, nip, name: person?.name ?? "", change, version: null, record: { employeeId: person?.id ?? null, year, predicate, before: from ?? null }, fields };
    });
    return ok(checkedOf(lines.length, rows, [...lines.flatMap((line) => line.problems), ...unknown, ...duplicates(lines)]));
  }

  async apply(rows: readonly BatchRow[]): Promise<number> {
    const wanted = rows.filter((row) => row.change !== "unchanged").map((row) => ({ employeeId: String(row.record["employeeId"]), year: Number(row.record["year"]), predicate: String(row.record["predicate"]), before: row.record["before"] ?? null }));
    const recorded = await this.em.find(PerformanceRecord, { employeeId: { $in: wanted.map((row) => row.employeeId) } });
    const now = new Map(recorded.map((one) => [`${one.employeeId} ${one.year}`, one.predicate]));
    const stale = wanted.filter((row) => (now.get(`${row.employeeId} ${row.year}`) ?? null) !== row.before);
    if (stale.length > 0) return stale.length;
    await this.employees.recordPerformance(wanted.map(({ employeeId, year, predicate }) => ({ employeeId, year, predicate, source: "import" })));
    return 0;
  }
}

function readLine(row: number, cells: readonly Cell[], header: Header): Line {
  const problems: ImportProblem[] = [];
  const read = <T>(column: string, reader: (cell: Cell) => Reading<T>): T | undefined => {
    const found = cells[header.indexes.get(column) ?? -1] ?? emptyCell;
    const cell = { kind: found.kind, text: cleanText(found.text) };
    const reading = cell.text === "" ? unreadable("required") : reader(cell);
    if (reading.ok) return reading.value;
    problems.push(problem(row, column, cell.text, reading));
    return undefined;
  };
  const nip = read("NIP", (cell) => {
    const reading = readNip(cell.text, cell.kind === "number");
    return reading.ok ? reading : unreadable(reading.refusal, { length: cell.text.replaceAll(" ", "").length });
  });
  const year = read("Tahun", (cell) => (/^20\d{2}$/.test(cell.text) ? ok(Number(cell.text)) : unreadable("year-invalid", { expected: "2025" })));
  const predicate = read("Predikat", (cell) => readOption(cell, predicateOptions));
  return { row, nip, year, predicate, problems };
}

function problem(row: number, column: string, value: string, { code, params }: ReturnType<typeof unreadable>): ImportProblem {
  return { row, column, value: value.slice(0, 100), severity: "error", code, params };
}

function duplicates(lines: readonly Line[]): ImportProblem[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ row, nip, year }) => {
    if (nip === undefined || year === undefined) return [];
    const other = first.get(`${nip} ${year}`);
    if (other === undefined) first.set(`${nip} ${year}`, row);
    return other === undefined ? [] : [problem(row, "NIP", nip, unreadable("nip-duplicate", { otherRow: other }))];
  });
}

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { ImportProblem } from "@kompeten/shared/contracts/personnel";
import { ok, type Ok } from "@kompeten/shared/kernel";
import { LockMode } from "@mikro-orm/core";
import { columns } from "./employee-columns.rules.ts";
import { changesOf, completed, duplicateProblems, readEmployeeRow, type ReadRow } from "./employee-row.rules.ts";
import type { EmployeeRecord } from "./employee-record.ts";
import { EmployeeRegister } from "./employee-register.service.ts";
import { Employee, OrganisationUnit } from "./employee.entity.ts";
import { dataRows, readHeader, type HeaderRefusal } from "./header.rules.ts";
import type { BatchRow, Checked } from "./import-batch.ts";
import { checkedOf, type ImportSource } from "./import-check.ts";
import type { Cell } from "./cell.rules.ts";

type Known = { record: EmployeeRecord; version: number };

/** The register's own file. */
@Injectable()
export class EmployeeImport implements ImportSource {
  constructor(
    private readonly em: EntityManager,
    private readonly register: EmployeeRegister,
  ) {}

  async check(table: readonly (readonly Cell[])[]): Promise<Ok<Checked> | HeaderRefusal> {
    const header = readHeader(table, columns);
    if (!header.ok) return header;
    const read = dataRows(table, header.value).map(({ row, cells }) => readEmployeeRow(row, cells, header.value));
    const unknown = header.value.unknown.map((column): ImportProblem => ({ row: header.value.row, column: column.slice(0, 100), value: "", severity: "warning", code: "unknown-column", params: {} }));
    const problems = [...unknown, ...read.flatMap((one) => one.problems), ...duplicateProblems(read.map(({ row, record }) => ({ row, nip: record.nip })))];
    const known = await this.known(read.flatMap(({ record }) => (record.nip === undefined ? [] : [record.nip])), false);
    return ok(checkedOf(read.length, read.map((one) => batchRow(one, known)), problems));
  }

  async apply(rows: readonly BatchRow[]): Promise<number> {
    const wanted = rows.filter((row) => row.change !== "unchanged");
    const known = await this.known(wanted.map((row) => row.nip), true);
    const stale = wanted.filter((row) => (known.get(row.nip)?.version ?? null) !== row.version);
    if (stale.length > 0) return stale.length;
    await this.register.write(wanted.map((row) => completed(row.record as Partial<EmployeeRecord>, known.get(row.nip)?.record)));
    return 0;
  }

  /** Locked when about to write: nobody changes these people between the comparison and the writing. */
  private async known(nips: string[], lock: boolean): Promise<Map<string, Known>> {
    const units = new Map((await this.em.find(OrganisationUnit, {})).map((unit) => [unit.id, unit.name]));
    const employees = await this.em.find(Employee, { nip: { $in: nips } }, lock ? { orderBy: { id: "asc" }, lockMode: LockMode.PESSIMISTIC_WRITE } : {});
    return new Map(employees.map((employee) => [employee.nip, { record: recordOf(employee, units), version: employee.version }]));
  }
}

function batchRow({ row, record }: ReadRow, known: Map<string, Known>): BatchRow {
  const nip = record.nip ?? "";
  const before = known.get(nip);
  const fields = before ? changesOf(before.record, record) : [];
  const change = before === undefined ? "new" : fields.length > 0 ? "changed" : "unchanged";
  return { row, nip, name: record.name ?? "", change, version: before?.version ?? null, record, fields };
}

export function recordOf(employee: Employee, units: Map<string, string>): EmployeeRecord {
  const { nip, name, titleBefore, titleAfter, sex, birthPlace, birthDate, employment, grade, gradeSince, positionTitle, positionType, positionSince, education, educationField, email, phone } = employee;
  const unit = employee.unitId === null ? null : (units.get(employee.unitId) ?? null);
  return { nip, name, titleBefore, titleAfter, sex, birthPlace, birthDate, employment, grade, gradeSince, positionTitle, positionType, positionSince, unit, education, educationField, email, phone };
}

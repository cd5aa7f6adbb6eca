import { EntityManager, type FilterQuery } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Audit, Clock, currentAgencyId, newId } from "../platform/index.ts";
import { Employee, OrganisationUnit, PerformanceRecord } from "./employee.entity.ts";
import { EmployeeRegister, type RegisteredRecord } from "./employee-register.service.ts";

export type EmployeeView = {
  id: string;
  nip: string;
  name: string;
  titleBefore: string | null;
  titleAfter: string | null;
  sex: "male" | "female";
  birthDate: string;
  employment: "pns" | "pppk";
  /** "III/a" for PNS, "IX" for PPPK. */
  grade: string;
  positionTitle: string;
  /** One of the contract's `positionTypes`. */
  positionType: string;
  unitName: string | null;
  /** One of the contract's `educations`. */
  education: string | null;
  accountId: string | null;
};
export type PerformanceView = { predicate: string; year: number; source: string };
export type ComponentView = { code: string; score: number; asOf: string; source: string };
export type PerformanceInput = { employeeId: string; year: number; predicate: string; source: string };
export type ComponentInput = { employeeId: string; code: string; score: number; asOf: string; source: string };

/** The register of the current agency, for other contexts. Runs inside the caller's unit of work. */
@Injectable()
export class Employees {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly register: EmployeeRegister,
  ) {}

  /** By id; people of other agencies and unknown ids are absent. */
  async byIds(ids: string[]): Promise<Map<string, EmployeeView>> {
    const views = await this.find({ id: { $in: [...new Set(ids)] } });
    return new Map(views.map((view) => [view.id, view]));
  }

  /** By NIP of 18 digits without spaces. */
  async byNips(nips: string[]): Promise<Map<string, EmployeeView>> {
    const views = await this.find({ nip: { $in: [...new Set(nips)] } });
    return new Map(views.map((view) => [view.nip, view]));
  }

  /** Everybody, by name. */
  all(): Promise<EmployeeView[]> {
    return this.find({});
  }

  /** Adds people or brings them up to date by NIP, making units as they are named. Trusts its input: files are checked by the import. */
  async enter(records: readonly RegisteredRecord[]): Promise<Map<string, string>> {
    const written = await this.register.write(records);
    await this.audit.record({ action: "personnel.employees.entered", subjectKind: "register", subjectId: "employees", details: { count: written.size } });
    return written;
  }

  /** Ties a person of the register to their login. */
  async linkAccount(employeeId: string, accountId: string): Promise<void> {
    const changed = await this.em.nativeUpdate(Employee, { id: employeeId, $or: [{ accountId: null }, { accountId: { $ne: accountId } }] }, { accountId });
    if (changed > 0) await this.audit.record({ action: "personnel.employee.linked", subjectKind: "employee", subjectId: employeeId, details: { accountId } });
  }

  /** The predicate of one year per employee; who has none is absent, which is not zero (S5). */
  async performance(employeeIds: string[], year: number): Promise<Map<string, PerformanceView>> {
    const records = await this.em.find(PerformanceRecord, { employeeId: { $in: employeeIds }, year });
    return new Map(records.map(({ employeeId, predicate, source }) => [employeeId, { predicate, year, source }]));
  }

  /** The newest score per component code and employee, of those dated up to the day of `asOf`; without it of all. */
  async components(employeeIds: string[], asOf?: string): Promise<Map<string, ComponentView[]>> {
    const { rows } = await sql<ComponentView & { employee_id: string }>`
      select distinct on (employee_id, code) employee_id, code, score, as_of as "asOf", source
      from talent_component where employee_id = any(${employeeIds}::uuid[]) and (${asOf ?? null}::date is null or as_of <= ${asOf ?? null}::date) order by employee_id, code, as_of desc`.execute(this.em.getKysely());
    const found = new Map<string, ComponentView[]>();
    for (const { employee_id: employeeId, ...component } of rows) found.set(employeeId, [...(found.get(employeeId) ?? []), component]);
    return found;
  }

  /** One predicate per employee and year; a later one takes the place of an earlier. */
  async recordPerformance(rows: readonly PerformanceInput[]): Promise<void> {
    if (rows.length === 0) return;
    await sql`
      insert into performance_record (id, agency_id, employee_id, year, predicate, source, recorded_at)
      select id, ${currentAgencyId()}, "employeeId", year, predicate, source, ${this.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))}::jsonb) as given (id uuid, "employeeId" uuid, year int, predicate text, source text)
      on conflict (employee_id, year) do update set predicate = excluded.predicate, source = excluded.source, recorded_at = excluded.recorded_at`.execute(this.em.getKysely());
    await this.audit.record({ action: "personnel.performance.recorded", subjectKind: "register", subjectId: "performance", details: { count: rows.length, years: [...new Set(rows.map((row) => row.year))] } });
  }

  /** Component scores of the nine-box, 0 to 100; one per employee, code and day. */
  async recordComponents(rows: readonly ComponentInput[]): Promise<void> {
    if (rows.length === 0) return;
    await sql`
      insert into talent_component (id, agency_id, employee_id, code, score, as_of, source, recorded_at)
      select id, ${currentAgencyId()}, "employeeId", code, score, "asOf", source, ${this.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))}::jsonb) as given (id uuid, "employeeId" uuid, code text, score float8, "asOf" date, source text)
      on conflict (employee_id, code, as_of) do update set score = excluded.score, source = excluded.source, recorded_at = excluded.recorded_at`.execute(this.em.getKysely());
    await this.audit.record({ action: "personnel.components.recorded", subjectKind: "register", subjectId: "components", details: { count: rows.length, codes: [...new Set(rows.map((row) => row.code))] } });
  }

  private async find(where: FilterQuery<Employee>): Promise<EmployeeView[]> {
    const employees = await this.em.find(Employee, where, { orderBy: { name: "asc", id: "asc" } });
    const units = new Map((await this.em.find(OrganisationUnit, {})).map((unit) => [unit.id, unit.name]));
    return employees.map((employee) => viewOf(employee, employee.unitId === null ? null : (units.get(employee.unitId) ?? null)));
  }
}

export function viewOf(employee: Employee, unitName: string | null): EmployeeView {
  const { id, nip, name, titleBefore, titleAfter, sex, birthDate, employment, grade, positionTitle, positionType, education, accountId } = employee;
  return { id, nip, name, titleBefore, titleAfter, sex, birthDate, employment, grade, positionTitle, positionType, unitName, education, accountId };
}

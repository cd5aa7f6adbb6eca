import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { EmployeeDetail, EmployeeFilters, EmployeeListQuery, EmployeePage, EmployeeRow, UnitView } from "@kompeten/shared/contracts/personnel";
import { sql } from "kysely";
import { Accounts } from "../identity/index.ts";
import { Audit } from "../platform/index.ts";
import { Employee, OrganisationUnit, PerformanceRecord } from "./employee.entity.ts";
import type { EmployeeRecord } from "./employee-record.ts";
import { recordOf } from "./employee-import.service.ts";
import { Employees, viewOf } from "./employees.service.ts";
import { Photos } from "./photos.service.ts";

const orders = {
  name: sql`e.name, e.id`,
  nip: sql`e.nip`,
  unit: sql`u.name nulls last, e.name, e.id`,
  grade: sql`e.employment, e.grade desc, e.name, e.id`,
};

/** The register as its readers see it. */
@Injectable()
export class EmployeeList {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: Audit,
    private readonly accounts: Accounts,
    private readonly employees: Employees,
    private readonly photos: Photos,
  ) {}

  async page(query: EmployeeListQuery): Promise<EmployeePage> {
    const { page, pageSize, sort, ...filters } = query;
    const { ids, total } = await this.find(filters, sort, { limit: pageSize, offset: (page - 1) * pageSize });
    const views = await this.employees.byIds(ids);
    return { rows: ids.flatMap((id) => views.get(id) ?? []) as EmployeeRow[], total, page, pageSize };
  }

  /** The register's file: all that match, by name. */
  async records(filters: EmployeeFilters): Promise<EmployeeRecord[]> {
    const { ids } = await this.find(filters, "name", { limit: null, offset: 0 });
    const units = await this.unitNames();
    const employees = await this.em.find(Employee, { id: { $in: ids } }, { orderBy: { name: "asc", id: "asc" } });
    return employees.map((employee) => recordOf(employee, units));
  }

  /** Personal data of one person: that it was looked at is recorded. */
  async detail(id: string): Promise<EmployeeDetail | undefined> {
    const employee = await this.em.findOne(Employee, { id });
    if (!employee) return undefined;
    const unitName = employee.unitId === null ? null : ((await this.unitNames()).get(employee.unitId) ?? null);
    const performance = await this.em.find(PerformanceRecord, { employeeId: id }, { orderBy: { year: "desc" } });
    const components = (await this.employees.components([id])).get(id) ?? [];
    const login = employee.accountId === null ? undefined : (await this.accounts.namesOf([employee.accountId])).get(employee.accountId)?.login;
    await this.audit.record({ action: "personnel.employee.read", subjectKind: "employee", subjectId: id });
    const { birthPlace, gradeSince, positionSince, educationField, email, phone } = employee;
    return {
      ...viewOf(employee, unitName),
      birthPlace, gradeSince, positionSince, educationField, email, phone,
      login: login ?? null,
      updatedAt: employee.updatedAt.toISOString(),
      photoKeptAtMs: await this.photos.keptAtMs(id),
      performance: performance.map(({ year, predicate, source }) => ({ year, predicate, source })),
      components,
    };
  }

  async units(): Promise<UnitView[]> {
    const { rows } = await sql<UnitView>`
      select u.id, u.name, u.parent_id as "parentId", count(e.id)::int as employees
      from organisation_unit u left join employee e on e.unit_id = u.id group by u.id order by u.name`.execute(this.em.getKysely());
    return rows;
  }

  private async find({ search, unitId, positionType, employment }: EmployeeFilters, sort: EmployeeListQuery["sort"], { limit, offset }: { limit: number | null; offset: number }): Promise<{ ids: string[]; total: number }> {
    const like = `%${(search ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`;
    const digits = (search ?? "").replaceAll(/\s/g, "");
    const nipLike = /^\d+$/.test(digits) ? `%${digits}%` : null;
    const { rows } = await sql<{ id: string; total: number }>`
      select e.id, count(*) over ()::int as total from employee e left join organisation_unit u on u.id = e.unit_id
      where (e.name ilike ${like} or e.position_title ilike ${like} or u.name ilike ${like} or e.nip like ${nipLike}::text)
        and (${unitId ?? null}::uuid is null or e.unit_id = ${unitId ?? null})
        and (${positionType ?? null}::text is null or e.position_type = ${positionType ?? null})
        and (${employment ?? null}::text is null or e.employment = ${employment ?? null})
      order by ${orders[sort]} limit ${limit}::int offset ${offset}`.execute(this.em.getKysely());
    return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
  }

  private async unitNames(): Promise<Map<string, string>> {
    return new Map((await this.em.find(OrganisationUnit, {})).map((unit) => [unit.id, unit.name]));
  }
}

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { AccommodationList, NewAccommodation } from "@kompeten/shared/contracts/personnel";
import { sql } from "kysely";
import { Audit, currentAccountId, currentAgencyId, Jobs, newId } from "../platform/index.ts";
import { Employee } from "./employee.entity.ts";

/** Extra time in force: the percentage of every time limit, why, and who recorded it. */
export type AccommodationInForce = { extraPercent: number; reason: string; approvedBy: string; recordedBy: string };
/** News for whoever has prepared work of this employee already. */
export const accommodatedJob = "personnel.accommodated";

/** T1 of delivery: extra time that holds for a person in every assessment; of several the newest that is neither revoked nor over. In the running unit of work. */
@Injectable()
export class Accommodations {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** On that day; who has none is absent. */
  async inForce(employeeIds: readonly string[], day: Date): Promise<Map<string, AccommodationInForce>> {
    if (employeeIds.length === 0) return new Map();
    const { rows } = await sql<AccommodationInForce & { employeeId: string }>`
      select distinct on (employee_id) employee_id as "employeeId", extra_percent as "extraPercent", reason, approved_by as "approvedBy", recorded_by as "recordedBy"
      from accommodation where employee_id = any(${[...employeeIds]}::uuid[]) and revoked_at is null and (valid_until is null or valid_until >= ${day}::date)
      order by employee_id, recorded_at desc, id desc`.execute(this.em.getKysely());
    return new Map(rows.map(({ employeeId, ...one }) => [employeeId, one]));
  }

  /** Newest first. Undefined for an employee who is not there. */
  async of(employeeId: string): Promise<AccommodationList | undefined> {
    if (!(await this.exists(employeeId))) return undefined;
    const { rows } = await sql<AccommodationList["accommodations"][number]>`
      select a.id, extra_percent as "extraPercent", reason, approved_by as "approvedBy", to_char(valid_until, 'YYYY-MM-DD') as "validUntil", r.name as "recordedBy",
        round(extract(epoch from recorded_at) * 1000)::float8 as "recordedAtMs", round(extract(epoch from revoked_at) * 1000)::float8 as "revokedAtMs"
      from accommodation a join account r on r.id = a.recorded_by where employee_id = ${employeeId} order by recorded_at desc, a.id desc limit 100`.execute(this.em.getKysely());
    await this.audit.record({ action: "personnel.accommodations.read", subjectKind: "employee", subjectId: employeeId, details: { count: rows.length } });
    return { accommodations: rows };
  }

  async grant(employeeId: string, { extraPercent, reason, approvedBy, validUntil }: NewAccommodation): Promise<boolean> {
    if (!(await this.exists(employeeId))) return false;
    const id = newId();
    await sql`
      insert into accommodation (id, agency_id, employee_id, extra_percent, reason, approved_by, valid_until, recorded_by)
      values (${id}, ${currentAgencyId()}, ${employeeId}, ${extraPercent}, ${reason}, ${approvedBy}, ${validUntil}::date, ${currentAccountId()})`.execute(this.em.getKysely());
    // Why a person needs more time stays in the register.
    await this.audit.record({ action: "personnel.accommodation.granted", subjectKind: "employee", subjectId: employeeId, details: { id, extraPercent, approvedBy, validUntil } });
    await this.jobs.enqueue(accommodatedJob, { employeeId });
    return true;
  }

  /** What attempts were given already stays theirs. */
  async revoke(employeeId: string, id: string): Promise<boolean> {
    const { numAffectedRows } = await sql`
      update accommodation set revoked_by = ${currentAccountId()}, revoked_at = clock_timestamp()
      where id = ${id} and employee_id = ${employeeId} and revoked_at is null`.execute(this.em.getKysely());
    if (!numAffectedRows) return false;
    await this.audit.record({ action: "personnel.accommodation.revoked", subjectKind: "employee", subjectId: employeeId, details: { id } });
    return true;
  }

  private async exists(employeeId: string): Promise<boolean> {
    return (await this.em.count(Employee, { id: employeeId })) > 0;
  }
}

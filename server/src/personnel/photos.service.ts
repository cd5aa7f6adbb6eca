import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { PhotoCheck, PhotoRefusal } from "@kompeten/shared/contracts/personnel";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Audit, currentAgencyId } from "../platform/index.ts";
import { readPhoto } from "./photo.rules.ts";

/** The photographs of the register, in the running unit of work. Each reading and change is recorded. */
@Injectable()
export class Photos {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: Audit,
  ) {}

  /** In place of the one before. */
  async keep(employeeId: string, given: Buffer): Promise<Result<void, "not-found" | PhotoRefusal>> {
    const photo = readPhoto(given);
    // Not a word about the file to who has no such employee.
    const { rows } = await sql`select from employee where id = ${employeeId}`.execute(this.em.getKysely());
    if (rows.length === 0) return refuse("not-found");
    if (!photo.ok) return photo;
    await sql`
      insert into employee_photo (employee_id, agency_id, content) values (${employeeId}, ${currentAgencyId()}, ${photo.value})
      on conflict (employee_id) do update set content = excluded.content, kept_at = excluded.kept_at`.execute(this.em.getKysely());
    await this.audit.record({ action: "personnel.photo.kept", subjectKind: "employee", subjectId: employeeId, details: { bytes: photo.value.length } });
    return ok(undefined);
  }

  /** JPEG; undefined where there is none. */
  async read(employeeId: string): Promise<Buffer | undefined> {
    const { rows } = await sql<{ content: Buffer }>`select content from employee_photo where employee_id = ${employeeId}`.execute(this.em.getKysely());
    if (rows[0]) await this.audit.record({ action: "personnel.photo.read", subjectKind: "employee", subjectId: employeeId, details: {} });
    return rows[0]?.content;
  }

  /** Of these NIPs, those that the register has. */
  async ofNips(nips: readonly string[]): Promise<PhotoCheck["people"]> {
    const { rows } = await sql<PhotoCheck["people"][number]>`
      select nip, id as "employeeId", round(extract(epoch from kept_at) * 1000)::float8 as "photoKeptAtMs"
      from employee left join employee_photo on employee_id = id where nip = any(${[...nips]})`.execute(this.em.getKysely());
    return rows;
  }

  /** Since when there is one. */
  async keptAtMs(employeeId: string): Promise<number | null> {
    const { rows } = await sql<{ atMs: number }>`select round(extract(epoch from kept_at) * 1000)::float8 as "atMs" from employee_photo where employee_id = ${employeeId}`.execute(this.em.getKysely());
    return rows[0]?.atMs ?? null;
  }

  /** False where there was none. */
  async remove(employeeId: string): Promise<boolean> {
    const { numAffectedRows } = await sql`delete from employee_photo where employee_id = ${employeeId}`.execute(this.em.getKysely());
    if (!numAffectedRows) return false;
    await this.audit.record({ action: "personnel.photo.removed", subjectKind: "employee", subjectId: employeeId, details: {} });
    return true;
  }
}

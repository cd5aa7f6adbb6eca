import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Clock, currentAgencyId, newId } from "../platform/index.ts";
import type { EmployeeRecord } from "./employee-record.ts";

/** A record with, for new units only, the unit above its own. */
export type RegisteredRecord = EmployeeRecord & { parentUnit?: string | null };

/** Writes people into the register in two statements, however many. The caller has checked them, and audits. */
@Injectable()
export class EmployeeRegister {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** New NIPs are added, known ones brought up to date; units are made as they are named. The answer is NIP → id. */
  async write(records: readonly RegisteredRecord[]): Promise<Map<string, string>> {
    if (records.length === 0) return new Map();
    const units = await this.ensureUnits(records);
    const rows = records.map((record) => ({ ...record, id: newId(), unitId: record.unit === null ? null : (units.get(record.unit) ?? null) }));
    const { rows: written } = await sql<{ id: string; nip: string }>`
      insert into employee (id, agency_id, nip, name, title_before, title_after, sex, birth_place, birth_date, employment, grade, grade_since,
        position_title, position_type, position_since, unit_id, education, education_field, email, phone, created_at, updated_at)
      select id, ${currentAgencyId()}, nip, name, "titleBefore", "titleAfter", sex, "birthPlace", "birthDate", employment, grade, "gradeSince",
        "positionTitle", "positionType", "positionSince", "unitId", education, "educationField", email, phone, ${this.clock.now()}, ${this.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, nip text, name text, "titleBefore" text, "titleAfter" text, sex text,
        "birthPlace" text, "birthDate" date, employment text, grade text, "gradeSince" date, "positionTitle" text, "positionType" text,
        "positionSince" date, "unitId" uuid, education text, "educationField" text, email text, phone text)
      on conflict (agency_id, nip) do update set (name, title_before, title_after, sex, birth_place, birth_date, employment, grade, grade_since,
        position_title, position_type, position_since, unit_id, education, education_field, email, phone, version, updated_at)
        = row (excluded.name, excluded.title_before, excluded.title_after, excluded.sex, excluded.birth_place, excluded.birth_date, excluded.employment,
          excluded.grade, excluded.grade_since, excluded.position_title, excluded.position_type, excluded.position_since, excluded.unit_id,
          excluded.education, excluded.education_field, excluded.email, excluded.phone, employee.version + 1, excluded.updated_at)
      returning id, nip`.execute(this.em.getKysely());
    return new Map(written.map(({ id, nip }) => [nip, id]));
  }

  private async ensureUnits(records: readonly RegisteredRecord[]): Promise<Map<string, string>> {
    const parents = new Set(records.flatMap((record) => (record.unit !== null && record.parentUnit ? [record.parentUnit] : [])));
    await this.insertUnits([...parents].map((name) => ({ name, parent: null })));
    const units = new Map(records.flatMap((record) => (record.unit === null ? [] : [[record.unit, record.parentUnit ?? null] as const])));
    await this.insertUnits([...units].map(([name, parent]) => ({ name, parent })));
    const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation_unit`.execute(this.em.getKysely());
    return new Map(rows.map(({ id, name }) => [name, id]));
  }

  private async insertUnits(units: { name: string; parent: string | null }[]): Promise<void> {
    if (units.length === 0) return;
    const rows = units.map((unit) => ({ ...unit, id: newId() }));
    await sql`
      insert into organisation_unit (id, agency_id, name, parent_id)
      select given.id, ${currentAgencyId()}, given.name, above.id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, name text, parent text)
      left join organisation_unit above on above.name = given.parent
      on conflict (agency_id, name) do nothing`.execute(this.em.getKysely());
  }
}

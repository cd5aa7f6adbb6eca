import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { AuditEntryView, AuditFilters, AuditPage, AuditQuery } from "@kompeten/shared/contracts/audit";
import { sql, type RawBuilder } from "kysely";
import { currentAgencyId } from "../platform/index.ts";
import { Account, Agency } from "./account.entity.ts";

type Row = { seq: number; at_ms: number; account_id: string | null; action: string; subject_kind: string; subject_id: string; details: string; hash: Buffer; total: number };

/** Reading the record of who saw and changed what. */
@Injectable()
export class AuditRecord {
  constructor(private readonly em: EntityManager) {}

  async page(query: AuditQuery): Promise<AuditPage> {
    const { page, pageSize, ...filters } = query;
    const rows = await this.rows(filters, pageSize, (page - 1) * pageSize);
    return { rows: await this.views(rows), total: rows[0]?.total ?? 0, page, pageSize };
  }

  /** The newest entries first, at most `limit`. */
  async all(filters: AuditFilters, limit: number): Promise<AuditEntryView[]> {
    return this.views(await this.rows(filters, limit, 0));
  }

  private async rows(filters: AuditFilters, limit: number, offset: number): Promise<Row[]> {
    const agency = await this.em.findOneOrFail(Agency, { id: currentAgencyId() });
    const { rows } = await sql<Row>`
      select e.seq::int as seq, (extract(epoch from e.at) * 1000)::float8 as at_ms, e.account_id, e.action, e.subject_kind, e.subject_id, e.details, e.hash,
        count(*) over ()::int as total
      from audit_entry e where ${sql.join(conditions(filters, agency.timeZone), sql` and `)}
      order by e.seq desc limit ${limit} offset ${offset}`.execute(this.em.getKysely());
    return rows;
  }

  private async views(rows: Row[]): Promise<AuditEntryView[]> {
    const subjects = rows.filter((row) => row.subject_kind === "account").map((row) => row.subject_id);
    const people = rows.flatMap((row) => (row.account_id === null ? [] : [row.account_id]));
    const accounts = await this.em.find(Account, { id: { $in: [...new Set([...people, ...subjects])] } });
    const byId = new Map(accounts.map((account) => [account.id, account]));
    return rows.map((row) => {
      const person = row.account_id === null ? undefined : byId.get(row.account_id);
      return {
        seq: row.seq,
        at: new Date(row.at_ms).toISOString(),
        person: person ? { id: person.id, name: person.name, login: person.login } : null,
        action: row.action,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        subjectName: row.subject_kind === "account" ? (byId.get(row.subject_id)?.name ?? null) : null,
        details: JSON.parse(row.details) as Record<string, unknown>,
        hash: row.hash.toString("hex"),
      };
    });
  }
}

function conditions(filters: AuditFilters, timeZone: string): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = [sql`true`];
  const { person, action, subjectKind, subjectId, from, to } = filters;
  if (person) {
    const like = likeText(person);
    found.push(sql`e.account_id in (select a.id from account a where a.name ilike ${`%${like}%`} or a.login ilike ${`%${like}%`})`);
  }
  if (action) found.push(sql`e.action like ${`${likeText(action)}%`}`);
  if (subjectKind) found.push(sql`e.subject_kind = ${subjectKind}`);
  if (subjectId) found.push(sql`e.subject_id = ${subjectId}`);
  if (from) found.push(sql`e.at >= (${from}::date)::timestamp at time zone ${timeZone}`);
  if (to) found.push(sql`e.at < (${to}::date + 1)::timestamp at time zone ${timeZone}`);
  return found;
}

function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}

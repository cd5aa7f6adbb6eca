import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import type { JournalEntryView } from "./journal.types.ts";

/** The journal's reading side, in the running unit of work. */
@Injectable()
export class JournalReader {
  constructor(private readonly em: EntityManager) {}

  async entries(attemptId: string): Promise<JournalEntryView[]> {
    const { rows } = await sql<JournalEntryView>`
      select seq, op_id as "opId", epoch, account_id as "accountId", (extract(epoch from at) * 1000)::float8 as "atMs", kind, body, encode(hash, 'hex') as "hashHex"
      from journal_entry where attempt_id = ${attemptId} order by seq`.execute(this.em.getKysely());
    return rows;
  }

  /** J3: of these operations, those that are already written, with the seq and time of their first acknowledgement. */
  async written(attemptId: string, opIds: readonly string[]): Promise<Map<string, { seq: number; atMs: number }>> {
    if (opIds.length === 0) return new Map();
    const { rows } = await sql<{ opId: string; seq: number; atMs: number }>`
      select op_id as "opId", seq, (extract(epoch from at) * 1000)::float8 as "atMs"
      from journal_entry where attempt_id = ${attemptId} and op_id = any(${[...opIds]}::uuid[])`.execute(this.em.getKysely());
    return new Map(rows.map(({ opId, seq, atMs }) => [opId, { seq, atMs }]));
  }

  /** J5, J7: how many operations are kept beside the journal, and how many of them came to count. */
  async setAsideCounts(attemptId: string): Promise<{ quarantined: number; late: number; merged: number }> {
    const { rows } = await sql<{ quarantined: number; late: number; merged: number }>`
      select count(*) filter (where cause = 'stale-epoch')::int as quarantined, count(*) filter (where cause = 'late')::int as late,
        count(m.seq)::int as merged
      from set_aside_operation s left join merged_operation m using (attempt_id, op_id) where s.attempt_id = ${attemptId}`.execute(this.em.getKysely());
    return rows[0] ?? { quarantined: 0, late: 0, merged: 0 };
  }
}

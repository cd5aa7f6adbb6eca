import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Accounts } from "../identity/index.ts";
import type { JournalEntryView } from "./journal.types.ts";

/** R7: by whom, as a name, and why. */
export type Ending = { by: string; reason: string };

/** The journal's reading side, in the running unit of work. */
@Injectable()
export class JournalReader {
  constructor(
    private readonly em: EntityManager,
    private readonly accounts: Accounts,
  ) {}

  async entries(attemptId: string): Promise<JournalEntryView[]> {
    const { rows } = await sql<JournalEntryView>`
      select seq, op_id as "opId", epoch, account_id as "accountId", (extract(epoch from at) * 1000)::float8 as "atMs", kind, body, encode(hash, 'hex') as "hashHex"
      from journal_entry where attempt_id = ${attemptId} order by seq`.execute(this.em.getKysely());
    return rows;
  }

  /** J3: of these operations, those that are already written, by opId, with the seq and time of their first acknowledgement. */
  async written(operations: readonly { attemptId: string; opId: string }[]): Promise<Map<string, { seq: number; atMs: number }>> {
    if (operations.length === 0) return new Map();
    const { rows } = await sql<{ opId: string; seq: number; atMs: number }>`
      select j.op_id as "opId", j.seq, (extract(epoch from j.at) * 1000)::float8 as "atMs"
      from unnest(${operations.map(({ attemptId }) => attemptId)}::uuid[], ${operations.map(({ opId }) => opId)}::uuid[]) as asked (attempt_id, op_id)
      join journal_entry j using (attempt_id, op_id)`.execute(this.em.getKysely());
    return new Map(rows.map(({ opId, seq, atMs }) => [opId, { seq, atMs }]));
  }

  /** R7: of those that a proctor ended. */
  async endings(attemptIds: readonly string[]): Promise<Map<string, Ending>> {
    if (attemptIds.length === 0) return new Map();
    const { rows } = await sql<{ attemptId: string; accountId: string; body: string }>`
      select attempt_id as "attemptId", account_id as "accountId", body from journal_entry where attempt_id = any(${[...attemptIds]}::uuid[]) and kind = 'ended'`.execute(this.em.getKysely());
    const names = await this.accounts.namesOf([...new Set(rows.map(({ accountId }) => accountId))]);
    return new Map(rows.map(({ attemptId, accountId, body }) => [attemptId, { by: names.get(accountId)?.name ?? "–", ...(JSON.parse(body) as { reason: string }) }]));
  }

  /** J5, J7: by attempt, how many operations are kept beside the journal, and how many of them came to count. */
  async setAsideCounts(attemptIds: readonly string[]): Promise<Map<string, { quarantined: number; late: number; merged: number }>> {
    if (attemptIds.length === 0) return new Map();
    const { rows } = await sql<{ attemptId: string; quarantined: number; late: number; merged: number }>`
      select s.attempt_id as "attemptId", count(*) filter (where cause = 'stale-epoch')::int as quarantined, count(*) filter (where cause = 'late')::int as late,
        count(m.seq)::int as merged
      from set_aside_operation s left join merged_operation m using (attempt_id, op_id) where s.attempt_id = any(${[...attemptIds]}::uuid[]) group by s.attempt_id`.execute(this.em.getKysely());
    return new Map(rows.map(({ attemptId, ...counts }) => [attemptId, counts]));
  }
}

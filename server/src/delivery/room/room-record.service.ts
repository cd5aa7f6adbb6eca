import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { entriesMax, messagesPush, roomEntry, unreadMax, type MessagesPush, type RoomEntry } from "@kompeten/shared/contracts/room-record";
import { sql, type RawBuilder } from "kysely";
import { Accounts } from "../../identity/index.ts";
import { newId } from "../../platform/index.ts";
import type { AttemptActor } from "../acknowledgement.ts";

export type NewEntry = { assessmentId: string; sittingId: string | null; enrolmentId: string | null; opId: string; accountId: string; kind: RoomEntry["kind"]; body: object };
type EntryRow = { entryId: string; opId: string; atMs: number; accountId: string; sittingId: string | null; enrolmentId: string | null; kind: RoomEntry["kind"]; messageId: string | null; body: string };
/** Whom an entry concerns who should hear of it. */
export type Addressed = { id: string; kind: RoomEntry["kind"]; sittingId: string | null; enrolmentId: string | null };

/** An entry is seen at most this long after the time it bears: its unit of work takes a while to commit. */
const lateMs = 10_000;

/** R1: the record of a room, and what a candidate may see of it; in the running unit of work. */
@Injectable()
export class RoomRecord {
  constructor(
    private readonly em: EntityManager,
    private readonly accounts: Accounts,
  ) {}

  /** J3: what is there already stays as it is. */
  async add(entries: readonly NewEntry[], agencyId: string): Promise<void> {
    const column = <T>(of: (entry: NewEntry) => T) => entries.map(of);
    await sql`
      insert into room_entry (id, agency_id, assessment_id, sitting_id, enrolment_id, op_id, account_id, kind, body)
      select id, ${agencyId}, assessment_id, sitting_id, enrolment_id, op_id, account_id, kind, body
      from unnest(${column(() => newId())}::uuid[], ${column((one) => one.assessmentId)}::uuid[], ${column((one) => one.sittingId)}::uuid[], ${column((one) => one.enrolmentId)}::uuid[],
        ${column((one) => one.opId)}::uuid[], ${column((one) => one.accountId)}::uuid[], ${column((one) => one.kind)}::text[], ${column((one) => JSON.stringify(one.body))}::text[])
        as given (id, assessment_id, sitting_id, enrolment_id, op_id, account_id, kind, body)
      on conflict do nothing`.execute(this.em.getKysely());
  }

  /** In the order of time; with `sinceMs`, what may have come since, some of which is known. */
  async of(room: { assessmentId: string; sittingIds: readonly string[] }, sinceMs = 0): Promise<RoomEntry[]> {
    return this.entries(sql<EntryRow>`${columns} ${whereSince(room, sinceMs)} order by at desc limit ${entriesMax}`);
  }

  /** Whether `of` would give anything, as part of another query. */
  since(room: { assessmentId: string; sittingIds: readonly string[] }, sinceMs: number): RawBuilder<unknown> {
    return sql`select from room_entry ${whereSince(room, sinceMs)}`;
  }

  /** Of one candidate in one sitting, what was said to and noted of everybody there included. */
  async ofCandidate({ enrolmentId, sittingId }: { enrolmentId: string; sittingId: string }): Promise<RoomEntry[]> {
    return this.entries(sql<EntryRow>`${columns} where (enrolment_id = ${enrolmentId} and (sitting_id is null or sitting_id = ${sittingId})) or (enrolment_id is null and sitting_id = ${sittingId}) order by at desc limit ${entriesMax}`);
  }

  /** What each of these candidates has not read; those who have read everything are absent. */
  async unread(attemptIds: readonly string[]): Promise<MessagesPush[]> {
    const { rows } = await sql<{ attemptId: string; messageId: string; atMs: number; body: string }>`
      with seat as (select id, enrolment_id, sitting_id from attempt where id = any(${[...attemptIds]}::uuid[])),
        said as (
          select s.id as attempt_id, s.enrolment_id as to_id, m.* from seat s join room_entry m on m.enrolment_id = s.enrolment_id and m.kind = 'message'
          union all
          select s.id, s.enrolment_id, m.* from seat s join room_entry m on m.enrolment_id is null and m.sitting_id = s.sitting_id and m.kind = 'message')
      select attempt_id as "attemptId", id as "messageId", (extract(epoch from at) * 1000)::float8 as "atMs", body from said
      where not exists (select from room_entry r where r.enrolment_id = said.to_id and r.kind = 'message-read' and r.message_id = said.id) order by at`.execute(this.em.getKysely());
    const told = Map.groupBy(rows, ({ attemptId }) => attemptId);
    return [...told].map(([attemptId, messages]) => messagesPush.parse({ attemptId, messages: messages.slice(-unreadMax).map(({ messageId, atMs, body }) => ({ messageId, atMs, ...(JSON.parse(body) as { text: string }) })) }));
  }

  /** Undefined for an attempt that is not the actor's. */
  async unreadOf({ accountId }: AttemptActor, attemptId: string): Promise<MessagesPush | undefined> {
    const { rows } = await sql`select from attempt where id = ${attemptId} and account_id = ${accountId}`.execute(this.em.getKysely());
    if (rows.length === 0) return undefined;
    return (await this.unread([attemptId]))[0] ?? { attemptId, messages: [] };
  }

  /** What candidates should hear of, of a moment ago, by whichever process. */
  async sentLately(): Promise<Addressed[]> {
    const { rows } = await sql<Addressed>`
      select id, kind, sitting_id as "sittingId", enrolment_id as "enrolmentId" from room_entry
      where agency_id = current_agency() and kind in ('message', 'room-started', 'admitted', 'identity') and at > clock_timestamp() - interval '10 seconds'`.execute(this.em.getKysely());
    return rows;
  }

  /** False where there is no such message for the one who asks. */
  async read({ agencyId, accountId }: AttemptActor, attemptId: string, messageId: string): Promise<boolean> {
    const { rows } = await sql<{ id: string }>`
      with own as (
        select m.assessment_id, a.enrolment_id from attempt a join room_entry m on m.id = ${messageId} and m.kind = 'message'
          and (m.enrolment_id = a.enrolment_id or m.enrolment_id is null and m.sitting_id = a.sitting_id)
        where a.id = ${attemptId} and a.account_id = ${accountId}),
        added as (
          insert into room_entry (id, agency_id, assessment_id, enrolment_id, op_id, account_id, kind, message_id, body)
          select ${newId()}, ${agencyId}, assessment_id, enrolment_id, ${messageId}, ${accountId}, 'message-read', ${messageId}, '{}' from own
          on conflict do nothing)
      select enrolment_id as id from own`.execute(this.em.getKysely());
    return rows.length > 0;
  }

  private async entries(query: RawBuilder<EntryRow>): Promise<RoomEntry[]> {
    const { rows } = await query.execute(this.em.getKysely());
    if (rows.length === 0) return [];
    const names = await this.accounts.namesOf([...new Set(rows.map(({ accountId }) => accountId))]);
    return rows
      .map(({ accountId, messageId, body, ...row }) => roomEntry.parse({ ...row, by: names.get(accountId)?.name ?? accountId, ...(messageId === null ? {} : { messageId }), ...(JSON.parse(body) as object) }))
      .reverse();
  }
}

function whereSince({ assessmentId, sittingIds }: { assessmentId: string; sittingIds: readonly string[] }, sinceMs: number): RawBuilder<unknown> {
  return sql`where assessment_id = ${assessmentId} and (sitting_id is null or sitting_id = any(${[...sittingIds]}::uuid[])) and at > ${new Date(Math.max(0, sinceMs - lateMs))}`;
}

const columns = sql`
  select id as "entryId", op_id as "opId", round(extract(epoch from at) * 1000)::float8 as "atMs", account_id as "accountId", sitting_id as "sittingId",
    enrolment_id as "enrolmentId", kind, message_id as "messageId", body from room_entry`;

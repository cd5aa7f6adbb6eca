import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { entriesMax, type RoomEntry } from "@kompeten/shared/contracts/room-record";
import { supervisedMax, supervisionView, type RoomSitting, type SupervisionView } from "@kompeten/shared/contracts/supervision";
import { sql } from "kysely";
import { Instruments, type InstrumentVersionView } from "../../authoring/index.ts";
import { Accounts } from "../../identity/index.ts";
import { Assessments } from "../../planning/index.ts";
import { AttemptStates, type Held } from "../attempt-states.service.ts";
import { PaperShelf } from "../paper-shelf.service.ts";
import { ServerTime } from "../server-time.service.ts";
import { RoomRecord } from "./room-record.service.ts";
import { RoomReading, type AsideCounts, type RoomMembers, type RoomSource } from "./room-reading.ts";

/** A room: all of an assessment, or one of its sittings. */
export type RoomName = { assessmentId: string; sittingId: string | null };

/** What a proctor sees of a room; in the running unit of work. */
@Injectable()
export class Supervision implements RoomSource {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly assessments: Assessments,
    private readonly instruments: Instruments,
    private readonly accounts: Accounts,
    private readonly shelf: PaperShelf,
    private readonly roomRecord: RoomRecord,
    private readonly time: ServerTime,
  ) {}

  /** Every attempt of a room with its progress; never an answer. Undefined for a room that is not there. */
  async view(name: RoomName): Promise<SupervisionView | undefined> {
    const reading = await this.room(name);
    await reading?.read();
    return reading && this.viewOf(reading, 0);
  }

  viewOf({ sittings, rows, total, record }: RoomReading, version: number): SupervisionView {
    return supervisionView.parse({ serverNowMs: this.time.nowMs(), version, sittings, total, attempts: [...rows.values()], record: [...record.values()].slice(-entriesMax) });
  }

  /** To be read as often as one likes. */
  async room({ assessmentId, sittingId }: RoomName): Promise<RoomReading | undefined> {
    if (!(await this.assessments.view(assessmentId))) return undefined;
    const sittings = (await this.assessments.sittings(assessmentId)).map(({ id, title, place, windowStart, windowEnd, timeZone, proctorStarts, entryClosesMinutes, safeExamBrowser }): RoomSitting => ({ sittingId: id, title, place, windowStartMs: windowStart.getTime(), windowEndMs: windowEnd.getTime(), timeZone, proctorStarts, entryClosesMinutes, safeExamBrowser }));
    const chosen = sittings.filter((sitting) => sittingId === null || sitting.sittingId === sittingId);
    if (sittingId !== null && chosen.length === 0) return undefined;
    const enrolments = await this.assessments.enrolments(assessmentId);
    return new RoomReading(this, { assessmentId, sittings, sittingIds: chosen.map((sitting) => sitting.sittingId), enrolmentIds: new Set(enrolments.map(({ id }) => id)) });
  }

  /**
   * One line per attempt, in one value: what a process of its own would have to know of all the others' is read every second, and of
   * five hundred lines a few have changed. Joined as sets, each table gone through once: one by one costs a look into each for every attempt. A connection that was not heard of for longer than the log may be behind has ended.
   */
  async lines(room: RoomMembers, sinceMs: number): Promise<{ lines: string[]; total: number; hasNews: boolean }> {
    const { rows } = await sql<{ lines: string | null; total: number; hasNews: boolean }>`
      with present as (select a.id, a.last_seq, a.set_aside_count, a.sitting_id, a.account_id, a.ordinal from attempt a where a.sitting_id = any(${[...room.sittingIds]}::uuid[])),
        shown as materialized (select * from present order by sitting_id, account_id, ordinal limit ${supervisedMax}),
        away as (select f.attempt_id, count(*) as times from focus_event f where f.kind = 'away' and f.attempt_id in (select id from shown) group by 1),
        line as (
          select distinct on (c.attempt_id) c.*, c.closed_at is null and c.seen_at > clock_timestamp() - interval '40 seconds' as is_open
          from attempt_connection c where c.attempt_id in (select id from shown)
          order by c.attempt_id, (c.closed_at is null and c.seen_at > clock_timestamp() - interval '40 seconds') desc, c.opened_at desc)
      select (select count(*)::int from present) as total, exists(${this.roomRecord.since(room, sinceMs)}) as "hasNews", string_agg(concat_ws(' ', s.id, s.last_seq, s.set_aside_count, coalesce(away.times, 0),
          case when is_open then '1' when line.id is null then '-' else '0' end, coalesce((extract(epoch from case when is_open then opened_at else coalesce(closed_at, seen_at) end) * 1000)::bigint::text, '-'),
          coalesce(round_trip_ms::text, '-'), coalesce(unsaved, 0), coalesce((extract(epoch from away_since) * 1000)::bigint::text, '-')), E'\n' order by s.sitting_id, s.account_id, s.ordinal) as lines
      from shown s left join away on away.attempt_id = s.id left join line on line.attempt_id = s.id`.execute(this.em.getKysely());
    const [row] = rows;
    return { lines: row?.lines?.split("\n") ?? [], total: row?.total ?? 0, hasNews: row?.hasNews ?? false };
  }

  /** Not behind the seqs given; from memory where this process has written or read as far itself. */
  async held(wanted: ReadonlyMap<string, number>): Promise<Map<string, Held>> {
    const found = new Map<string, Held>();
    for (const [id, seq] of wanted) {
      const held = this.states.remembered(id);
      if (held && held.attempt.seq >= seq) found.set(id, held);
    }
    for (const [id, held] of await this.states.readable([...wanted.keys()].filter((id) => !found.has(id)))) found.set(id, held);
    return found;
  }

  /** J5, J7: what was set aside of each, and what of it came to count. */
  async asideCounts(attemptIds: readonly string[]): Promise<Map<string, AsideCounts>> {
    if (attemptIds.length === 0) return new Map();
    const { rows } = await sql<AsideCounts & { id: string }>`
      select s.attempt_id as id, count(*) filter (where m.op_id is null)::int as "setAside", count(*) filter (where m.op_id is null and s.cause = 'late')::int as late,
        count(*) filter (where m.op_id is not null and s.cause = 'late')::int as "lateCounted"
      from set_aside_operation s left join merged_operation m using (attempt_id, op_id) where s.attempt_id = any(${[...attemptIds]}::uuid[]) group by 1`.execute(this.em.getKysely());
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }

  record(room: RoomMembers, sinceMs: number): Promise<RoomEntry[]> {
    return this.roomRecord.of(room, sinceMs);
  }

  names(accountIds: readonly string[]): Promise<Map<string, { name: string; login: string }>> {
    return accountIds.length === 0 ? Promise.resolve(new Map()) : this.accounts.namesOf([...accountIds]);
  }

  versions(versionIds: readonly string[]): Promise<Map<string, InstrumentVersionView>> {
    return versionIds.length === 0 ? Promise.resolve(new Map()) : this.instruments.versions([...versionIds]);
  }

  /** Items, or documents of an in-basket. */
  async total(versionId: string): Promise<number> {
    const { outline } = this.shelf.present(versionId) ?? (await this.shelf.get(versionId));
    return Math.max(outline.items.size, outline.documents.size);
  }
}

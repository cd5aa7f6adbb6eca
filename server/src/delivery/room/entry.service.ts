import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import type { Held } from "../attempt-states.service.ts";
import { entryRefusal, type EntryRefusal } from "./entry.rules.ts";

type Row = { id: string; roomStartedMs: number | null; identity: string | null; admitted: boolean; begun: boolean };

/** R3, R4: whether the room lets a candidate begin; in the running unit of work. One statement, because a whole room starts at once. */
@Injectable()
export class RoomEntry {
  constructor(private readonly em: EntityManager) {}

  /** Of those that wait; absent where nothing stands in the way. */
  async refusals(held: readonly Held[], nowMs: number): Promise<Map<string, EntryRefusal>> {
    const waiting = held.filter(({ attempt }) => attempt.state === "waiting");
    if (waiting.length === 0) return new Map();
    const { rows } = await sql<Row>`
      select a.id,
        (select (extract(epoch from min(r.at)) * 1000)::float8 from room_entry r where r.sitting_id = a.sitting_id and r.enrolment_id is null and r.kind = 'room-started') as "roomStartedMs",
        (select r.body from room_entry r where r.enrolment_id = a.enrolment_id and r.kind = 'identity' order by r.at desc, r.id desc limit 1) as identity,
        exists (select from room_entry r where r.enrolment_id = a.enrolment_id and r.kind = 'admitted' and (r.sitting_id is null or r.sitting_id = a.sitting_id)) as admitted,
        exists (select from attempt b where b.enrolment_id = a.enrolment_id and b.sitting_id = a.sitting_id and b.state <> 'waiting') as begun
      from attempt a where a.id = any(${waiting.map(({ record }) => record.id)}::uuid[])`.execute(this.em.getKysely());
    const known = new Map(rows.map((row) => [row.id, row]));
    const refusals = new Map<string, EntryRefusal>();
    for (const { record, attempt } of waiting) {
      const row = known.get(record.id);
      if (!row || attempt.state !== "waiting") continue;
      const identity = row.identity === null ? null : (JSON.parse(row.identity) as { outcome: "confirmed" | "refused" }).outcome;
      const refusal = entryRefusal({ ...row, identity, windowStartMs: record.windowStartMs, proctorStarts: attempt.proctorStarts, closesMs: attempt.entryClosesMs }, nowMs);
      if (refusal) refusals.set(record.id, refusal);
    }
    return refusals;
  }
}

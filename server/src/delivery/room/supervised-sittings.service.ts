import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { supervisedSittings, supervisedSittingsMax, type SupervisedSittings as View } from "@kompeten/shared/contracts/supervision";
import { sql } from "kysely";
import { Assessments } from "../../planning/index.ts";
import { ServerTime } from "../server-time.service.ts";

type Counts = { sittingId: string; people: number; waiting: number; finished: number };

/** A proctor's day: what runs, what comes, and how many are how far. In the running unit of work. */
@Injectable()
export class SupervisedSittings {
  constructor(
    private readonly em: EntityManager,
    private readonly assessments: Assessments,
    private readonly time: ServerTime,
  ) {}

  async view(): Promise<View> {
    const serverNowMs = this.time.nowMs();
    const sittings = await this.assessments.sittingsFromToday(new Date(serverNowMs), supervisedSittingsMax);
    const counts = await this.counts(sittings.map(({ id }) => id));
    return supervisedSittings.parse({
      serverNowMs,
      sittings: sittings.map(({ id, windowStart, windowEnd, ...sitting }) => {
        const { people, waiting, finished } = counts.get(id) ?? { people: 0, waiting: 0, finished: 0 };
        return { ...sitting, sittingId: id, windowStart: windowStart.toISOString(), windowEnd: windowEnd.toISOString(), waiting, finished, working: people - waiting - finished };
      }),
    });
  }

  private async counts(sittingIds: readonly string[]): Promise<Map<string, Counts>> {
    const { rows } = await sql<Counts>`
      select "sittingId", count(*)::int as people, count(*) filter (where begun = 0)::int as waiting, count(*) filter (where unfinished = 0)::int as finished
      from (
        select sitting_id as "sittingId", count(*) filter (where state <> 'waiting') as begun, count(*) filter (where state <> 'closed') as unfinished
        from attempt where sitting_id = any(${[...sittingIds]}::uuid[]) group by sitting_id, enrolment_id
      ) person group by "sittingId"`.execute(this.em.getKysely());
    return new Map(rows.map((row) => [row.sittingId, row]));
  }
}

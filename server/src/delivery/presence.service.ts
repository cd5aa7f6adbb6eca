import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { focusEventsMax, type FocusEvent, type PresenceAnswer, type PresenceBody, type PresenceMessage } from "@kompeten/shared/contracts/presence";
import { sql } from "kysely";
import { UnitOfWork } from "../platform/index.ts";
import { refusedAnswer, type AttemptActor } from "./acknowledgement.ts";
import { ConnectionLog } from "./connection-log.service.ts";

export type FocusView = { kind: "away" | "back"; cause: "hidden" | "blurred"; atMs: number; receivedAtMs: number };

/** P2, P3: what a candidate's browser tells of itself. How it is now is kept with its connection, when it looked away in a log of its own. */
@Injectable()
export class Presence {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly connections: ConnectionLog,
  ) {}

  /** Over the line on which the attempt is open, which has proved whose it is; `key` as the connection log knows it. */
  async tell(key: string, actor: AttemptActor, { attemptId, events, ...told }: PresenceMessage): Promise<PresenceAnswer> {
    if (!this.connections.tell(key, told)) return refusedAnswer("not-found");
    if (events.length > 0) await this.units.run(actor, () => this.keep(actor, attemptId, events));
    return { ok: true };
  }

  /** Over HTTP, in the running unit of work. False where the attempt is not the actor's. */
  async tellOverHttp(actor: AttemptActor, given: PresenceBody & { attemptId: string; userAgent: string | undefined }): Promise<boolean> {
    const { attemptId, events, userAgent, ...told } = given;
    const { rows } = await sql`select from attempt where id = ${attemptId} and account_id = ${actor.accountId}`.execute(this.em.getKysely());
    if (rows.length === 0) return false;
    this.connections.contact(actor, { attemptId, deviceId: null, userAgent });
    this.connections.tell(`http:${attemptId}`, told);
    if (events.length > 0) await this.keep(actor, attemptId, events);
    return true;
  }

  /** In the order in which the device says they happened. */
  async focusOf(attemptId: string): Promise<FocusView[]> {
    const { rows } = await sql<FocusView>`
      select kind, cause, round(extract(epoch from at) * 1000)::float8 as "atMs", round(extract(epoch from received_at) * 1000)::float8 as "receivedAtMs"
      from focus_event where attempt_id = ${attemptId} order by at, received_at`.execute(this.em.getKysely());
    return rows;
  }

  private async keep({ agencyId, accountId }: AttemptActor, attemptId: string, events: readonly FocusEvent[]): Promise<void> {
    await sql`
      insert into focus_event (agency_id, attempt_id, event_id, account_id, kind, cause, at)
      select ${agencyId}, ${attemptId}, event_id, ${accountId}, kind, cause, at
      from unnest(${events.map(({ eventId }) => eventId)}::uuid[], ${events.map(({ kind }) => kind)}::text[], ${events.map(({ cause }) => cause)}::text[], ${events.map(({ atMs }) => new Date(atMs))}::timestamptz[])
        as given (event_id, kind, cause, at)
      where (select count(*) from focus_event where attempt_id = ${attemptId}) < ${focusEventsMax}
      on conflict do nothing`.execute(this.em.getKysely());
  }
}

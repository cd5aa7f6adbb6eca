import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from "@nestjs/common";
import { sql } from "kysely";
import { newId, UnitOfWork } from "../platform/index.ts";
import type { AttemptActor } from "./acknowledgement.ts";
import { ServerTime } from "./server-time.service.ts";

export type ConnectionView = { openedMs: number; endedMs: number; way: "socket" | "http"; deviceId: string | null; userAgent: string | null; closeReason: string | null };

/** P2: what the browser says of itself. */
export type Told = { roundTripMs: number | null; unsaved: number; awaySinceMs: number | null };
type Connection = { id: string; agencyId: string; accountId: string; attemptId: string; deviceId: string | null; way: "socket" | "http"; userAgent: string | null; openedMs: number; seenMs: number; writtenMs: number; told: Told; writtenTold: Told; closed: { reason: string } | null };

const nothingTold: Told = { roundTripMs: null, unsaved: 0, awaySinceMs: null };

const flushMs = 1_000;
/** How far what is written of a living connection may be behind; what a process that dies leaves behind is off by this at most. */
const seenEveryMs = 15_000;
/** A browser without a socket looks every 8 s; silent for longer, it could not reach us. */
const httpSilenceMs = 12_000;
const closedMax = 50_000;
/** Written together at most. */
const batchMax = 2_000;

/**
 * When candidates' browsers could reach this process: evidence for J7 and T5. Kept in memory and written every second, late
 * by design: the log must not slow what it observes, and a second's error is far below what it is used for.
 */
@Injectable()
export class ConnectionLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger("ConnectionLog");
  private readonly open = new Map<string, Connection>();
  private closed: Connection[] = [];
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly time: ServerTime,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.flushing = this.flushing.then(() => this.flush()).catch((error: Error) => this.logger.warn(error.message));
    }, flushMs);
  }

  /** `key` names the connection in this process: a socket's id and the attempt. */
  opened(key: string, actor: AttemptActor, given: { attemptId: string; deviceId: string | null; userAgent: string | undefined }): void {
    if (!this.open.has(key)) this.begin(key, actor, { ...given, way: "socket" });
  }

  seen(key: string): void {
    const connection = this.open.get(key);
    if (connection) connection.seenMs = this.time.nowMs();
  }

  /** A socket that fell silent ended when it was last heard of; one that said goodbye ends now. */
  ended(key: string, reason: string): void {
    const connection = this.open.get(key);
    if (!connection) return;
    if (reason !== "ping timeout") connection.seenMs = this.time.nowMs();
    this.end(key, connection, reason);
  }

  /** A request over HTTP: as good a sign of a line as a socket. */
  contact(actor: AttemptActor, given: { attemptId: string; deviceId: string | null; userAgent: string | undefined }): void {
    const key = `http:${given.attemptId}`;
    if (this.open.has(key)) this.seen(key);
    else this.begin(key, actor, { ...given, way: "http" });
  }

  /** False where no such connection is open here. */
  tell(key: string, { roundTripMs, ...told }: Told): boolean {
    const connection = this.open.get(key);
    if (!connection) return false;
    // To the next power of two: a steady line writes nothing, and a proctor wants to know no more.
    connection.told = { ...told, roundTripMs: roundTripMs === null ? null : 2 ** Math.ceil(Math.log2(Math.max(roundTripMs, 1))) };
    return true;
  }

  async of(attemptId: string): Promise<ConnectionView[]> {
    return (await this.ofMany([attemptId])).get(attemptId) ?? [];
  }

  /** In the running unit of work. What is not closed ends, for now, when the browser was last heard of: at most the writing's delay ago. */
  async ofMany(attemptIds: readonly string[]): Promise<Map<string, ConnectionView[]>> {
    const wanted = new Set(attemptIds);
    const here = [...this.open.values()].filter(({ attemptId }) => wanted.has(attemptId));
    const { rows } = await sql<ConnectionView & { id: string; attemptId: string; seenMs: number }>`
      select id, attempt_id as "attemptId", way, device_id as "deviceId", user_agent as "userAgent", close_reason as "closeReason", (extract(epoch from opened_at) * 1000)::float8 as "openedMs",
        (extract(epoch from seen_at) * 1000)::float8 as "seenMs", (extract(epoch from closed_at) * 1000)::float8 as "endedMs"
      from attempt_connection where attempt_id = any(${[...attemptIds]}::uuid[]) order by opened_at`.execute(this.em.getKysely());
    const seenHere = new Map(here.map(({ id, seenMs }) => [id, seenMs]));
    const written = rows.map(({ id, seenMs, endedMs, ...view }) => ({ ...view, endedMs: endedMs ?? seenHere.get(id) ?? seenMs }));
    const young = here.filter(({ writtenMs }) => writtenMs === 0).map(({ attemptId, openedMs, seenMs, way, deviceId, userAgent }) => ({ attemptId, openedMs, endedMs: seenMs, way, deviceId, userAgent, closeReason: null }));
    const views = new Map<string, ConnectionView[]>();
    for (const { attemptId, ...view } of [...written, ...young]) views.set(attemptId, [...(views.get(attemptId) ?? []), view]);
    return views;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flushing;
    for (const [key, connection] of this.open) this.end(key, connection, "server stopped");
    await this.flush().catch((error: Error) => this.logger.warn(error.message));
  }

  private begin(key: string, { agencyId, accountId }: AttemptActor, given: { attemptId: string; deviceId: string | null; userAgent: string | undefined; way: "socket" | "http" }): void {
    const nowMs = this.time.nowMs();
    const { attemptId, deviceId, way, userAgent = null } = given;
    this.open.set(key, { id: newId(), agencyId, accountId, attemptId, deviceId, way, userAgent: userAgent?.slice(0, 300) ?? null, openedMs: nowMs, seenMs: nowMs, writtenMs: 0, told: nothingTold, writtenTold: nothingTold, closed: null });
  }

  private end(key: string, connection: Connection, reason: string): void {
    this.open.delete(key);
    connection.closed = { reason };
    this.closed.push(connection);
    // While the database is away; what is dropped then shows as a connection that was never closed.
    if (this.closed.length > closedMax) this.closed.shift();
  }

  private async flush(): Promise<void> {
    const nowMs = this.time.nowMs();
    for (const [key, connection] of this.open) if (connection.way === "http" && nowMs - connection.seenMs > httpSilenceMs) this.end(key, connection, "silent");
    const due = [...this.closed, ...[...this.open.values()].filter(isDue)].slice(0, batchMax);
    for (const [agencyId, connections] of Map.groupBy(due, (connection) => connection.agencyId)) await this.write(agencyId, connections);
    const written = new Set(due);
    this.closed = this.closed.filter((connection) => !written.has(connection));
  }

  private async write(agencyId: string, connections: Connection[]): Promise<void> {
    const told = connections.map((connection) => connection.told);
    const times = (ms: (connection: Connection) => number | null) => connections.map(ms).map((at) => (at === null ? null : new Date(at)));
    const { rows } = await this.units.run({ agencyId, accountId: null }, () =>
      sql<{ id: string }>`
        insert into attempt_connection (id, agency_id, attempt_id, account_id, device_id, way, user_agent, opened_at, seen_at, closed_at, close_reason, round_trip_ms, unsaved, away_since)
        select given.id, ${agencyId}, given.attempt_id, given.account_id, given.device_id, way, user_agent, opened_at, greatest(seen_at, opened_at), given.closed_at, close_reason, round_trip_ms, unsaved, away_since
        from unnest(${connections.map(({ id }) => id)}::uuid[], ${connections.map(({ attemptId }) => attemptId)}::uuid[], ${connections.map(({ accountId }) => accountId)}::uuid[],
          ${connections.map(({ deviceId }) => deviceId)}::uuid[], ${connections.map(({ way }) => way)}::text[], ${connections.map(({ userAgent }) => userAgent)}::text[],
          ${times(({ openedMs }) => openedMs)}::timestamptz[], ${times(({ seenMs }) => seenMs)}::timestamptz[], ${times(({ closed, seenMs }) => (closed ? seenMs : null))}::timestamptz[],
          ${connections.map(({ closed }) => closed?.reason ?? null)}::text[], ${told.map(({ roundTripMs }) => roundTripMs)}::int[], ${told.map(({ unsaved }) => unsaved)}::int[],
          ${told.map(({ awaySinceMs }) => (awaySinceMs === null ? null : new Date(awaySinceMs)))}::timestamptz[])
          as given (id, attempt_id, account_id, device_id, way, user_agent, opened_at, seen_at, closed_at, close_reason, round_trip_ms, unsaved, away_since)
          join attempt on attempt.id = given.attempt_id join account on account.id = given.account_id
        on conflict (id) do update set seen_at = excluded.seen_at, closed_at = excluded.closed_at, close_reason = excluded.close_reason,
          round_trip_ms = excluded.round_trip_ms, unsaved = excluded.unsaved, away_since = excluded.away_since
        returning id`.execute(this.em.getKysely()),
    );
    // Of what is not there nothing can be written, and it must not keep the others from being written.
    if (rows.length < connections.length) this.logger.warn(`${connections.length - rows.length} connection(s) of attempts or accounts that are not there were left out`);
    for (const [index, connection] of connections.entries()) {
      connection.writtenMs = connection.seenMs;
      connection.writtenTold = told[index] ?? nothingTold;
    }
  }
}

function isDue({ seenMs, writtenMs, told, writtenTold }: Connection): boolean {
  const news = told.roundTripMs !== writtenTold.roundTripMs || told.unsaved !== writtenTold.unsaved || told.awaySinceMs !== writtenTold.awaySinceMs;
  return writtenMs === 0 || news || seenMs - writtenMs >= seenEveryMs;
}

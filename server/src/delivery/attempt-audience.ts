import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable, Logger } from "@nestjs/common";
import { changedPush, type ServerMessages, type Snapshot } from "@kompeten/shared/contracts/delivery";
import type { ServerRecordMessages } from "@kompeten/shared/contracts/room-record";
import { sql } from "kysely";
import type { Server, Socket } from "socket.io";
import { UnitOfWork } from "../platform/index.ts";
import type { AttemptActor } from "./acknowledgement.ts";
import { AttemptNews } from "./attempt-news.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { ConnectionLog } from "./connection-log.service.ts";
import { Looks, type Looker } from "./looks.ts";
import { RoomRecord, type Addressed } from "./room/room-record.service.ts";
import { ServerTime } from "./server-time.service.ts";
import { Snapshots } from "./snapshots.service.ts";

/** `documentsAfter`: documents that arrive later than this many seconds have not been pushed; those of the start never are. */
type Watched = { actor: AttemptActor; isInBasket: boolean; sockets: Set<Socket>; said: string; documentsAfter: number; arrival: NodeJS.Timeout | undefined };

const gatherMs = 10;
/** A unit of work that takes longer to commit than a look reaches back is found by the next wide one. */
const wideLookEvery = 30;
/** By the index on moments. */
const lately = sql`
  select attempt_id from journal_entry where agency_id = current_agency() and at > clock_timestamp() - interval '10 seconds'
    and kind in ('started', 'taken-over', 'accommodated', 'extended', 'paused', 'resumed', 'submitted', 'expired', 'ended')`;
/** Longer than a message counts as sent lately. */
const messageSeenMs = 60_000;

/**
 * The sockets of this process by the attempt they have open. Pushes what changes: at once when it happened here, and by a
 * look at the database every second when another process did it. A push may be lost; a new handshake says it all (J10).
 */
@Injectable()
export class AttemptAudience implements Looker {
  private readonly logger = new Logger("AttemptAudience");
  private readonly watched = new Map<string, Watched>();
  private readonly joined = new WeakMap<Socket, Set<string>>();
  private readonly changed = new Set<string>();
  /** R2: whose unread messages are to be told, gathered as above. */
  private readonly unread = new Set<string>();
  private readonly messagesSeen = new Map<string, number>();
  private readonly looks = new Map<string, number>();
  private server: Server<Record<string, never>, ServerMessages & ServerRecordMessages> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly snapshots: Snapshots,
    private readonly time: ServerTime,
    private readonly connections: ConnectionLog,
    private readonly record: RoomRecord,
    news: AttemptNews,
    looks: Looks,
  ) {
    looks.add(this);
    news.listen(({ attemptId }) => {
      if (!this.watched.has(attemptId)) return;
      // A whole room may close at once: said together.
      if (this.changed.size === 0) setTimeout(() => void this.announceChanged().catch((error: Error) => this.logger.warn(error.message)), gatherMs);
      this.changed.add(attemptId);
    });
  }

  use(server: Server): void {
    this.server = server;
  }

  /** From now on the socket hears of its attempt: `told` is what it has just been told, so that nothing in between is lost. */
  join(socket: Socket, actor: AttemptActor, told: Snapshot, deviceId: string | null): void {
    const { attemptId, epoch, timeSeq, status } = told;
    const watched = this.watched.get(attemptId) ?? newWatched(actor, told.instrument.kind === "in-basket");
    this.watched.set(attemptId, watched);
    // Of an attempt that others watch too, what these have been told: a device that takes over opens again at once, and the one before must hear of it (J5).
    const alone = watched.sockets.size === (watched.sockets.has(socket) ? 1 : 0);
    if (alone) watched.said = saidOf({ epoch, timeSeq, ...status });
    if (watched.sockets.has(socket)) return;
    watched.sockets.add(socket);
    void socket.join(roomOf(attemptId));
    this.connections.opened(keyOf(socket, attemptId), actor, { attemptId, deviceId, userAgent: socket.handshake.headers["user-agent"] });
    this.attemptsOf(socket).add(attemptId);
    this.tellMessages([attemptId]);
    void this.deliver(attemptId).catch((error: Error) => this.logger.warn(error.message));
  }

  /** What a socket has open. It is listened to once, however many attempts that are. */
  private attemptsOf(socket: Socket): Set<string> {
    const known = this.joined.get(socket);
    if (known) return known;
    const attempts = new Set<string>();
    this.joined.set(socket, attempts);
    socket.conn.on("packet", () => {
      for (const attemptId of attempts) this.connections.seen(keyOf(socket, attemptId));
    });
    socket.once("disconnect", (reason) => {
      for (const attemptId of attempts) {
        this.connections.ended(keyOf(socket, attemptId), reason);
        this.leave(socket, attemptId);
      }
    });
    return attempts;
  }

  /** R2, R3: what proctors did in the last moments, at whichever process, to those of the concerned who are here. */
  lookAtRooms(agencyId: string): void {
    this.units
      .run({ agencyId, accountId: null }, () => this.record.sentLately())
      .then((sent) => this.sent(sent))
      .catch((error: Error) => this.logger.warn(error.message));
  }

  /** Outside the unit it was read in: what a timer does must not join a unit that is about to end. */
  private sent(messages: readonly Addressed[]): void {
    const nowMs = this.time.nowMs();
    for (const message of messages) {
      if (this.messagesSeen.has(message.id)) continue;
      this.messagesSeen.set(message.id, nowMs);
      const { sittingId, enrolmentId, kind } = message;
      const records = [...this.watched.keys()].flatMap((attemptId) => this.states.remembered(attemptId)?.record ?? []);
      const concerned = records.filter((record) => (enrolmentId === null ? record.sittingId === sittingId : record.enrolmentId === enrolmentId)).map(({ id }) => id);
      if (kind === "message") this.tellMessages(concerned);
      else for (const attemptId of concerned) this.server?.to(roomOf(attemptId)).emit("entry:changed", { attemptId });
    }
    for (const [id, seenMs] of this.messagesSeen) if (nowMs - seenMs > messageSeenMs) this.messagesSeen.delete(id);
  }

  private tellMessages(attemptIds: readonly string[]): void {
    if (this.unread.size === 0 && attemptIds.length > 0) setTimeout(() => void this.tellUnread().catch((error: Error) => this.logger.warn(error.message)), gatherMs);
    for (const attemptId of attemptIds) this.unread.add(attemptId);
  }

  private async tellUnread(): Promise<void> {
    const waiting = [...this.unread];
    this.unread.clear();
    for (const [agencyId, ids] of this.byAgency(waiting)) {
      for (const push of await this.units.run({ agencyId, accountId: null }, () => this.record.unread(ids))) this.server?.to(roomOf(push.attemptId)).emit("messages:told", push);
    }
  }

  agencies(): Iterable<string> {
    return this.byAgency(this.watched.keys()).keys();
  }

  /** What other processes did to the attempts watched here: what has just happened in the agency, and now and then each of them. */
  async look(agencyId: string): Promise<() => Promise<void>> {
    const looks = this.looks.get(agencyId) ?? 0;
    const asked = looks % wideLookEvery === 0 ? sql`${this.byAgency(this.watched.keys()).get(agencyId) ?? []}::uuid[]` : sql`array(${lately})`;
    const { rows } = await sql<{ id: string; said: string }>`
      select id, concat_ws('/', state, epoch, time_seq, case when state = 'running' then (extract(epoch from deadline_at) * 1000)::bigint end, state = 'running' and paused_at is not null) as said
      from attempt where id = any(${asked})`.execute(this.em.getKysely());
    const sent = await this.record.sentLately();
    return async () => {
      // Only now: a wide look that is not told is made again.
      this.looks.set(agencyId, looks + 1);
      this.sent(sent);
      const changed = rows.filter(({ id, said }) => this.watched.has(id) && this.watched.get(id)?.said !== said);
      await this.announce(agencyId, changed.map(({ id }) => id));
    };
  }

  private async announceChanged(): Promise<void> {
    const changed = [...this.changed];
    this.changed.clear();
    for (const [agencyId, ids] of this.byAgency(changed)) await this.announce(agencyId, ids);
  }

  private leave(socket: Socket, attemptId: string): void {
    const watched = this.watched.get(attemptId);
    watched?.sockets.delete(socket);
    if (watched?.sockets.size !== 0) return;
    clearTimeout(watched.arrival);
    this.watched.delete(attemptId);
  }

  private byAgency(attemptIds: Iterable<string>): Map<string, string[]> {
    const agencies = new Map<string, string[]>();
    for (const attemptId of attemptIds) {
      const agencyId = this.watched.get(attemptId)?.actor.agencyId;
      if (agencyId === undefined) continue;
      const ids = agencies.get(agencyId);
      if (ids) ids.push(attemptId);
      else agencies.set(agencyId, [attemptId]);
    }
    return agencies;
  }

  private async announce(agencyId: string, attemptIds: readonly string[]): Promise<void> {
    if (attemptIds.length === 0) return;
    const states = await this.units.run({ agencyId, accountId: null }, () => this.states.readable(attemptIds));
    for (const [attemptId, held] of states) {
      const watched = this.watched.get(attemptId);
      if (!watched || watched.said === saidOf(held.attempt)) continue;
      watched.said = saidOf(held.attempt);
      this.server?.to(roomOf(attemptId)).emit("attempt:changed", pushOf(held, this.time.nowMs()));
      void this.deliver(attemptId).catch((error: Error) => this.logger.warn(error.message));
    }
  }

  /** Pushes documents that have arrived since the last time, and comes back when the next one is due. */
  private async deliver(attemptId: string): Promise<void> {
    const watched = this.watched.get(attemptId);
    if (!watched?.isInBasket) return;
    const view = await this.units.run(watched.actor, () => this.snapshots.documents(watched.actor, attemptId, { after: watched.documentsAfter, proven: "already" }));
    if (!view || view === "browser-not-allowed") return clearTimeout(watched.arrival);
    if (view.documents.length > 0) this.server?.to(roomOf(attemptId)).emit("documents:arrived", view);
    watched.documentsAfter = Math.max(watched.documentsAfter, ...view.documents.map((document) => document.arrivesAfterSeconds));
    this.wake(attemptId, watched, view.nextArrivalAtMs);
  }

  private wake(attemptId: string, watched: Watched, atMs: number | null): void {
    clearTimeout(watched.arrival);
    if (atMs === null || !this.watched.has(attemptId)) return;
    const deliver = () => void this.deliver(attemptId).catch((error: Error) => this.logger.warn(error.message));
    watched.arrival = setTimeout(deliver, Math.max(0, atMs - this.time.nowMs()) + 5);
  }
}

function newWatched({ agencyId, accountId }: AttemptActor, isInBasket: boolean): Watched {
  return { actor: { agencyId, accountId }, isInBasket, sockets: new Set(), said: "", documentsAfter: 0, arrival: undefined };
}

const keyOf = (socket: Socket, attemptId: string): string => `${socket.id}:${attemptId}`;
const roomOf = (attemptId: string): string => `attempt:${attemptId}`;

/** The same words as the look in the database: what a client must hear of. */
function saidOf(given: { state: string; epoch: number; timeSeq: number; deadlineMs?: number; pausedSinceMs?: number | null }): string {
  const { state, epoch, timeSeq, deadlineMs, pausedSinceMs } = given;
  return [state, epoch, timeSeq, ...(deadlineMs === undefined ? [] : [deadlineMs]), typeof pausedSinceMs === "number" ? "t" : "f"].join("/");
}

function pushOf({ record, attempt }: Held, serverNowMs: number) {
  return changedPush.parse({
    attemptId: record.id,
    seq: attempt.seq,
    epoch: attempt.epoch,
    timeSeq: attempt.timeSeq,
    state: attempt.state,
    deadlineMs: attempt.state === "running" ? attempt.deadlineMs : null,
    pausedSinceMs: attempt.state === "running" ? attempt.pausedSinceMs : null,
    closedReason: attempt.state === "closed" ? attempt.reason : null,
    serverNowMs,
  });
}

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { Role } from "@kompeten/shared/contracts/permissions";
import { sql } from "kysely";
import { createHash, randomBytes } from "node:crypto";
import { afterCommit, Clock, newId, type Actor, type SessionResolver } from "../platform/index.ts";
import { isValidOn, localDate } from "./membership.rules.ts";
import { Session } from "./session.entity.ts";
import { needsLastSeen, sessionHolds, sessionHoursMax } from "./sign-in.rules.ts";

/** An actor who still has a one-time password may do nothing but change it. */
export type SessionActor = Actor & { mustChangePassword: boolean };

type HolderRow = {
  tokenHash: Buffer;
  sessionId: string;
  accountId: string;
  agencyId: string;
  lastSeenMs: number;
  expiresMs: number;
  revokedMs: number | null;
  mustChangePassword: boolean;
  sittingTokenId: string | null;
  timeZone: string;
  memberships: { role: Role; validFrom: string; validUntil: string | null }[];
};
type Question = { hash: Buffer; resolve: (actor: SessionActor | undefined) => void; reject: (error: unknown) => void };

const cacheMs = 5_000;
const cacheEntriesMax = 20_000;
/** Few, so that they gather; more than one, so that one that has to wait does not keep everybody out. */
const lookingUpMax = 3;

/**
 * Opaque session tokens: 256 random bits in the browser, their SHA-256 here. Resolving is on the way of every request, so
 * the answer is kept for five seconds; ending a session takes effect at once in this process and within that time in others.
 * What is asked in the same moment is looked up together: a whole house comes back at once when a line or a server returns.
 */
@Injectable()
export class Sessions implements SessionResolver {
  private readonly kept = new Map<string, { actor: SessionActor; untilMs: number }>();
  private readonly asked: Question[] = [];
  private lookingUp = 0;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  resolve(token: string): Promise<SessionActor | undefined> {
    const hash = hashOf(token);
    const kept = this.kept.get(keyOf(hash));
    if (kept && kept.untilMs > this.clock.now().getTime()) return Promise.resolve(kept.actor);
    return new Promise((resolve, reject) => {
      this.asked.push({ hash, resolve, reject });
      if (this.asked.length === 1 && this.lookingUp < lookingUpMax) setImmediate(() => void this.answer());
    });
  }

  /** Opens a session in the running unit of work; the token is in the answer and nowhere else. */
  open(given: { accountId: string; agencyId: string; userAgent: string | undefined; expiresAt?: Date; sittingTokenId?: string }): { token: string; session: Session } {
    const now = this.clock.now();
    const token = randomBytes(32).toString("base64url");
    const session = this.em.create(Session, {
      id: newId(),
      tokenHash: hashOf(token),
      accountId: given.accountId,
      agencyId: given.agencyId,
      userAgent: given.userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: given.expiresAt ?? new Date(now.getTime() + sessionHoursMax * 3_600_000),
      sittingTokenId: given.sittingTokenId ?? null,
      revokedAt: null,
    });
    this.em.persist(session);
    return { token, session };
  }

  /** Ends one session, in the running unit of work. */
  async revoke(sessionId: string): Promise<void> {
    await this.em.nativeUpdate(Session, { id: sessionId, revokedAt: null }, { revokedAt: this.clock.now() });
    afterCommit(() => this.forget((actor) => actor.sessionId === sessionId));
  }

  /** Ends all sessions of these accounts, on every device; the answer is how many. In the running unit of work. */
  async revokeAll(...accountIds: string[]): Promise<number> {
    const count = await this.em.nativeUpdate(Session, { accountId: { $in: accountIds }, revokedAt: null }, { revokedAt: this.clock.now() });
    const ended = new Set(accountIds);
    afterCommit(() => this.forget((actor) => ended.has(actor.accountId)));
    return count;
  }

  /** Ends what was opened with these sitting tokens. In the running unit of work. */
  async revokeOpenedWith(tokenIds: readonly string[]): Promise<void> {
    const opened = await this.em.find(Session, { sittingTokenId: { $in: [...tokenIds] }, revokedAt: null }, { disableIdentityMap: true });
    for (const { id } of opened) await this.revoke(id);
  }

  /** Makes the next request of this account look its rights up again. */
  forgetAccount(accountId: string): void {
    this.forget((actor) => actor.accountId === accountId);
  }

  /** What is asked while all lookups are under way has gathered long enough when one of them is back. */
  private async answer(): Promise<void> {
    if (this.lookingUp >= lookingUpMax) return;
    this.lookingUp++;
    for (let asked = this.asked.splice(0); asked.length > 0; asked = this.asked.splice(0)) await this.answerAll(asked);
    this.lookingUp--;
  }

  private async answerAll(asked: readonly Question[]): Promise<void> {
    try {
      const actors = await this.holders(asked.map(({ hash }) => hash));
      for (const { hash, resolve } of asked) resolve(actors.get(keyOf(hash)));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  private async holders(hashes: Buffer[]): Promise<Map<string, SessionActor>> {
    const now = this.clock.now();
    const kysely = this.em.fork().getKysely();
    const { rows } = await sql<HolderRow>`
      select token_hash as "tokenHash", session_id as "sessionId", account_id as "accountId", agency_id as "agencyId", (extract(epoch from last_seen_at) * 1000)::float8 as "lastSeenMs",
        (extract(epoch from expires_at) * 1000)::float8 as "expiresMs", (extract(epoch from revoked_at) * 1000)::float8 as "revokedMs", must_change_password as "mustChangePassword", sitting_token_id as "sittingTokenId", time_zone as "timeZone", memberships
      from session_holders(${hashes}::bytea[])`.execute(kysely);
    const actors = new Map<string, SessionActor>();
    const unseen: string[] = [];
    for (const row of rows) {
      const key = keyOf(row.tokenHash);
      this.kept.delete(key);
      const times = { lastSeenAt: new Date(row.lastSeenMs), expiresAt: new Date(row.expiresMs), revokedAt: row.revokedMs === null ? null : new Date(row.revokedMs) };
      if (!sessionHolds(times, now)) continue;
      if (needsLastSeen(times, now)) unseen.push(row.sessionId);
      const actor = actorOf(row, now);
      if (!actor) continue;
      actors.set(key, actor);
      this.keep(key, { actor, untilMs: Math.min(now.getTime() + cacheMs, row.expiresMs) });
    }
    if (unseen.length > 0) await sql`update session set last_seen_at = ${now} where id = any(${unseen}::uuid[])`.execute(kysely);
    return actors;
  }

  private keep(key: string, entry: { actor: SessionActor; untilMs: number }): void {
    if (this.kept.size >= cacheEntriesMax) {
      const oldest = this.kept.keys().next().value;
      if (oldest !== undefined) this.kept.delete(oldest);
    }
    this.kept.set(key, entry);
  }

  private forget(matches: (actor: SessionActor) => boolean): void {
    for (const [key, { actor }] of this.kept) if (matches(actor)) this.kept.delete(key);
  }
}

/** Undefined when no valid membership is left. Whoever came with a sitting token is a candidate, whatever else they may be; their password is no matter of theirs here. */
function actorOf({ accountId, agencyId, sessionId, mustChangePassword, sittingTokenId, timeZone, memberships }: HolderRow, now: Date): SessionActor | undefined {
  const today = localDate(now, timeZone);
  const bySittingToken = sittingTokenId !== null;
  const held = [...new Set(memberships.filter((one) => isValidOn({ ...one, endedAt: null }, today)).map(({ role }) => role))];
  const roles = bySittingToken ? held.filter((role) => role === "candidate") : held;
  return roles.length === 0 ? undefined : { accountId, agencyId, sessionId, roles, mustChangePassword: mustChangePassword && !bySittingToken, bySittingToken };
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

const keyOf = (hash: Buffer): string => hash.toString("base64");

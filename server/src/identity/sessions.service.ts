import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { createHash, randomBytes } from "node:crypto";
import { afterCommit, Clock, newId, UnitOfWork, type Actor, type SessionResolver } from "../platform/index.ts";
import { Account } from "./account.entity.ts";
import { Memberships, rolesIn } from "./memberships.service.ts";
import { Session } from "./session.entity.ts";
import { needsLastSeen, sessionHolds, sessionHoursMax } from "./sign-in.rules.ts";

/** An actor who still has a one-time password may do nothing but change it. */
export type SessionActor = Actor & { mustChangePassword: boolean };

const nobody = { agencyId: null, accountId: null };
const cacheMs = 5_000;
const cacheEntriesMax = 20_000;

/**
 * Opaque session tokens: 256 random bits in the browser, their SHA-256 here. Resolving is on the way of every request, so
 * the answer is kept for five seconds; ending a session takes effect at once in this process and within that time in others.
 */
@Injectable()
export class Sessions implements SessionResolver {
  private readonly kept = new Map<string, { actor: SessionActor; untilMs: number }>();

  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
  ) {}

  async resolve(token: string): Promise<SessionActor | undefined> {
    const hash = hashOf(token);
    const key = hash.toString("base64");
    const now = this.clock.now();
    const kept = this.kept.get(key);
    if (kept && kept.untilMs > now.getTime()) return kept.actor;
    this.kept.delete(key);
    const found = await this.find(hash, now);
    if (!found) return undefined;
    const { session, account } = found;
    const roles = rolesIn(session.agencyId, (await this.memberships.validOf(account.id)).memberships);
    if (roles.length === 0) return undefined;
    const actor = { accountId: account.id, agencyId: session.agencyId, sessionId: session.id, roles, mustChangePassword: account.mustChangePassword };
    this.keep(key, { actor, untilMs: Math.min(now.getTime() + cacheMs, session.expiresAt.getTime()) });
    return actor;
  }

  /** Opens a session in the running unit of work; the token is in the answer and nowhere else. */
  open(given: { accountId: string; agencyId: string; userAgent: string | undefined; expiresAt?: Date }): { token: string; session: Session } {
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

  /** Makes the next request of this account look its rights up again. */
  forgetAccount(accountId: string): void {
    this.forget((actor) => actor.accountId === accountId);
  }

  private find(hash: Buffer, now: Date): Promise<{ session: Session; account: Account } | undefined> {
    return this.units.run(nobody, async () => {
      const session = await this.em.findOne(Session, { tokenHash: hash });
      if (!session || !sessionHolds(session, now)) return undefined;
      const account = await this.em.findOne(Account, { id: session.accountId, disabledAt: null });
      if (!account) return undefined;
      if (needsLastSeen(session, now)) await this.em.nativeUpdate(Session, { id: session.id }, { lastSeenAt: now });
      return { session, account };
    });
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

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

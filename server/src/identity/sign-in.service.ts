import { EntityManager, LockMode } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { Audit, Clock, UnitOfWork } from "../platform/index.ts";
import { Account } from "./account.entity.ts";
import { Memberships, type ValidMemberships } from "./memberships.service.ts";
import { PasswordHasher } from "./password-hasher.ts";
import { Session } from "./session.entity.ts";
import { Sessions } from "./sessions.service.ts";
import { SittingTokens, type ShownToken } from "./sitting-tokens.service.ts";
import { SignInThrottle } from "./sign-in-throttle.service.ts";
import { afterFailure, isLocked, lockedMinutes, normaliseLogin, sessionHoursMax } from "./sign-in.rules.ts";

export type SignInAttempt = { login: string; password: string; address: string; userAgent: string | undefined };
export type SignInOutcome =
  | { kind: "signed-in"; token: string; session: Session }
  /** Unknown, wrong, disabled, without membership, locked with a wrong password: nobody can tell which. */
  | { kind: "refused" }
  | { kind: "locked"; minutes: number }
  | { kind: "too-many"; retryAfterSeconds: number };

const nobody = { agencyId: null, accountId: null };
const weekMs = 7 * 24 * 3_600_000;

@Injectable()
export class SignIn {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly hasher: PasswordHasher,
    private readonly throttle: SignInThrottle,
    private readonly memberships: Memberships,
    private readonly sessions: Sessions,
    private readonly tokens: SittingTokens,
  ) {}

  async signIn(attempt: SignInAttempt): Promise<SignInOutcome> {
    const login = normaliseLogin(attempt.login);
    const retryAfterSeconds = await this.throttle.attempt(attempt.address, login);
    if (retryAfterSeconds > 0) return { kind: "too-many", retryAfterSeconds };
    const account = await this.units.run(nobody, () => this.em.findOne(Account, { login }));
    // Also for an unknown login: the time the answer takes must not tell whether there is one.
    const right = await this.hasher.verify(account?.passwordHash, attempt.password);
    const token = right ? undefined : await this.tokens.shown(account?.id, attempt.password);
    if (!account) return { kind: "refused" };
    const valid = await this.memberships.validOf(account.id);
    if (!right && !token) {
      await this.recordFailure(account.id, valid, attempt.address);
      return { kind: "refused" };
    }
    if (account.disabledAt !== null || valid.memberships.length === 0) return { kind: "refused" };
    if (token && !valid.memberships.some(({ agencyId, role }) => agencyId === token.agencyId && role === "candidate")) return { kind: "refused" };
    const now = this.clock.now();
    // Only who knows the password, or a token, learns of the lock.
    if (isLocked(account, now)) return { kind: "locked", minutes: lockedMinutes(account, now) };
    // Not for a token: whoever holds one could use it to go on guessing the password.
    if (token) return this.openWith(token, account.id, attempt);
    await this.throttle.forgive(login);
    return this.open(account.id, valid, attempt);
  }

  private async open(accountId: string, valid: ValidMemberships, attempt: SignInAttempt): Promise<SignInOutcome> {
    const now = this.clock.now();
    const agencyId = await this.agencyFor(accountId, valid);
    return this.units.run({ agencyId, accountId }, async () => {
      await this.em.nativeUpdate(Account, { id: accountId }, { failedSignIns: 0, lockedUntil: null, lastSignInAt: now });
      await this.em.nativeDelete(Session, { accountId, expiresAt: { $lt: new Date(now.getTime() - weekMs) } });
      const opened = this.sessions.open({ accountId, agencyId, userAgent: attempt.userAgent });
      await this.audit.record({ action: "identity.session.opened", subjectKind: "account", subjectId: accountId, details: { address: attempt.address } });
      return { kind: "signed-in" as const, ...opened };
    });
  }

  private async openWith({ tokenId, agencyId, validUntil }: ShownToken, accountId: string, attempt: SignInAttempt): Promise<SignInOutcome> {
    const now = this.clock.now();
    const expiresAt = new Date(Math.min(validUntil.getTime(), now.getTime() + sessionHoursMax * 3_600_000));
    return this.units.run({ agencyId, accountId }, async () => {
      await this.em.nativeUpdate(Account, { id: accountId }, { lastSignInAt: now });
      await this.tokens.used(tokenId);
      const opened = this.sessions.open({ accountId, agencyId, userAgent: attempt.userAgent, expiresAt, sittingTokenId: tokenId });
      await this.audit.record({ action: "identity.session.opened", subjectKind: "account", subjectId: accountId, details: { address: attempt.address, sittingTokenId: tokenId } });
      return { kind: "signed-in" as const, ...opened };
    });
  }

  /** Where the person worked last, if they still may; else their oldest agency. */
  private async agencyFor(accountId: string, { memberships }: ValidMemberships): Promise<string> {
    const held = [...new Set(memberships.map((one) => one.agencyId))];
    const last = await this.units.run(nobody, () => this.em.findOne(Session, { accountId, agencyId: { $in: held } }, { orderBy: { createdAt: "desc" } }));
    const agencyId = last?.agencyId ?? held[0];
    if (agencyId === undefined) throw new Error("no membership to sign in with");
    return agencyId;
  }

  private async recordFailure(accountId: string, { memberships }: ValidMemberships, address: string): Promise<void> {
    const agencyId = memberships[0]?.agencyId ?? null;
    await this.units.run({ agencyId, accountId: null }, async () => {
      // Locked for update, so that parallel guesses are all counted.
      const account = await this.em.findOneOrFail(Account, { id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const now = this.clock.now();
      const wasLocked = isLocked(account, now);
      const after = afterFailure(account, now);
      await this.em.nativeUpdate(Account, { id: accountId }, after);
      if (agencyId === null) return;
      await this.audit.record({ action: "identity.sign-in.failed", subjectKind: "account", subjectId: accountId, details: { address, failures: after.failedSignIns } });
      if (!wasLocked && isLocked(after, now)) await this.audit.record({ action: "identity.account.locked", subjectKind: "account", subjectId: accountId });
    });
  }
}

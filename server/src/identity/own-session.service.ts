import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import type { AgencyView, SessionView } from "@kompeten/shared/contracts/session";
import { Audit, UnitOfWork, type Actor } from "../platform/index.ts";
import { Account, type Agency } from "./account.entity.ts";
import { Memberships, rolesIn } from "./memberships.service.ts";
import { PasswordHasher } from "./password-hasher.ts";
import { Session } from "./session.entity.ts";
import { Sessions } from "./sessions.service.ts";
import { passwordAllowed } from "./sign-in.rules.ts";

export type Reopened = { token: string; session: Session };
type PasswordRefusal = "wrong-password" | "password-too-short" | "password-is-login" | "password-unchanged";

/** What signed-in people do with their own session. Runs in the request's unit of work, except where it says otherwise. */
@Injectable()
export class OwnSession {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly audit: Audit,
    private readonly hasher: PasswordHasher,
    private readonly memberships: Memberships,
    private readonly sessions: Sessions,
  ) {}

  /** Also right after signing in, when no unit of work is running yet. */
  async view(session: Pick<Session, "accountId" | "agencyId" | "expiresAt" | "sittingTokenId">): Promise<SessionView> {
    const account = await this.units.run({ agencyId: session.agencyId, accountId: session.accountId }, () => this.em.findOneOrFail(Account, { id: session.accountId }));
    const { agencies, memberships } = await this.memberships.validOf(account.id);
    const agency = agencies.find((one) => one.id === session.agencyId);
    if (!agency) throw new Error("the session's agency is not among the valid memberships");
    const bySittingToken = session.sittingTokenId !== null;
    const roles = rolesIn(agency.id, memberships);
    return {
      account: { id: account.id, login: account.login, name: account.name, mustChangePassword: account.mustChangePassword && !bySittingToken },
      agency: agencyViewOf(agency),
      agencies: (bySittingToken ? [agency] : agencies).map(agencyViewOf),
      roles: bySittingToken ? roles.filter((role) => role === "candidate") : roles,
      bySittingToken,
      expiresAt: session.expiresAt.toISOString(),
    };
  }

  async viewOf(actor: Actor): Promise<SessionView> {
    return this.view(await this.em.findOneOrFail(Session, { id: actor.sessionId }));
  }

  async signOut(actor: Actor): Promise<void> {
    await this.sessions.revoke(actor.sessionId);
    await this.audit.record({ action: "identity.session.closed", subjectKind: "account", subjectId: actor.accountId });
  }

  async signOutEverywhere(actor: Actor): Promise<void> {
    const sessions = await this.sessions.revokeAll(actor.accountId);
    await this.audit.record({ action: "identity.session.closed-everywhere", subjectKind: "account", subjectId: actor.accountId, details: { sessions } });
  }

  /** A new token for the other agency; the old one ends, so that no process can still take it for the former agency. */
  async switchAgency(actor: Actor, agencyId: string): Promise<Result<Reopened, "not-found">> {
    const { memberships } = await this.memberships.validOf(actor.accountId);
    if (!memberships.some((one) => one.agencyId === agencyId)) return refuse("not-found");
    const old = await this.em.findOneOrFail(Session, { id: actor.sessionId });
    await this.sessions.revoke(old.id);
    const reopened = await this.units.run({ agencyId, accountId: actor.accountId }, async () => {
      const opened = this.sessions.open({ accountId: actor.accountId, agencyId, userAgent: old.userAgent ?? undefined, expiresAt: old.expiresAt });
      await this.audit.record({ action: "identity.session.switched", subjectKind: "account", subjectId: actor.accountId, details: { from: actor.agencyId } });
      return opened;
    });
    return ok(reopened);
  }

  /** Ends the sessions on all other devices, and gives this one a new token. */
  async changePassword(actor: Actor, given: { currentPassword: string; newPassword: string }): Promise<Result<Reopened, PasswordRefusal>> {
    const account = await this.em.findOneOrFail(Account, { id: actor.accountId });
    if (!(await this.hasher.verify(account.passwordHash, given.currentPassword))) return refuse("wrong-password");
    const allowed = passwordAllowed(given.newPassword, account.login);
    if (!allowed.ok) return allowed;
    if (given.newPassword === given.currentPassword) return refuse("password-unchanged");
    const old = await this.em.findOneOrFail(Session, { id: actor.sessionId });
    account.passwordHash = await this.hasher.hash(given.newPassword);
    account.mustChangePassword = false;
    await this.sessions.revokeAll(account.id);
    const reopened = this.sessions.open({ accountId: account.id, agencyId: actor.agencyId, userAgent: old.userAgent ?? undefined, expiresAt: old.expiresAt });
    await this.audit.record({ action: "identity.password.changed", subjectKind: "account", subjectId: account.id });
    return ok(reopened);
  }
}

export function agencyViewOf(agency: Agency): AgencyView {
  return { id: agency.id, code: agency.code, name: agency.name, shortName: agency.shortName, timeZone: agency.timeZone };
}

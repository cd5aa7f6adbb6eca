import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { Role } from "@kompeten/shared/contracts/permissions";
import { assert } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Audit, Clock, currentAgencyId, newId } from "../platform/index.ts";
import { Account, Agency, Membership } from "./account.entity.ts";
import { homeAgency, isValidOn, localDate } from "./membership.rules.ts";
import { Memberships } from "./memberships.service.ts";
import { PasswordHasher } from "./password-hasher.ts";
import { Sessions } from "./sessions.service.ts";
import { normaliseLogin, ownLoginOf, passwordAllowed } from "./sign-in.rules.ts";

export type Holder = { accountId: string; name: string; login: string };
export type IssuedPassword = { accountId: string; login: string; password: string };
export type GrantInput = {
  accountId: string;
  role: Role;
  /** Why: a decree, a cooperation agreement, the sitting. */
  basis: string;
  /** Last day, YYYY-MM-DD; without it the membership is open-ended. */
  validUntil?: string;
};

/** Logins and what they may do in the current agency. Runs inside the caller's unit of work and audits every change. */
@Injectable()
export class Accounts {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly hasher: PasswordHasher,
    private readonly memberships: Memberships,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Until the commit nobody else makes logins: two who look for the same one at once would both find it free. One lock for all,
   * because who makes several would meet another who makes the same in another order. To be taken before anything is read.
   */
  async holdLogins(): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtext('kompeten logins'))`.execute(this.em.getKysely());
  }

  /** A new account; it may sign in once it has a password and a membership. The login must be free. */
  async create(input: { login: string; name: string; password?: string; mustChangePassword?: boolean }): Promise<string> {
    const login = normaliseLogin(input.login);
    assert(input.password === undefined || passwordAllowed(input.password, login).ok, `password of ${login} is not allowed`);
    const id = newId();
    this.em.create(Account, {
      id,
      login,
      name: input.name.trim(),
      passwordHash: input.password === undefined ? null : await this.hasher.hash(input.password),
      mustChangePassword: input.mustChangePassword ?? false,
      failedSignIns: 0,
      lockedUntil: null,
      lastSignInAt: null,
      disabledAt: null,
      createdAt: this.clock.now(),
    }, { persist: true });
    await this.em.flush();
    await this.audit.record({ action: "identity.account.created", subjectKind: "account", subjectId: id, details: { login } });
    return id;
  }

  /**
   * The account of somebody this agency vouches for (ADR 0007): `linked`, else the one with this login, else a new one without
   * a password. One that another agency looks after is left alone, because that agency can set its password: the person then
   * gets an account here whose login ends in `@` and this agency's code.
   */
  async ensureOwn(input: { login: string; name: string; linked: string | null }): Promise<string> {
    const login = normaliseLogin(input.login);
    const agency = await this.em.findOneOrFail(Agency, { id: currentAgencyId() });
    const linked = input.linked === null ? null : await this.em.findOneOrFail(Account, { id: input.linked });
    const named = await this.em.findOne(Account, { login });
    for (const known of [linked, named]) {
      if (known && (await this.takeOver(known)) !== "of-other-agency") return known.id;
    }
    if (!named) return this.create({ login, name: input.name });
    const ownLogin = ownLoginOf(login, agency.code);
    const own = await this.em.findOne(Account, { login: ownLogin });
    assert(own === null || (await this.takeOver(own)) !== "of-other-agency", `${ownLogin} is reserved for its agency`);
    return own?.id ?? this.create({ login: ownLogin, name: input.name });
  }

  /**
   * Whether this agency may give an account roles without trusting another agency with its password. `ours`: it has a membership
   * here, or no other agency ever had it. `taken-over`: nobody looks after it any more, and the password and sessions of former
   * times were ended just now, because another agency may have set them.
   */
  async takeOver(account: Account): Promise<"ours" | "taken-over" | "of-other-agency"> {
    if (await this.isHeldHere(account.id)) return "ours";
    await this.lockForGrant(account.id);
    const { memberships, agencyIdsEver } = await this.memberships.validOf(account.id);
    if (agencyIdsEver.every((agencyId) => agencyId === currentAgencyId())) return "ours";
    if (homeAgency(memberships) !== undefined) return "of-other-agency";
    await this.em.refresh(account);
    account.passwordHash = null;
    await this.em.flush();
    await this.sessions.revokeAll(account.id);
    await this.audit.record({ action: "identity.account.taken-over", subjectKind: "account", subjectId: account.id });
    return "taken-over";
  }

  /** Gives a role in the current agency; a second time it only brings the basis and the end date up to date. */
  async grant(input: GrantInput): Promise<void> {
    const agencyId = currentAgencyId();
    const { accountId, role, basis } = input;
    const today = await this.today();
    const validUntil = input.validUntil ?? null;
    assert(validUntil === null || validUntil >= today, "a membership cannot end before it begins");
    const live = await this.em.findOne(Membership, { agencyId, accountId, role, endedAt: null });
    if (live && isValidOn(live, today)) {
      if (live.basis === basis && live.validUntil === validUntil) return;
      live.basis = basis;
      live.validUntil = validUntil;
    } else {
      await this.lockForGrant(accountId);
      const now = this.clock.now();
      // One that ran out is closed and kept: the record shows both terms.
      if (live) live.endedAt = now;
      await this.em.flush();
      this.em.create(Membership, { id: newId(), agencyId, accountId, role, basis, validFrom: today, validUntil, endedAt: null, createdAt: now }, { persist: true });
    }
    await this.em.flush();
    this.sessions.forgetAccount(accountId);
    await this.audit.record({ action: "identity.membership.granted", subjectKind: "account", subjectId: accountId, details: { role, basis, validUntil } });
  }

  /** Names for showing; ids that are unknown are absent. */
  async namesOf(accountIds: string[]): Promise<Map<string, { name: string; login: string }>> {
    const accounts = await this.em.find(Account, { id: { $in: [...new Set(accountIds)] } });
    return new Map(accounts.map(({ id, name, login }) => [id, { name, login }]));
  }

  /** Who holds this role today in the current agency, by name. */
  async holdersOf(role: Role): Promise<Holder[]> {
    const today = await this.today();
    const live = await this.em.find(Membership, { agencyId: currentAgencyId(), role, endedAt: null });
    const ids = live.filter((membership) => isValidOn(membership, today)).map((membership) => membership.accountId);
    const accounts = await this.em.find(Account, { id: { $in: ids }, disabledAt: null }, { orderBy: { name: "asc", id: "asc" } });
    return accounts.map(({ id, name, login }) => ({ accountId: id, name, login }));
  }

  /**
   * One-time passwords for sign-in cards, shown once and never kept. Left out of the answer, because a card would be a way
   * into somebody else's rights: accounts that another agency looks after, and people of this agency who hold more than the
   * candidate's role and already have a password (they use it).
   */
  async issuePasswords(accountIds: string[]): Promise<IssuedPassword[]> {
    const accounts = await this.em.find(Account, { id: { $in: [...new Set(accountIds)] }, disabledAt: null }, { orderBy: { name: "asc", id: "asc" } });
    const issued: (IssuedPassword & { passwordHash: string })[] = [];
    for (const account of accounts) {
      if (!(await this.mayIssueCard(account))) continue;
      const password = this.hasher.oneTime();
      issued.push({ accountId: account.id, login: account.login, password, passwordHash: await this.hasher.hashOneTime(password) });
    }
    if (issued.length > 0) await this.keepCards(issued);
    return issued.map(({ accountId, login, password }) => ({ accountId, login, password }));
  }

  /** Together, because a whole sitting's cards are one request. Its own statement, because the entities would be compared one by one for each. */
  private async keepCards(cards: readonly { accountId: string; passwordHash: string }[]): Promise<void> {
    await sql`
      update account set password_hash = "passwordHash", must_change_password = false, failed_sign_ins = 0, locked_until = null
      from jsonb_to_recordset(${JSON.stringify(cards.map(({ accountId, passwordHash }) => ({ accountId, passwordHash })))}::jsonb) as given ("accountId" uuid, "passwordHash" text)
      where account.id = "accountId"`.execute(this.em.getKysely());
    await this.sessions.revokeAll(...cards.map(({ accountId }) => accountId));
    for (const { accountId } of cards) await this.recordIssued(accountId, false);
  }

  /** Sets a one-time password and ends the account's sessions. Whether it may is the caller's question. */
  async setOneTimePassword(account: Account, mustChangePassword: boolean): Promise<string> {
    const password = this.hasher.oneTime();
    account.passwordHash = await this.hasher.hashOneTime(password);
    account.mustChangePassword = mustChangePassword;
    account.failedSignIns = 0;
    account.lockedUntil = null;
    await this.em.flush();
    await this.sessions.revokeAll(account.id);
    await this.recordIssued(account.id, mustChangePassword);
    return password;
  }

  private async recordIssued(accountId: string, mustChangePassword: boolean): Promise<void> {
    await this.audit.record({ action: "identity.password.issued", subjectKind: "account", subjectId: accountId, details: { mustChangePassword } });
  }

  /** Today's date in the current agency. */
  async today(): Promise<string> {
    const agency = await this.em.findOneOrFail(Agency, { id: currentAgencyId() });
    return localDate(this.clock.now(), agency.timeZone);
  }

  private async isHeldHere(accountId: string): Promise<boolean> {
    const today = await this.today();
    const live = await this.em.find(Membership, { agencyId: currentAgencyId(), accountId, endedAt: null });
    return live.some((membership) => isValidOn(membership, today));
  }

  /** Who was first looks after an account; two agencies that come at once come one after the other, in the order of their times. */
  private async lockForGrant(accountId: string): Promise<void> {
    await sql`select 1 from account where id = ${accountId} for no key update`.execute(this.em.getKysely());
  }

  private async mayIssueCard(account: Account): Promise<boolean> {
    const { memberships } = await this.memberships.validOf(account.id);
    if (homeAgency(memberships) !== currentAgencyId()) return false;
    return account.passwordHash === null || memberships.every((membership) => membership.role === "candidate");
  }
}

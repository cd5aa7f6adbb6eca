import { EntityManager, LockMode } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { AccountCreated, CreateAccountBody, GrantMembershipBody, IssuedPasswordView } from "@kompeten/shared/contracts/identity";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Audit, Clock, currentAgencyId, type Actor } from "../platform/index.ts";
import { Account, Membership } from "./account.entity.ts";
import { Accounts } from "./accounts.service.ts";
import { homeAgency, isValidOn } from "./membership.rules.ts";
import { Memberships } from "./memberships.service.ts";
import { Sessions } from "./sessions.service.ts";
import { isReservedLogin, normaliseLogin } from "./sign-in.rules.ts";

type NotOurs = "not-found" | "other-agency";
/** Whoever can sign in to an account has what it may do here: to give it something is to trust the agency named. */
export type LookedAfterElsewhere = { readonly ok: false; readonly refusal: "looked-after-elsewhere"; readonly agency: string };

/** What an administrator does with the accounts of the agency. */
@Injectable()
export class AccountAdmin {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly accounts: Accounts,
    private readonly memberships: Memberships,
    private readonly sessions: Sessions,
  ) {}

  async create(body: CreateAccountBody): Promise<Result<AccountCreated, "ends-in-the-past" | "login-reserved"> | LookedAfterElsewhere> {
    if (await this.isPast(body.validUntil)) return refuse("ends-in-the-past");
    const login = normaliseLogin(body.login);
    await this.accounts.holdLogins();
    const existing = await this.em.findOne(Account, { login });
    if (!existing && isReservedLogin(login)) return refuse("login-reserved");
    const elsewhere = existing && !body.acceptOtherAgency ? await this.elsewhere(existing.id) : undefined;
    if (elsewhere) return elsewhere;
    // ADR 0007: a password that another agency set in former times opens nothing of what is given today.
    const keepsPassword = existing !== null && (await this.accounts.takeOver(existing)) !== "taken-over";
    const accountId = existing?.id ?? (await this.accounts.create({ login, name: body.name }));
    for (const role of new Set(body.roles)) await this.accounts.grant(grantOf(accountId, { ...body, role }));
    if (keepsPassword) return ok({ accountId, login, existing: true, password: null });
    const account = await this.em.findOneOrFail(Account, { id: accountId });
    return ok({ accountId, login, existing: existing !== null, password: await this.accounts.setOneTimePassword(account, true) });
  }

  async grant(accountId: string, body: GrantMembershipBody): Promise<Result<void, "not-found" | "ends-in-the-past"> | LookedAfterElsewhere> {
    const account = await this.findHere(accountId);
    if (!account) return refuse("not-found");
    if (await this.isPast(body.validUntil)) return refuse("ends-in-the-past");
    const elsewhere = body.acceptOtherAgency ? undefined : await this.elsewhere(accountId);
    if (elsewhere) return elsewhere;
    await this.accounts.takeOver(account);
    await this.accounts.grant(grantOf(accountId, body));
    return ok(undefined);
  }

  /** An agency must not be left without anybody who can let people in, least of all by its own administrator's slip. */
  async endMembership(actor: Actor, membershipId: string): Promise<Result<void, "not-found" | "own-last-administrator">> {
    const agencyId = currentAgencyId();
    const membership = await this.em.findOne(Membership, { id: membershipId, agencyId, endedAt: null });
    if (!membership) return refuse("not-found");
    if (membership.role === "administrator" && membership.accountId === actor.accountId) {
      const today = await this.accounts.today();
      const own = await this.em.find(Membership, { agencyId, accountId: actor.accountId, role: "administrator", endedAt: null });
      if (own.filter((one) => isValidOn(one, today)).length <= 1) return refuse("own-last-administrator");
    }
    membership.endedAt = this.clock.now();
    await this.em.flush();
    this.sessions.forgetAccount(membership.accountId);
    const { accountId, role } = membership;
    await this.audit.record({ action: "identity.membership.ended", subjectKind: "account", subjectId: accountId, details: { role } });
    return ok(undefined);
  }

  async resetPassword(accountId: string): Promise<Result<IssuedPasswordView, NotOurs>> {
    const account = await this.findOwn(accountId);
    if (!account.ok) return account;
    return ok({ accountId, login: account.value.login, password: await this.accounts.setOneTimePassword(account.value, true) });
  }

  /** Shuts an account out everywhere, at once. Reversible; memberships and the record stay as they are. */
  async disable(actor: Actor, accountId: string): Promise<Result<void, NotOurs | "own-account" | "last-administrator">> {
    const account = await this.findOwn(accountId);
    if (!account.ok) return account;
    if (accountId === actor.accountId) return refuse("own-account");
    if (!(await this.leavesAnAdministrator(accountId))) return refuse("last-administrator");
    if (account.value.disabledAt !== null) return ok(undefined);
    account.value.disabledAt = this.clock.now();
    await this.em.flush();
    await this.sessions.revokeAll(accountId);
    await this.audit.record({ action: "identity.account.disabled", subjectKind: "account", subjectId: accountId });
    return ok(undefined);
  }

  async enable(accountId: string): Promise<Result<void, NotOurs>> {
    const account = await this.findOwn(accountId);
    if (!account.ok) return account;
    if (account.value.disabledAt === null) return ok(undefined);
    account.value.disabledAt = null;
    await this.em.flush();
    await this.audit.record({ action: "identity.account.enabled", subjectKind: "account", subjectId: accountId });
    return ok(undefined);
  }

  /** Locks the administrators, so that two who disable each other at once come one after the other. */
  private async leavesAnAdministrator(accountId: string): Promise<boolean> {
    const today = await this.accounts.today();
    const memberships = await this.em.find(Membership, { agencyId: currentAgencyId(), role: "administrator", endedAt: null });
    const ids = memberships.filter((one) => isValidOn(one, today)).map((one) => one.accountId);
    const administrators = await this.em.find(Account, { id: { $in: ids } }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: "asc" } });
    return administrators.some((one) => one.id !== accountId && one.disabledAt === null);
  }

  /** One that this agency looks after: only it decides about password and disabling. */
  private async findOwn(accountId: string): Promise<Result<Account, NotOurs>> {
    const account = await this.findHere(accountId);
    if (!account) return refuse("not-found");
    const home = homeAgency((await this.memberships.validOf(accountId)).memberships);
    return home !== undefined && home !== currentAgencyId() ? refuse("other-agency") : ok(account);
  }

  private async elsewhere(accountId: string): Promise<LookedAfterElsewhere | undefined> {
    const { memberships, agencies } = await this.memberships.validOf(accountId);
    const home = homeAgency(memberships);
    if (home === undefined || home === currentAgencyId()) return undefined;
    return { ok: false, refusal: "looked-after-elsewhere", agency: agencies.find(({ id }) => id === home)?.name ?? "" };
  }

  /** Accounts stand above agencies: here means that it holds or held a membership in this one. */
  private async findHere(accountId: string): Promise<Account | undefined> {
    const here = await this.em.count(Membership, { accountId, agencyId: currentAgencyId() });
    return here > 0 ? this.em.findOneOrFail(Account, { id: accountId }) : undefined;
  }

  private async isPast(validUntil: string | null): Promise<boolean> {
    return validUntil !== null && validUntil < (await this.accounts.today());
  }
}

function grantOf(accountId: string, { role, basis, validUntil }: Omit<GrantMembershipBody, "acceptOtherAgency">): Parameters<Accounts["grant"]>[0] {
  return { accountId, role, basis, ...(validUntil === null ? {} : { validUntil }) };
}

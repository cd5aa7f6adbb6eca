import { EntityManager } from "@mikro-orm/postgresql";
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

  async create(body: CreateAccountBody): Promise<Result<AccountCreated, "ends-in-the-past" | "login-reserved">> {
    if (await this.isPast(body.validUntil)) return refuse("ends-in-the-past");
    const login = normaliseLogin(body.login);
    const existing = await this.em.findOne(Account, { login });
    if (!existing && isReservedLogin(login)) return refuse("login-reserved");
    // ADR 0007: a password that another agency set in former times opens nothing of what is given today.
    const keepsPassword = existing !== null && (await this.accounts.takeOver(existing)) !== "taken-over";
    const accountId = existing?.id ?? (await this.accounts.create({ login, name: body.name }));
    for (const role of new Set(body.roles)) await this.accounts.grant(grantOf(accountId, { ...body, role }));
    if (keepsPassword) return ok({ accountId, login, existing: true, password: null });
    const account = await this.em.findOneOrFail(Account, { id: accountId });
    return ok({ accountId, login, existing: existing !== null, password: await this.accounts.setOneTimePassword(account, true) });
  }

  async grant(accountId: string, body: GrantMembershipBody): Promise<Result<void, "not-found" | "ends-in-the-past">> {
    const account = await this.findHere(accountId);
    if (!account) return refuse("not-found");
    if (await this.isPast(body.validUntil)) return refuse("ends-in-the-past");
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

  async resetPassword(accountId: string): Promise<Result<IssuedPasswordView, "not-found" | "other-agency">> {
    const account = await this.findHere(accountId);
    if (!account) return refuse("not-found");
    const home = homeAgency((await this.memberships.validOf(accountId)).memberships);
    if (home !== undefined && home !== currentAgencyId()) return refuse("other-agency");
    return ok({ accountId, login: account.login, password: await this.accounts.setOneTimePassword(account, true) });
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

function grantOf(accountId: string, { role, basis, validUntil }: GrantMembershipBody): Parameters<Accounts["grant"]>[0] {
  return { accountId, role, basis, ...(validUntil === null ? {} : { validUntil }) };
}

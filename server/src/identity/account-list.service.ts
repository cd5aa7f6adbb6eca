import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { endingSoonDays, type AccountAttention, type AccountListQuery, type AccountPage, type AccountView, type MembershipView } from "@kompeten/shared/contracts/identity";
import { sql } from "kysely";
import { Clock, currentAgencyId, Jobs } from "../platform/index.ts";
import { Account, Membership } from "./account.entity.ts";
import { Accounts } from "./accounts.service.ts";
import { homeAgency, isValidOn } from "./membership.rules.ts";
import { Memberships } from "./memberships.service.ts";

/** The accounts of the agency with what they may do in it. */
@Injectable()
export class AccountList {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly memberships: Memberships,
    private readonly jobs: Jobs,
  ) {}

  async attention(): Promise<AccountAttention> {
    const today = await this.accounts.today();
    const count = async (state: NonNullable<AccountListQuery["state"]>) => (await this.find({ state, page: 1, pageSize: 1 }, today)).total;
    return { failedJobs: await this.jobs.failedCount(), locked: await count("locked"), ending: await count("ending"), valid: await count("valid") };
  }

  async page(query: AccountListQuery): Promise<AccountPage> {
    const { page, pageSize } = query;
    const today = await this.accounts.today();
    const { ids, total } = await this.find(query, today);
    const accounts = await this.em.find(Account, { id: { $in: ids } }, { orderBy: { name: "asc", id: "asc" } });
    const memberships = await this.em.find(Membership, { accountId: { $in: ids }, agencyId: currentAgencyId() }, { orderBy: { createdAt: "asc", id: "asc" } });
    const rows: AccountView[] = [];
    for (const account of accounts) {
      const own = memberships.filter((membership) => membership.accountId === account.id);
      rows.push(await this.view(account, own.map((membership) => viewOf(membership, today))));
    }
    return { rows, total, page, pageSize };
  }

  /** The agency is named here although policies protect the table: a person also sees their own memberships elsewhere. */
  private async find({ search, role, state, page, pageSize }: AccountListQuery, today: string): Promise<{ ids: string[]; total: number }> {
    const like = `%${(search ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`;
    const valid = sql`m.ended_at is null and m.valid_from <= ${today}::date and (m.valid_until is null or m.valid_until >= ${today}::date)`;
    const { rows } = await sql<{ id: string; total: number }>`
      select a.id, count(*) over ()::int as total
      from account a join membership m on m.account_id = a.id and m.agency_id = ${currentAgencyId()}
      where (a.name ilike ${like} or a.login ilike ${like})
      group by a.id, a.name
      having (${role ?? null}::text is null or bool_or(m.role = ${role ?? null} and ${valid}))
        and case ${state ?? null}::text
          when 'valid' then bool_or(${valid})
          when 'ended' then not bool_or(${valid})
          when 'ending' then bool_or(${valid} and m.valid_until <= ${today}::date + ${endingSoonDays}::int)
          when 'locked' then a.locked_until > ${this.clock.now()}::timestamptz
          else true end
      order by a.name, a.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(this.em.getKysely());
    return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
  }

  private async view(account: Account, memberships: MembershipView[]): Promise<AccountView> {
    const home = homeAgency((await this.memberships.validOf(account.id)).memberships);
    const locked = account.lockedUntil !== null && account.lockedUntil > this.clock.now();
    return {
      id: account.id,
      login: account.login,
      name: account.name,
      hasPassword: account.passwordHash !== null,
      mustChangePassword: account.mustChangePassword,
      lockedUntil: locked ? (account.lockedUntil?.toISOString() ?? null) : null,
      lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
      disabledAt: account.disabledAt?.toISOString() ?? null,
      ownPassword: home === undefined || home === currentAgencyId(),
      memberships,
    };
  }
}

function viewOf(membership: Membership, today: string): MembershipView {
  const { id, role, basis, validFrom, validUntil } = membership;
  return { id, role, basis, validFrom, validUntil, endedAt: membership.endedAt?.toISOString() ?? null, valid: isValidOn(membership, today) };
}

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { Role } from "@kompeten/shared/contracts/permissions";
import { Clock, UnitOfWork } from "../platform/index.ts";
import { Agency, Membership } from "./account.entity.ts";
import { isValidOn, localDate } from "./membership.rules.ts";

export type ValidMembership = { id: string; agencyId: string; role: Role; createdAt: Date };
export type ValidMemberships = {
  agencies: Agency[];
  memberships: ValidMembership[];
  /** Also of memberships that ended: whoever of them may once have set the password. */
  agencyIdsEver: string[];
};

/** What an account may do today, in every agency, oldest first. */
@Injectable()
export class Memberships {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A unit of work of the account itself and of no agency: the policy then shows exactly its own memberships. */
  validOf(accountId: string): Promise<ValidMemberships> {
    const now = this.clock.now();
    return this.units.run({ agencyId: null, accountId }, async () => {
      const ever = await this.em.find(Membership, { accountId }, { orderBy: { createdAt: "asc", id: "asc" } });
      const all = ever.filter((one) => one.endedAt === null);
      const agencies = await this.em.find(Agency, { id: { $in: [...new Set(all.map((one) => one.agencyId))] } });
      const todayIn = new Map(agencies.map((agency) => [agency.id, localDate(now, agency.timeZone)]));
      const memberships = all.filter((one) => isValidOn(one, todayIn.get(one.agencyId) ?? ""));
      const held = new Set(memberships.map((one) => one.agencyId));
      return { agencies: agencies.filter((agency) => held.has(agency.id)), memberships, agencyIdsEver: [...new Set(ever.map((one) => one.agencyId))] };
    });
  }
}

export function rolesIn(agencyId: string, memberships: readonly ValidMembership[]): Role[] {
  return [...new Set(memberships.filter((one) => one.agencyId === agencyId).map((one) => one.role))];
}

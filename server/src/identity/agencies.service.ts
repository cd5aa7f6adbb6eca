import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { AgencyView } from "@kompeten/shared/contracts/session";
import { Audit, Clock, currentAgencyId, newId, UnitOfWork } from "../platform/index.ts";
import { Agency } from "./account.entity.ts";
import { agencyViewOf } from "./own-session.service.ts";

export type NewAgency = { code: string; name: string; shortName: string; timeZone: string };

/** The tenants. */
@Injectable()
export class Agencies {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The agency of the running unit of work; its time zone decides what "today" is. */
  async current(): Promise<AgencyView> {
    return agencyViewOf(await this.em.findOneOrFail(Agency, { id: currentAgencyId() }));
  }

  /** The agency with this code, made if there is none. In a unit of work of its own: only a starter may do this. */
  async ensure(input: NewAgency): Promise<string> {
    const existing = await this.units.run({ agencyId: null, accountId: null }, () => this.em.findOne(Agency, { code: input.code }));
    if (existing) return existing.id;
    const id = newId();
    await this.units.run({ agencyId: id, accountId: null }, async () => {
      this.em.create(Agency, { id, ...input, createdAt: this.clock.now() }, { persist: true });
      await this.em.flush();
      await this.audit.record({ action: "identity.agency.created", subjectKind: "agency", subjectId: id, details: { code: input.code } });
    });
    return id;
  }
}

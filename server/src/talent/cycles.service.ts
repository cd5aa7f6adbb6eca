import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { CycleList, CycleSummary, NewCycleBody } from "@kompeten/shared/contracts/talent";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Configurations } from "../catalogue/index.ts";
import { Audit, Clock, currentAccountId, currentAgencyId, newId } from "../platform/index.ts";
import { Standings } from "./standings.service.ts";
import { TalentCycle } from "./talent.entity.ts";

export type NewCycleRefusal = "unknown-configuration";

/** Talent cycles: a date, a configuration and the snapshot computed with them. */
@Injectable()
export class TalentCycles {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly configurations: Configurations,
    private readonly standings: Standings,
  ) {}

  /** A new cycle with its first snapshot of all employees of the agency. */
  async create(body: NewCycleBody): Promise<Result<{ id: string }, NewCycleRefusal>> {
    const configuration = (await this.configurations.summaries([body.configurationId])).get(body.configurationId);
    if (configuration?.kind !== "nine-box") return refuse("unknown-configuration");
    const id = newId();
    const cycle = { id, agencyId: currentAgencyId(), title: body.title, asOf: body.asOf, configurationId: body.configurationId, createdBy: currentAccountId(), createdAt: this.clock.now() };
    await this.em.insert(TalentCycle, cycle);
    await this.audit.record({ action: "talent.cycle.created", subjectKind: "talent-cycle", subjectId: id, details: { title: body.title, asOf: body.asOf, configurationId: body.configurationId } });
    await this.standings.compute(cycle);
    return ok({ id });
  }

  /** Computes the snapshot anew from today's data, as a further revision; undefined for an unknown cycle. */
  async recompute(cycleId: string): Promise<{ revision: number } | undefined> {
    const cycle = await this.find(cycleId);
    return cycle && { revision: await this.standings.compute(cycle) };
  }

  async find(cycleId: string): Promise<TalentCycle | undefined> {
    return (await this.em.findOne(TalentCycle, { id: cycleId })) ?? undefined;
  }

  async list(): Promise<CycleList> {
    const cycles = await this.em.find(TalentCycle, {}, { orderBy: { asOf: "desc", createdAt: "desc" }, limit: 200 });
    const configurations = await this.configurations.list("nine-box");
    return {
      cycles: await this.summaries(cycles),
      configurations: configurations.map(({ id, code, version, title, legalBasis, effectiveFrom }) => ({ id, code, version, title, legalBasis, effectiveFrom })),
    };
  }

  async summary(cycle: TalentCycle): Promise<CycleSummary> {
    const [summary] = await this.summaries([cycle]);
    return summary as CycleSummary;
  }

  private async summaries(cycles: readonly TalentCycle[]): Promise<CycleSummary[]> {
    if (cycles.length === 0) return [];
    const titles = await this.configurations.summaries(cycles.map((cycle) => cycle.configurationId));
    const ids = cycles.map((cycle) => cycle.id);
    const { rows } = await sql<{ cycle_id: string; revision: number; people: number; incomplete: number; computed_at: Date }>`
      select cycle_id, revision, count(*)::int as people, (count(*) filter (where box is null))::int as incomplete, max(computed_at) as computed_at
      from standing s where cycle_id = any(${ids}::uuid[]) and revision = (select max(revision) from standing newest where newest.cycle_id = s.cycle_id)
      group by cycle_id, revision`.execute(this.em.getKysely());
    const confirmed = await sql<{ cycle_id: string; people: number }>`
      select cycle_id, count(distinct employee_id)::int as people from placement where cycle_id = any(${ids}::uuid[]) group by cycle_id`.execute(this.em.getKysely());
    return cycles.map((cycle) => {
      const snapshot = rows.find((row) => row.cycle_id === cycle.id);
      return {
        id: cycle.id,
        title: cycle.title,
        asOf: cycle.asOf,
        configurationTitle: titles.get(cycle.configurationId)?.title ?? "",
        createdAt: cycle.createdAt.toISOString(),
        computedAt: new Date(snapshot?.computed_at ?? cycle.createdAt).toISOString(),
        revision: snapshot?.revision ?? 0,
        people: snapshot?.people ?? 0,
        incomplete: snapshot?.incomplete ?? 0,
        confirmed: confirmed.rows.find((row) => row.cycle_id === cycle.id)?.people ?? 0,
      };
    });
  }
}

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Configurations, type NineBoxConfiguration } from "../catalogue/index.ts";
import { Employees } from "../personnel/index.ts";
import { Results, type ResultView } from "../profiles/index.ts";
import { Audit, Clock, currentAgencyId, newId } from "../platform/index.ts";
import { predicateComponent, standingOf } from "./placement.rules.ts";
import { StandingRecord, type RecordedInput, type StandingInputs, type TalentCycle } from "./talent.entity.ts";

type Performance = { predicate: string; year: number; source: string };
type ComponentRecord = { code: string; score: number; asOf: string; source: string };

/** The component that comes from a person's competency result. */
export const competencyResultComponent = "competency-result";
const batchSize = 500;

/** Computes and reads the snapshots of cycles. Every view of a cycle reads its newest revision, so that none contradicts another. */
@Injectable()
export class Standings {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly configurations: Configurations,
    private readonly employees: Employees,
    private readonly results: Results,
  ) {}

  /** Everybody of the agency, as one new revision; gives its number. The inputs are stored with their source and date (S5). */
  async compute(cycle: Pick<TalentCycle, "id" | "asOf" | "configurationId">): Promise<number> {
    const configuration = await this.configurations.nineBox(cycle.configurationId);
    const ids = (await this.employees.all()).map((employee) => employee.id);
    const performance = await this.employees.performance(ids, lastFullYear(cycle.asOf));
    const components = await this.employees.components(ids, cycle.asOf);
    const results = await this.results.currentOf(ids, noonOf(cycle.asOf));
    // One computation at a time for a cycle: revisions follow one another without a gap.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`standing ${cycle.id}`}, 0))`.execute(this.em.getKysely());
    const revision = (await this.newestRevision(cycle.id)) + 1;
    const computedAt = this.clock.now();
    const rows = ids.map((employeeId) => {
      const inputs = inputsOf(configuration, performance.get(employeeId), components.get(employeeId) ?? [], results.get(employeeId));
      const scores = new Map(inputs.components.map((component) => [component.code, component.score]));
      const standing = standingOf({ predicate: inputs.components.find((component) => component.code === predicateComponent)?.value ?? undefined, components: scores }, configuration);
      return {
        id: newId(),
        agencyId: currentAgencyId(),
        cycleId: cycle.id,
        employeeId,
        revision,
        performanceScore: standing.performanceScore ?? null,
        potentialScore: standing.potentialScore ?? null,
        talentScore: standing.talentScore ?? null,
        box: standing.box ?? null,
        missing: standing.missing,
        inputs,
        computedAt,
      };
    });
    for (let from = 0; from < rows.length; from += batchSize) await this.em.insertMany(StandingRecord, rows.slice(from, from + batchSize));
    await this.audit.record({ action: "talent.standings.computed", subjectKind: "talent-cycle", subjectId: cycle.id, details: { revision, people: rows.length } });
    return revision;
  }

  /** The newest snapshot of a cycle. */
  async newest(cycleId: string): Promise<StandingRecord[]> {
    return this.em.find(StandingRecord, { cycleId, revision: await this.newestRevision(cycleId) });
  }

  async newestOf(cycleId: string, employeeId: string): Promise<StandingRecord | undefined> {
    return (await this.em.findOne(StandingRecord, { cycleId, employeeId, revision: await this.newestRevision(cycleId) })) ?? undefined;
  }

  private async newestRevision(cycleId: string): Promise<number> {
    const { rows } = await sql<{ revision: number }>`select coalesce(max(revision), 0)::int as revision from standing where cycle_id = ${cycleId}`.execute(this.em.getKysely());
    return rows[0]?.revision ?? 0;
  }
}

/** A moment of a calendar day in any zone the product knows. */
function noonOf(day: string): Date {
  return new Date(`${day}T05:00:00Z`);
}

/** The year whose performance is known at a date: the one before it. */
export function lastFullYear(asOf: string): number {
  return Number(asOf.slice(0, 4)) - 1;
}

/** Gathers what the configuration asks for; what is not there stays out, for missing is not zero. */
function inputsOf(configuration: NineBoxConfiguration, performance: Performance | undefined, components: readonly ComponentRecord[], result: ResultView | undefined): StandingInputs {
  const asked = new Set([...configuration.performanceComponents, ...configuration.potentialComponents].map((component) => component.code));
  const recorded: RecordedInput[] = components
    .filter((component) => asked.has(component.code) && component.code !== predicateComponent && component.code !== competencyResultComponent)
    .map(({ code, score, asOf, source }) => ({ code, score, value: null, source, asOf }));
  const predicate = performance && configuration.predicates.find(({ code, name }) => sameWord(code, performance.predicate) || sameWord(name, performance.predicate));
  if (performance && predicate) recorded.push({ code: predicateComponent, score: predicate.score, value: predicate.code, source: performance.source, asOf: String(performance.year) });
  if (result && asked.has(competencyResultComponent)) {
    const score = Math.min(100, Math.max(0, result.jpmPercent));
    recorded.push({ code: competencyResultComponent, score, value: result.categoryCode, source: "jpm", asOf: result.validFrom });
  }
  return { components: recorded, resultId: result?.id ?? null };
}

function sameWord(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

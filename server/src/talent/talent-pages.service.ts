import { Injectable } from "@nestjs/common";
import type { ComponentView, MethodView, NineBoxView, PlacementView, PoolView, StandingDetail, StandingView } from "@kompeten/shared/contracts/talent";
import { Configurations, type NineBoxConfiguration } from "../catalogue/index.ts";
import { Accounts } from "../identity/index.ts";
import { Employees, type EmployeeView } from "../personnel/index.ts";
import { Audit } from "../platform/index.ts";
import { TalentCycles } from "./cycles.service.ts";
import { ranked } from "./decision.rules.ts";
import { Placements } from "./placements.service.ts";
import { Standings } from "./standings.service.ts";
import type { Placement, StandingRecord, TalentCycle } from "./talent.entity.ts";

type Names = ReadonlyMap<string, { name: string }>;

/** What officials and auditors read of a cycle. All of it comes from one snapshot; reading it is audited. */
@Injectable()
export class TalentPages {
  constructor(
    private readonly audit: Audit,
    private readonly accounts: Accounts,
    private readonly configurations: Configurations,
    private readonly employees: Employees,
    private readonly cycles: TalentCycles,
    private readonly standings: Standings,
    private readonly placements: Placements,
  ) {}

  async nineBox(cycleId: string): Promise<NineBoxView | undefined> {
    const cycle = await this.cycles.find(cycleId);
    if (!cycle) return undefined;
    const configuration = await this.configurations.nineBox(cycle.configurationId);
    const people = await this.people(cycle, configuration);
    await this.audit.record({ action: "talent.nine-box.read", subjectKind: "talent-cycle", subjectId: cycleId });
    return { cycle: await this.cycles.summary(cycle), method: methodOf(cycle.configurationId, configuration), people };
  }

  /** The succession group: confirmed placements in the configured boxes, ranked by talent score. */
  async pool(cycleId: string): Promise<PoolView | undefined> {
    const cycle = await this.cycles.find(cycleId);
    if (!cycle) return undefined;
    const configuration = await this.configurations.nineBox(cycle.configurationId);
    const people = await this.people(cycle, configuration);
    const members = people.flatMap((person) => (person.placement && configuration.poolBoxes.includes(person.placement.box) ? [memberOf(person, person.placement)] : []));
    await this.audit.record({ action: "talent.pool.read", subjectKind: "talent-cycle", subjectId: cycleId, details: { count: members.length } });
    return { cycle: await this.cycles.summary(cycle), poolBoxes: configuration.poolBoxes, configurationTitle: configuration.title, legalBasis: configuration.legalBasis, rows: ranked(members) };
  }

  /** One person: every component with its weight, source and date, and every decision so far. */
  async standing(cycleId: string, employeeId: string): Promise<StandingDetail | undefined> {
    const cycle = await this.cycles.find(cycleId);
    const record = cycle && (await this.standings.newestOf(cycleId, employeeId));
    const employee = (await this.employees.byIds([employeeId])).get(employeeId);
    if (!cycle || !record || !employee) return undefined;
    const configuration = await this.configurations.nineBox(cycle.configurationId);
    const decisions = await this.placements.of(cycleId, employeeId);
    const names = await this.accounts.namesOf([...new Set(decisions.map((decision) => decision.confirmedBy))]);
    await this.audit.record({ action: "talent.standing.read", subjectKind: "employee", subjectId: employeeId, details: { cycleId, revision: record.revision } });
    return {
      standing: standingView(record, employee, decisions.at(-1), names, componentNames(configuration)),
      components: [
        ...configuration.performanceComponents.map((component) => componentView(record, component, "performance", configuration)),
        ...configuration.potentialComponents.map((component) => componentView(record, component, "potential", configuration)),
      ],
      resultId: record.inputs.resultId,
      placements: decisions.map((decision) => placementView(decision, names)).reverse(),
    };
  }

  private async people(cycle: TalentCycle, configuration: NineBoxConfiguration): Promise<StandingView[]> {
    const records = await this.standings.newest(cycle.id);
    const employees = await this.employees.byIds(records.map((record) => record.employeeId));
    const decisions = await this.placements.newest(cycle.id);
    const names = await this.accounts.namesOf([...new Set([...decisions.values()].map((decision) => decision.confirmedBy))]);
    const components = componentNames(configuration);
    return records
      .flatMap((record) => {
        const employee = employees.get(record.employeeId);
        return employee ? [standingView(record, employee, decisions.get(record.employeeId), names, components)] : [];
      })
      .sort((one, other) => (other.talentScore ?? -1) - (one.talentScore ?? -1) || one.name.localeCompare(other.name, "id"));
  }
}

function memberOf(person: StandingView, placement: PlacementView): Omit<PoolView["rows"][number], "rank"> {
  const { employeeId, nip, name, titleBefore, titleAfter, positionTitle, unitName, performanceScore, potentialScore, talentScore } = person;
  const { box, reason, confirmedBy, confirmedAt } = placement;
  return { employeeId, nip, name, titleBefore, titleAfter, positionTitle, unitName, performanceScore, potentialScore, talentScore, box, proposedBox: person.box, reason, confirmedBy, confirmedAt };
}

function componentNames(configuration: NineBoxConfiguration): Map<string, string> {
  return new Map([...configuration.performanceComponents, ...configuration.potentialComponents].map((component) => [component.code, component.name]));
}

function methodOf(id: string, configuration: NineBoxConfiguration): MethodView {
  const { code, version, title, legalBasis, effectiveFrom } = configuration;
  const { performanceMethod, cutOffs, performanceComponents, potentialComponents, talentScoreWeights, predicates, boxes, poolBoxes } = configuration;
  return { configuration: { id, code, version, title, legalBasis, effectiveFrom }, performanceMethod, cutOffs, performanceComponents, potentialComponents, talentScoreWeights, predicates, boxes, poolBoxes };
}

function standingView(record: StandingRecord, employee: EmployeeView, decision: Placement | undefined, names: Names, components: ReadonlyMap<string, string>): StandingView {
  const { nip, name, titleBefore, titleAfter, positionTitle, unitName } = employee;
  return {
    standingId: record.id,
    employeeId: employee.id,
    nip,
    name,
    titleBefore,
    titleAfter,
    positionTitle,
    unitName,
    performanceScore: record.performanceScore ?? null,
    potentialScore: record.potentialScore ?? null,
    talentScore: record.talentScore ?? null,
    box: record.box ?? null,
    missing: record.missing.map((code) => components.get(code) ?? code),
    placement: decision ? placementView(decision, names) : null,
  };
}

function placementView(decision: Placement, names: Names): PlacementView {
  const { box, revision, reason, confirmedBy, confirmedAt } = decision;
  return { box, revision, reason, confirmedBy: names.get(confirmedBy)?.name ?? "", confirmedAt: confirmedAt.toISOString() };
}

function componentView(record: StandingRecord, component: { code: string; name: string; weightPercent: number }, axis: ComponentView["axis"], configuration: NineBoxConfiguration): ComponentView {
  const input = record.inputs.components.find((candidate) => candidate.code === component.code);
  const predicate = configuration.predicates.find((candidate) => candidate.code === input?.value);
  return {
    code: component.code,
    name: component.name,
    axis,
    weightPercent: component.weightPercent,
    score: input?.score ?? null,
    value: predicate?.name ?? input?.value ?? null,
    source: input?.source ?? null,
    asOf: input?.asOf ?? null,
  };
}

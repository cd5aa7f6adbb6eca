import { Injectable } from "@nestjs/common";
import { assert } from "@kompeten/shared/kernel";
import { Instruments, type InstrumentVersionView } from "../authoring/index.ts";
import { Configurations, type CompetencyDictionary, type PositionStandard } from "../catalogue/index.ts";
import { Accounts } from "../identity/index.ts";
import { Accommodations, Employees, type EmployeeView } from "../personnel/index.ts";
import { Clock } from "../platform/index.ts";
import { Assessments, type AssessmentView, type EnrolmentView, type SittingView } from "./assessments.service.ts";
import { isOfForms, type Plan, type SittingElsewhere } from "./plan.rules.ts";

/** Everything one assessment consists of, with names: what the rules judge and the page shows. */
export type WholePlan = {
  view: AssessmentView;
  standard: PositionStandard;
  dictionary: CompetencyDictionary;
  instruments: InstrumentVersionView[];
  sittings: SittingView[];
  enrolments: EnrolmentView[];
  employees: Map<string, EmployeeView>;
  /** Of lead and assessors. */
  names: Map<string, { name: string; login: string }>;
  plan: Plan;
};

@Injectable()
export class PlanReader {
  constructor(
    private readonly assessments: Assessments,
    private readonly configurations: Configurations,
    private readonly instruments: Instruments,
    private readonly employees: Employees,
    private readonly accounts: Accounts,
    private readonly accommodations: Accommodations,
    private readonly clock: Clock,
  ) {}

  async whole(id: string): Promise<WholePlan | undefined> {
    const view = await this.assessments.view(id);
    if (!view) return undefined;
    const standard = await this.configurations.standard(view.standardsId, view.standardCode);
    assert(standard, `standard ${view.standardCode} was checked when it was chosen`);
    const dictionary = await this.configurations.dictionary(view.dictionaryId);
    const versions = await this.instruments.versions(view.instruments.map(({ versionId }) => versionId));
    const instruments = view.instruments.flatMap(({ versionId }) => versions.get(versionId) ?? []);
    const sittings = await this.assessments.sittings(id);
    const enrolments = await this.assessments.enrolments(id);
    const employees = await this.employees.byIds(enrolments.map((enrolment) => enrolment.employeeId));
    const accommodated = await this.accommodations.inForce(enrolments.map((enrolment) => enrolment.employeeId), this.clock.now());
    const assessorIds = [...new Set(enrolments.flatMap((enrolment) => enrolment.assessorAccountIds))];
    const names = await this.accounts.namesOf([...assessorIds, ...(view.leadAccountId === null ? [] : [view.leadAccountId])]);
    const { leads, assessors } = await this.staff();
    const plan: Plan = {
      required: standard.required,
      competencyNames: Object.fromEntries(dictionary.competencies.map(({ code, name }) => [code, name])),
      lead: view.leadAccountId === null ? undefined : { accountId: view.leadAccountId, name: names.get(view.leadAccountId)?.name ?? "", valid: leads.some((lead) => lead.accountId === view.leadAccountId) },
      instruments: instruments.map(({ id: versionId, title, state, durationSeconds, competencies }) => ({ versionId, title, state, durationSeconds, competencies })),
      matrix: view.matrix,
      sittings,
      candidates: enrolments.map((enrolment) => {
        const employee = employees.get(enrolment.employeeId);
        const { id: enrolmentId, employeeId, sittingIds, assessorAccountIds } = enrolment;
        return { enrolmentId, employeeId, sittingIds, assessorAccountIds, name: employee?.name ?? "", accountId: enrolment.accountId ?? employee?.accountId ?? null, extraPercent: accommodated.get(employeeId)?.extraPercent ?? 0 };
      }),
      elsewhere: view.state === "closed" ? [] : await this.elsewhere(view, enrolments),
      assessors: Object.fromEntries(assessorIds.map((one) => [one, { name: names.get(one)?.name ?? "", valid: assessors.some((assessor) => assessor.accountId === one) }])),
    };
    return { view, standard, dictionary, instruments, sittings, enrolments, employees, names, plan };
  }

  /** Who may lead and who may assess in this agency today; a lead may assess, too. Assessors lent by another agency are among them. */
  async staff(): Promise<{ leads: { accountId: string; name: string }[]; assessors: { accountId: string; name: string }[] }> {
    const leads = (await this.accounts.holdersOf("lead-assessor")).map(({ accountId, name }) => ({ accountId, name }));
    const only = (await this.accounts.holdersOf("assessor")).map(({ accountId, name }) => ({ accountId, name }));
    const assessors = [...only, ...leads.filter((lead) => !only.some((assessor) => assessor.accountId === lead.accountId))];
    return { leads, assessors: assessors.sort((a, b) => a.name.localeCompare(b.name, "id")) };
  }

  /** Where the same people sit in assessments that are open; drafts bind nobody. */
  private async elsewhere(view: AssessmentView, enrolments: readonly EnrolmentView[]): Promise<SittingElsewhere[]> {
    const all = await this.assessments.enrolmentsOfEmployees(enrolments.map((enrolment) => enrolment.employeeId));
    const others = all.filter((enrolment) => enrolment.assessmentId !== view.id);
    const open = new Map((await this.assessments.views([...new Set(others.map((one) => one.assessmentId))])).filter((one) => one.state === "open").map((one) => [one.id, one]));
    const bound = others.filter((enrolment) => open.has(enrolment.assessmentId));
    const sittings = new Map((await this.assessments.sittingsByIds(bound.flatMap((enrolment) => enrolment.sittingIds))).map((sitting) => [sitting.id, sitting]));
    const versions = await this.instruments.versions([...sittings.values()].flatMap(({ instrumentVersionIds }) => instrumentVersionIds));
    const timed = [...versions].map(([versionId, { durationSeconds }]) => ({ versionId, durationSeconds }));
    return bound.flatMap((enrolment) =>
      enrolment.sittingIds.flatMap((sittingId) => {
        const sitting = sittings.get(sittingId);
        const number = open.get(enrolment.assessmentId)?.number;
        return sitting && number !== undefined ? [{ employeeId: enrolment.employeeId, isOfForms: isOfForms(sitting, timed), assessmentNumber: number, sittingTitle: sitting.title, windowStart: sitting.windowStart, windowEnd: sitting.windowEnd }] : [];
      }),
    );
  }
}

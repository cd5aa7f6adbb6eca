import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { planProblemsMax, type AssessmentDetail, type AssessmentList, type AssessmentSummary, type PlanningChoices } from "@kompeten/shared/contracts/planning";
import { sql } from "kysely";
import { Instruments, type InstrumentVersionView } from "../authoring/index.ts";
import { Configurations, type ConfigurationSummary } from "../catalogue/index.ts";
import { Accounts } from "../identity/index.ts";
import { Clock } from "../platform/index.ts";
import { Assessment } from "./assessment.entity.ts";
import { Enrolment } from "./enrolment.entity.ts";
import { PlanReader, type WholePlan } from "./plan-reader.service.ts";
import { planProblems } from "./plan.rules.ts";

type Counts = { id: string; instruments: number; candidates: number; sittings: number; firstStart: Date | null; lastEnd: Date | null; timeZone: AssessmentSummary["timeZone"] };

/** What the planning pages show. */
@Injectable()
export class AssessmentPages {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly reader: PlanReader,
    private readonly configurations: Configurations,
    private readonly instruments: Instruments,
    private readonly accounts: Accounts,
  ) {}

  async list(): Promise<AssessmentList> {
    const all = await this.em.find(Assessment, {}, { disableIdentityMap: true, orderBy: { number: "desc" } });
    const counts = await this.counts();
    const leads = await this.accounts.namesOf(all.flatMap((one) => one.leadAccountId ?? []));
    const titles = new Map<string, string>();
    for (const standardsId of new Set(all.map((one) => one.standardsId))) {
      for (const standard of (await this.configurations.standards(standardsId)).standards) titles.set(`${standardsId} ${standard.code}`, standard.title);
    }
    const assessments = all.map((one): AssessmentSummary => {
      const { id, number, title, purpose, state } = one;
      const count = counts.get(id);
      return {
        id, number, title, purpose, state,
        standardTitle: titles.get(`${one.standardsId} ${one.standardCode}`) ?? one.standardCode,
        leadName: leads.get(one.leadAccountId ?? "")?.name ?? null,
        instruments: count?.instruments ?? 0,
        candidates: count?.candidates ?? 0,
        sittings: count?.sittings ?? 0,
        firstStart: count?.firstStart?.toISOString() ?? null,
        lastEnd: count?.lastEnd?.toISOString() ?? null,
        timeZone: count?.timeZone ?? null,
        createdAt: one.createdAt.toISOString(),
        openedAt: one.openedAt?.toISOString() ?? null,
      };
    });
    return { assessments };
  }

  /** Who needs more time than others is told to those who look after it, and to nobody else who may read the plan. */
  async detail(id: string, mayKnow: { accommodations: boolean }): Promise<AssessmentDetail | undefined> {
    const whole = await this.reader.whole(id);
    const assessment = await this.em.findOne(Assessment, { id }, { disableIdentityMap: true });
    if (!whole || !assessment) return undefined;
    const { view, standard, dictionary } = whole;
    const used = await this.configurations.summaries([view.standardsId, view.dictionaryId, view.jpmCategoriesId, view.noticeId]);
    const configuration = (configurationId: string) => asUsed(used.get(configurationId));
    return {
      id, number: view.number, title: view.title, purpose: view.purpose, offlineWindowMinutes: view.offlineWindowMinutes, state: view.state,
      version: assessment.version,
      createdAt: assessment.createdAt.toISOString(),
      openedAt: assessment.openedAt?.toISOString() ?? null,
      standard: { code: standard.code, title: standard.title, positionType: standard.positionType, configuration: configuration(view.standardsId) },
      competencies: dictionary.competencies.flatMap(({ code, name }) => (standard.required[code] === undefined ? [] : [{ code, name, required: standard.required[code] }])),
      dictionary: configuration(view.dictionaryId),
      jpm: { configuration: configuration(view.jpmCategoriesId), categories: (await this.configurations.jpmCategories(view.jpmCategoriesId)).categories },
      notice: configuration(view.noticeId),
      lead: view.leadAccountId === null ? null : { accountId: view.leadAccountId, name: whole.names.get(view.leadAccountId)?.name ?? "" },
      instruments: whole.instruments.map(instrumentOf),
      matrix: view.matrix,
      sittings: whole.sittings.map(({ id: sittingId, title, place, windowStart, windowEnd, timeZone, proctorStarts, entryClosesMinutes, safeExamBrowser, instrumentVersionIds }) => ({ id: sittingId, title, place, proctorStarts, entryClosesMinutes, safeExamBrowser, windowStart: windowStart.toISOString(), windowEnd: windowEnd.toISOString(), timeZone, instrumentVersionIds })),
      enrolments: await this.candidates(whole),
      problems: this.problems(whole, mayKnow),
    };
  }

  async choices(): Promise<PlanningChoices> {
    const now = this.clock.now();
    const current = await this.configurations.current("position-standards", now);
    const dictionary = await this.configurations.current("competency-dictionary", now);
    const categories = [];
    for (const purpose of ["position-filling", "mapping"] as const) {
      const found = await this.configurations.current("jpm-categories", now, { purpose });
      if (found) categories.push({ purpose, configuration: asUsed(found), categories: (await this.configurations.jpmCategories(found.id)).categories });
    }
    const positions = current ? (await this.configurations.standards(current.id)).standards : [];
    return {
      standards: current ? [{ configuration: asUsed(current), positions: positions.map(({ code, title, positionType, note, required }) => ({ code, title, positionType, note: note ?? null, required })) }] : [],
      categories,
      competencies: dictionary ? (await this.configurations.dictionary(dictionary.id)).competencies.map(({ code, name, group }) => ({ code, name, group })) : [],
      instruments: (await this.instruments.published()).map(instrumentOf),
      ...(await this.reader.staff()),
    };
  }

  private async candidates(whole: WholePlan): Promise<AssessmentDetail["enrolments"]> {
    const issued = new Map((await this.em.find(Enrolment, { assessmentId: whole.view.id }, { disableIdentityMap: true })).map((one) => [one.id, one.cardIssuedAt]));
    const rows = whole.enrolments.flatMap((enrolment) => {
      const employee = whole.employees.get(enrolment.employeeId);
      if (!employee) return [];
      const { nip, name, titleBefore, titleAfter, positionTitle, unitName } = employee;
      const assessors = enrolment.assessorAccountIds.map((accountId) => ({ accountId, name: whole.names.get(accountId)?.name ?? "" }));
      const { id, employeeId, sittingIds } = enrolment;
      return [{ id, employeeId, nip, name, titleBefore, titleAfter, positionTitle, unitName, sittingIds, assessors, cardIssuedAt: issued.get(id)?.toISOString() ?? null }];
    });
    return rows.sort((a, b) => a.name.localeCompare(b.name, "id"));
  }

  /** Of an open assessment only what still can be mended: candidates without a seat or without assessors. */
  private problems({ view, plan }: WholePlan, mayKnow: { accommodations: boolean }): AssessmentDetail["problems"] {
    const all = view.state === "closed" ? [] : planProblems(plan, this.clock.now()).filter(({ code }) => code !== "accommodation-cut-short" || mayKnow.accommodations);
    const found = view.state === "open" ? all.filter((problem) => ["candidate-not-seated", "too-few-assessors", "assessor-not-valid", "accommodation-cut-short"].includes(problem.code)) : all;
    const errors = found.filter((problem) => problem.severity === "error");
    return { errors: errors.length, warnings: found.length - errors.length, list: found.slice(0, planProblemsMax) };
  }

  private async counts(): Promise<Map<string, Counts>> {
    const { rows } = await sql<Counts>`
      select a.id,
        (select count(*)::int from assessment_instrument i where i.assessment_id = a.id) as instruments,
        (select count(*)::int from enrolment e where e.assessment_id = a.id and e.withdrawn_at is null) as candidates,
        count(s.id)::int as sittings, min(s.window_start) as "firstStart", max(s.window_end) as "lastEnd",
        (array_agg(s.time_zone order by s.window_start) filter (where s.id is not null))[1] as "timeZone"
      from assessment a left join sitting s on s.assessment_id = a.id group by a.id`.execute(this.em.getKysely());
    return new Map(rows.map((row) => [row.id, { ...row, firstStart: row.firstStart && new Date(row.firstStart), lastEnd: row.lastEnd && new Date(row.lastEnd) }]));
  }
}

function asUsed(summary: ConfigurationSummary | undefined): AssessmentDetail["notice"] {
  if (!summary) throw new Error("a configuration in use does not exist");
  const { id, title, version, legalBasis, effectiveFrom } = summary;
  return { id, title, version, legalBasis, effectiveFrom };
}

function instrumentOf({ id, code, kind, title, version, durationSeconds, summary, competencies }: InstrumentVersionView): AssessmentDetail["instruments"][number] {
  return { versionId: id, code, kind, title, version, durationSeconds, summary, competencies };
}

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { ProfileView, ResultFilter, ResultList, ResultRow } from "@kompeten/shared/contracts/profiles";
import { assert } from "@kompeten/shared/kernel";
import { Instruments } from "../authoring/index.ts";
import { Configurations, type CompetencyDictionary, type JpmCategories, type PositionStandard } from "../catalogue/index.ts";
import { Employees, type EmployeeView } from "../personnel/index.ts";
import { Assessments, type AssessmentView } from "../planning/index.ts";
import { Audit, Clock } from "../platform/index.ts";
import { Integrations, type IntegrationInputs } from "../scoring/index.ts";
import { resultsMax } from "./profiles.settings.ts";
import { ResultRecord } from "./result.entity.ts";
import { Results } from "./results.service.ts";

type RowSources = {
  employees: Map<string, EmployeeView>;
  assessments: Map<string, AssessmentView>;
  categories: Map<string, JpmCategories>;
  standards: Map<string, PositionStandard>;
  currentIds: Set<string>;
};

/** What officials, leads and auditors read of results. Reading personal results is audited. */
@Injectable()
export class ProfilePages {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly results: Results,
    private readonly employees: Employees,
    private readonly assessments: Assessments,
    private readonly configurations: Configurations,
    private readonly integrations: Integrations,
    private readonly instruments: Instruments,
  ) {}

  async list(filter: ResultFilter): Promise<ResultList> {
    const all = await this.rows(await this.em.find(ResultRecord, {}, { orderBy: { validFrom: "desc", createdAt: "desc" }, limit: resultsMax }));
    const matches = (row: ResultRow) =>
      (filter.assessmentId === undefined || row.assessmentId === filter.assessmentId) &&
      (filter.category === undefined || row.category.code === filter.category) &&
      (filter.unit === undefined || row.unitName === filter.unit);
    const results = all.filter(matches);
    await this.audit.record({ action: "profiles.results.listed", subjectKind: "result-list", subjectId: filter.assessmentId ?? "all", details: { ...filter, count: results.length } });
    return {
      results,
      assessments: unique(all.map((row) => ({ id: row.assessmentId, number: row.assessmentNumber, title: row.assessmentTitle })), (one) => one.id),
      categories: unique(all.map((row) => row.category), (one) => one.code),
      units: [...new Set(all.flatMap((row) => row.unitName ?? []))].sort((one, other) => one.localeCompare(other, "id")),
    };
  }

  /** One result with everything that explains it; undefined when the agency has none of this id. */
  async profile(resultId: string): Promise<ProfileView | undefined> {
    const record = await this.em.findOne(ResultRecord, { id: resultId });
    if (!record) return undefined;
    const history = await this.rows(await this.em.find(ResultRecord, { employeeId: record.employeeId }, { orderBy: { validFrom: "desc", createdAt: "desc" }, limit: 100 }));
    const result = history.find((row) => row.resultId === record.id) ?? (await this.rows([record]))[0];
    const employee = (await this.employees.byIds([record.employeeId])).get(record.employeeId);
    assert(result && employee, "a result has its employee");
    const stored = record.inputs as unknown as { evidence: IntegrationInputs; configurations: { dictionaryId: string } };
    const dictionary = await this.configurations.dictionary(stored.configurations.dictionaryId);
    const categories = await this.configurations.jpmCategories(record.jpmCategoriesId);
    const standards = await this.configurations.standards(record.standardsId);
    const agreed = new Map((await this.integrations.agreed(record.enrolmentId)).map((level) => [level.competency, level.reason]));
    await this.audit.record({ action: "profiles.result.read", subjectKind: "result", subjectId: record.id, details: { employeeId: record.employeeId } });
    return {
      result,
      revision: record.revision,
      createdAt: record.createdAt.toISOString(),
      employee: { grade: employee.grade, positionType: employee.positionType, education: employee.education, birthDate: employee.birthDate },
      levels: levelsOf(record, dictionary, agreed),
      calculation: {
        achievedSum: record.levels.reduce((sum, level) => sum + level.achieved, 0),
        requiredSum: record.levels.reduce((sum, level) => sum + level.required, 0),
        capPercent: categories.capPercent,
        categories: categories.categories,
      },
      versions: {
        standard: used(record.standardsId, standards),
        categories: used(record.jpmCategoriesId, categories),
        dictionary: used(stored.configurations.dictionaryId, dictionary),
      },
      inputs: await this.evidence(stored.evidence),
      history,
    };
  }

  private async evidence(evidence: IntegrationInputs): Promise<ProfileView["inputs"]> {
    const versions = await this.instruments.versions([...new Set([...evidence.sheets, ...evidence.scores].map((one) => one.instrumentVersionId))]);
    const named = (versionId: string) => ({ instrument: versions.get(versionId)?.title ?? "", version: versions.get(versionId)?.version ?? 0 });
    return {
      sheets: evidence.sheets.map(({ id, instrumentVersionId, submittedAt }) => ({ id, ...named(instrumentVersionId), submittedAt })),
      scores: evidence.scores.map(({ id, instrumentVersionId, points, maxPoints, standardError, keySha256 }) => ({ id, ...named(instrumentVersionId), points, maxPoints, standardError, keySha256 })),
    };
  }

  /** Rows of the newest revision of each enrolment's result, in the order given. */
  private async rows(records: readonly ResultRecord[]): Promise<ResultRow[]> {
    const newest = records.filter((record) => !records.some((other) => other.enrolmentId === record.enrolmentId && other.revision > record.revision));
    const employeeIds = [...new Set(newest.map((record) => record.employeeId))];
    const sources: RowSources = {
      employees: await this.employees.byIds(employeeIds),
      assessments: new Map((await this.assessments.views([...new Set(newest.map((record) => record.assessmentId))])).map((view) => [view.id, view])),
      categories: new Map(),
      standards: new Map(),
      currentIds: new Set([...(await this.results.currentOf(employeeIds, this.clock.now())).values()].map((current) => current.id)),
    };
    for (const record of newest) {
      if (!sources.categories.has(record.jpmCategoriesId)) sources.categories.set(record.jpmCategoriesId, await this.configurations.jpmCategories(record.jpmCategoriesId));
      const key = `${record.standardsId} ${record.standardCode}`;
      if (sources.standards.has(key)) continue;
      const standard = await this.configurations.standard(record.standardsId, record.standardCode);
      if (standard) sources.standards.set(key, standard);
    }
    return newest.map((record) => rowOf(record, sources));
  }
}

function rowOf(record: ResultRecord, sources: RowSources): ResultRow {
  const employee = sources.employees.get(record.employeeId);
  const assessment = sources.assessments.get(record.assessmentId);
  assert(employee && assessment, `result ${record.id} has its employee and assessment`);
  const category = sources.categories.get(record.jpmCategoriesId)?.categories.find((candidate) => candidate.code === record.categoryCode);
  const { nip, name, titleBefore, titleAfter, positionTitle, unitName } = employee;
  return {
    resultId: record.id,
    employeeId: record.employeeId,
    nip,
    name,
    titleBefore,
    titleAfter,
    positionTitle,
    unitName,
    assessmentId: assessment.id,
    assessmentNumber: assessment.number,
    assessmentTitle: assessment.title,
    purpose: record.purpose,
    standardTitle: sources.standards.get(`${record.standardsId} ${record.standardCode}`)?.title ?? record.standardCode,
    jpmPercent: record.jpmPercent,
    category: { code: record.categoryCode, name: category?.name ?? record.categoryCode },
    validFrom: record.validFrom,
    validUntil: record.validUntil,
    current: sources.currentIds.has(record.id),
  };
}

/** In the dictionary's order, with its words for the level that was reached. */
function levelsOf(record: ResultRecord, dictionary: CompetencyDictionary, reasons: ReadonlyMap<string, string>): ProfileView["levels"] {
  return dictionary.competencies.flatMap((competency) => {
    const level = record.levels.find((candidate) => candidate.competency === competency.code);
    if (!level) return [];
    const { required, achieved } = level;
    return [
      {
        competency: competency.code,
        name: competency.name,
        group: competency.group,
        definition: competency.definition,
        required,
        achieved,
        gap: achieved - required,
        descriptor: competency.levels.find((candidate) => candidate.level === achieved)?.descriptor ?? "",
        reason: reasons.get(competency.code) ?? "",
      },
    ];
  });
}

function used(id: string, content: { title: string; version: number; legalBasis: string; effectiveFrom: string }): ProfileView["versions"]["standard"] {
  return { id, title: content.title, version: content.version, legalBasis: content.legalBasis, effectiveFrom: content.effectiveFrom };
}

function unique<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

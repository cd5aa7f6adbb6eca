import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { assert, ok, refuse, type Json, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Configurations } from "../catalogue/index.ts";
import { Agencies } from "../identity/index.ts";
import { Assessments } from "../planning/index.ts";
import { Audit, Clock, currentAgencyId, newId } from "../platform/index.ts";
import { Integrations } from "../scoring/index.ts";
import { categoryOf, jobPersonMatch, localDay, validUntil, type JpmRefusal } from "./jpm.rules.ts";
import { validityYears } from "./profiles.settings.ts";
import { ResultRecord, type ResultLevel } from "./result.entity.ts";

/** A result as the contexts above see it. `jpmPercent` is unrounded; the dates are inclusive. */
export type ResultView = {
  id: string;
  enrolmentId: string;
  employeeId: string;
  assessmentId: string;
  revision: number;
  purpose: "position-filling" | "mapping";
  levels: ResultLevel[];
  jpmPercent: number;
  categoryCode: string;
  validFrom: string;
  validUntil: string;
};

export type RecordRefusal = "not-found" | "not-closed";

/** Results of closed integrations: computed once, immutable, with every version they rest on (S5). */
@Injectable()
export class Results {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly agencies: Agencies,
    private readonly configurations: Configurations,
    private readonly assessments: Assessments,
    private readonly integrations: Integrations,
  ) {}

  /**
   * Records the result of a closed integration as revision 1; a second time it gives the one that is there. A closed
   * integration never changes, so there is nothing a second computation could add.
   */
  async record(enrolmentId: string): Promise<Result<{ resultId: string; added: boolean }, RecordRefusal> | JpmRefusal> {
    const existing = await this.em.findOne(ResultRecord, { enrolmentId }, { orderBy: { revision: "desc" } });
    if (existing) return ok({ resultId: existing.id, added: false });
    const enrolment = await this.assessments.enrolment(enrolmentId);
    const assessment = enrolment && (await this.assessments.view(enrolment.assessmentId));
    if (!assessment) return refuse("not-found");
    const agreed = await this.integrations.agreed(enrolmentId);
    if (agreed.length === 0) return refuse("not-closed");
    const { standardsId, standardCode, jpmCategoriesId, dictionaryId, purpose } = assessment;
    const standard = await this.configurations.standard(standardsId, standardCode);
    assert(standard, `the standard ${standardCode} of an opened assessment exists`);
    const categories = await this.configurations.jpmCategories(jpmCategoriesId);

    const pairs = Object.entries(standard.required).map(([competency, required]) => ({ competency, required, achieved: agreed.find((level) => level.competency === competency)?.level }));
    const jpm = jobPersonMatch(pairs, categories.capPercent);
    if (!jpm.ok) return jpm;
    const category = categoryOf(jpm.value, categories.categories);
    assert(category, "the lowest category begins at 0");

    const evidence = await this.integrations.inputsOf(enrolmentId);
    const now = this.clock.now();
    const validFrom = localDay(evidence.closedAt ? new Date(evidence.closedAt) : now, (await this.agencies.current()).timeZone);
    const id = newId();
    const inputs: Json = {
      evidence,
      configurations: { standardsId, standardCode, jpmCategoriesId, dictionaryId },
      calculation: { capPercent: categories.capPercent, weights: null, validityYears },
    };
    await this.em.insert(ResultRecord, {
      id,
      agencyId: currentAgencyId(),
      enrolmentId,
      employeeId: enrolment.employeeId,
      assessmentId: assessment.id,
      revision: 1,
      purpose,
      standardsId,
      standardCode,
      jpmCategoriesId,
      levels: pairs.map(({ competency, required, achieved }) => ({ competency, required, achieved: achieved as number })),
      jpmPercent: jpm.value,
      categoryCode: category.code,
      validFrom,
      validUntil: validUntil(validFrom, validityYears),
      inputs,
      createdAt: now,
    });
    await this.audit.record({ action: "profiles.result.recorded", subjectKind: "result", subjectId: id, details: { enrolmentId, jpmPercent: jpm.value, category: category.code } });
    return ok({ resultId: id, added: true });
  }

  /** The newest result of each employee that is valid on the day of `asOf` in the agency's time zone; employees without one are absent. */
  async currentOf(employeeIds: readonly string[], asOf: Date): Promise<Map<string, ResultView>> {
    if (employeeIds.length === 0) return new Map();
    const day = localDay(asOf, (await this.agencies.current()).timeZone);
    const { rows } = await sql<{ id: string }>`
      select distinct on (r.employee_id) r.id from result r
      where r.employee_id = any(${employeeIds}::uuid[]) and r.valid_from <= ${day}::date and r.valid_until >= ${day}::date
        and not exists (select from result newer where newer.enrolment_id = r.enrolment_id and newer.revision > r.revision)
      order by r.employee_id, r.valid_from desc, r.created_at desc`.execute(this.em.getKysely());
    const records = await this.em.find(ResultRecord, { id: { $in: rows.map((row) => row.id) } });
    return new Map(records.map((record) => [record.employeeId, viewOf(record)]));
  }
}

function viewOf(record: ResultRecord): ResultView {
  const { id, enrolmentId, employeeId, assessmentId, revision, purpose, levels, jpmPercent, categoryCode, validFrom, validUntil: until } = record;
  return { id, enrolmentId, employeeId, assessmentId, revision, purpose, levels, jpmPercent, categoryCode, validFrom, validUntil: until };
}

import { Injectable } from "@nestjs/common";
import type { AssessmentSummary, CandidateSummary } from "@kompeten/shared/contracts/scoring";
import { assert } from "@kompeten/shared/kernel";
import { Instruments } from "../authoring/index.ts";
import { Configurations, type CompetencyDictionary } from "../catalogue/index.ts";
import { Attempts, type AttemptView } from "../delivery/index.ts";
import { Employees, type EmployeeView } from "../personnel/index.ts";
import { Assessments, type AssessmentView, type EnrolmentView } from "../planning/index.ts";
import { Clock } from "../platform/index.ts";
import { stageOf, type AttemptStage } from "./rating.rules.ts";

export type StagedAttempt = { attempt: AttemptView; stage: AttemptStage; windowEnd: Date };

/** Who is assessed, how far they are and what the plan measures: read from the contexts below for the lists and boards here. */
@Injectable()
export class Candidates {
  constructor(
    private readonly clock: Clock,
    private readonly assessments: Assessments,
    private readonly attempts: Attempts,
    private readonly employees: Employees,
    private readonly instruments: Instruments,
    private readonly configurations: Configurations,
  ) {}

  /** By enrolment. */
  async summaries(enrolments: readonly EnrolmentView[]): Promise<Map<string, CandidateSummary>> {
    const employees = await this.employees.byIds(enrolments.map((enrolment) => enrolment.employeeId));
    return new Map(enrolments.map((enrolment) => [enrolment.id, summaryOf(enrolment, employees.get(enrolment.employeeId))]));
  }

  /** Every attempt of each enrolment that is scored or rated, and whether it can still bring work. Forms are only read: nothing waits for one. */
  async stagedAttempts(enrolmentIds: readonly string[]): Promise<Map<string, StagedAttempt[]>> {
    const all = await this.attempts.byEnrolments([...enrolmentIds]);
    const forms = await this.formsAmong(all.map((attempt) => attempt.instrumentVersionId));
    const attempts = all.filter((attempt) => !forms.has(attempt.instrumentVersionId));
    const now = this.clock.now();
    const staged = new Map<string, StagedAttempt[]>(enrolmentIds.map((id) => [id, []]));
    for (const attempt of attempts) {
      const { windowEnd } = attempt;
      staged.get(attempt.enrolmentId)?.push({ attempt, stage: stageOf(attempt, windowEnd, now), windowEnd });
    }
    return staged;
  }

  async haveForms(assessment: AssessmentView): Promise<boolean> {
    return (await this.formsAmong(assessment.instruments.map(({ versionId }) => versionId))).size > 0;
  }

  /** Those of these versions that are forms. */
  async formsAmong(versionIds: readonly string[]): Promise<Set<string>> {
    return new Set([...(await this.instruments.versions(versionIds)).values()].filter(({ kind }) => kind === "form").map(({ id }) => id));
  }

  dictionary(assessment: AssessmentView): Promise<CompetencyDictionary> {
    return this.configurations.dictionary(assessment.dictionaryId);
  }

  /** Competencies of the plan and of the target position, in the dictionary's order, with the level the position requires. */
  async competencies(assessment: AssessmentView): Promise<{ competency: string; name: string; required: number | null }[]> {
    const dictionary = await this.dictionary(assessment);
    const standard = await this.standard(assessment);
    const planned = new Set([...assessment.matrix.map((cell) => cell.competency), ...Object.keys(standard?.required ?? {})]);
    return dictionary.competencies.filter(({ code }) => planned.has(code)).map(({ code, name }) => ({ competency: code, name, required: standard?.required[code] ?? null }));
  }

  standard(assessment: AssessmentView): Promise<{ title: string; required: Readonly<Record<string, number>> } | undefined> {
    return this.configurations.standard(assessment.standardsId, assessment.standardCode);
  }
}

export function assessmentSummary({ id, number, title, purpose }: AssessmentView): AssessmentSummary {
  return { id, number, title, purpose };
}

function summaryOf(enrolment: EnrolmentView, employee: EmployeeView | undefined): CandidateSummary {
  assert(employee, `the employee of enrolment ${enrolment.id} is gone`);
  const { nip, name, titleBefore, titleAfter, positionTitle, unitName } = employee;
  return { enrolmentId: enrolment.id, nip, name, titleBefore, titleAfter, positionTitle, unitName };
}

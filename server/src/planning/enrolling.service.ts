import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { EnrolBody, PlanProblem, RemoveCandidatesBody, SeatingBody } from "@kompeten/shared/contracts/planning";
import { ok } from "@kompeten/shared/kernel";
import { Instruments } from "../authoring/index.ts";
import { Employees } from "../personnel/index.ts";
import { Clock, currentAgencyId, Jobs, newId } from "../platform/index.ts";
import type { Assessment } from "./assessment.entity.ts";
import { Assessments, type EnrolmentView, type SittingView } from "./assessments.service.ts";
import { CandidateAccounts } from "./candidate-accounts.service.ts";
import { AssessorAssignment, Enrolment, EnrolmentSitting } from "./enrolment.entity.ts";
import { PlanEditor, refusePlan, type PlanOutcome } from "./plan-editor.service.ts";
import { PlanReader } from "./plan-reader.service.ts";
import { planProblems } from "./plan.rules.ts";
import { seat } from "./seating.rules.ts";

/** Candidates of a plan and where they sit. Once it is open, candidates may be added to sittings that have not begun. */
@Injectable()
export class Enrolling {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly editor: PlanEditor,
    private readonly reader: PlanReader,
    private readonly assessments: Assessments,
    private readonly employees: Employees,
    private readonly instruments: Instruments,
    private readonly candidateAccounts: CandidateAccounts,
  ) {}

  enrol(id: string, body: EnrolBody): Promise<PlanOutcome> {
    const details = { employees: body.employeeIds.length };
    return this.editor.change({ id, version: body.version, in: "draft-or-open", action: "planning.assessment.candidates-added", details }, async (assessment) => {
      const employeeIds = [...new Set(body.employeeIds)];
      const employees = await this.employees.byIds(employeeIds);
      if (employees.size !== employeeIds.length) return refusePlan("unknown-candidate");
      const enrolled = await this.assessments.enrolments(id);
      if (enrolled.some((enrolment) => employees.has(enrolment.employeeId))) return refusePlan("already-enrolled");
      const agencyId = currentAgencyId();
      const now = this.clock.now();
      const rows = employeeIds.map((employeeId) => ({ id: newId(), agencyId, assessmentId: id, employeeId, accountId: null, enrolledAt: now, cardIssuedAt: null, withdrawnAt: null }));
      await this.em.insertMany(Enrolment, rows);
      const seated = await this.place(assessment, rows.map((row) => row.id), body.sittingIds ?? null);
      if (!seated.ok || assessment.state === "draft") return seated;
      return this.admit(assessment, rows.map((row) => row.id));
    });
  }

  remove(id: string, body: RemoveCandidatesBody): Promise<PlanOutcome> {
    return this.editor.change({ id, version: body.version, in: "draft", action: "planning.assessment.candidates-removed", details: { candidates: body.enrolmentIds.length } }, async () => {
      const own = await this.own(id, body.enrolmentIds);
      if (!own) return refusePlan("unknown-candidate");
      const enrolmentId = { $in: body.enrolmentIds };
      await this.em.nativeDelete(AssessorAssignment, { enrolmentId });
      await this.em.nativeDelete(EnrolmentSitting, { enrolmentId });
      await this.em.nativeDelete(Enrolment, { id: enrolmentId });
      return ok(undefined);
    });
  }

  reseat(id: string, body: SeatingBody): Promise<PlanOutcome> {
    return this.editor.change({ id, version: body.version, in: "draft", action: "planning.assessment.candidates-seated", details: { candidates: body.enrolmentIds.length } }, async (assessment) => {
      if (!(await this.own(id, body.enrolmentIds))) return refusePlan("unknown-candidate");
      await this.em.nativeDelete(EnrolmentSitting, { enrolmentId: { $in: body.enrolmentIds } });
      return this.place(assessment, body.enrolmentIds, body.sittingIds);
    });
  }

  /** In the given sittings, or, with null, wherever there is most room. */
  private async place(assessment: Assessment, enrolmentIds: readonly string[], sittingIds: readonly string[] | null): Promise<PlanOutcome> {
    const all = await this.assessments.sittings(assessment.id);
    if (sittingIds?.some((id) => !all.some((sitting) => sitting.id === id))) return refusePlan("unknown-sitting");
    const now = this.clock.now();
    const future = (sitting: SittingView) => assessment.state === "draft" || sitting.windowStart > now;
    if (sittingIds && all.some((sitting) => sittingIds.includes(sitting.id) && !future(sitting))) return refusePlan("sitting-not-future");
    const versionIds = (await this.assessments.view(assessment.id))?.instruments.map(({ versionId }) => versionId) ?? [];
    const versions = await this.instruments.versions(versionIds);
    const instruments = versionIds.map((versionId) => ({ versionId, durationSeconds: versions.get(versionId)?.durationSeconds ?? null }));
    const load = new Map(all.map((sitting) => [sitting.id, sitting.enrolmentIds.length]));
    const agencyId = currentAgencyId();
    const rows = enrolmentIds.flatMap((enrolmentId) => {
      const chosen = sittingIds ?? seat(instruments, all.filter(future), load);
      for (const id of chosen) load.set(id, (load.get(id) ?? 0) + 1);
      return [...new Set(chosen)].map((sittingId) => ({ agencyId, enrolmentId, sittingId }));
    });
    if (rows.length > 0) await this.em.insertMany(EnrolmentSitting, rows);
    return ok(undefined);
  }

  /** Into an open assessment: what opening would have checked about these candidates, their accounts, and the news. */
  private async admit(assessment: Assessment, enrolmentIds: readonly string[]): Promise<PlanOutcome> {
    await this.candidateAccounts.ensure(assessment.id, assessment.number);
    // After linking, because who the lead is only then can be compared. Assessors are assigned later, which checks for itself.
    const whole = await this.reader.whole(assessment.id);
    const asked = (problem: PlanProblem): boolean => problem.step === "candidates" || problem.code === "lead-is-candidate";
    const problems = whole ? planProblems(whole.plan, this.clock.now()).filter((problem) => problem.severity === "error" && asked(problem) && enrolmentIds.includes(problem.enrolmentId ?? "")) : [];
    if (problems.length > 0) return { ok: false, refusal: "plan-impossible", problems };
    await this.jobs.enqueue("planning.assessment-opened", { assessmentId: assessment.id });
    return ok(undefined);
  }

  private async own(assessmentId: string, enrolmentIds: readonly string[]): Promise<EnrolmentView[] | undefined> {
    const found = (await this.assessments.enrolmentsByIds(enrolmentIds)).filter((enrolment) => enrolment.assessmentId === assessmentId);
    return found.length === new Set(enrolmentIds).size ? found : undefined;
  }
}

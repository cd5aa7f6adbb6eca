import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { assessorsPerCandidateMax, type AssignAssessorsBody, type DistributeBody, type LeadBody } from "@kompeten/shared/contracts/planning";
import { ok } from "@kompeten/shared/kernel";
import { Employees } from "../personnel/index.ts";
import { Clock, currentAgencyId, newId } from "../platform/index.ts";
import { Assessments, type EnrolmentView } from "./assessments.service.ts";
import { AssessorAssignment } from "./enrolment.entity.ts";
import { PlanEditor, refusePlan, type PlanOutcome } from "./plan-editor.service.ts";
import { PlanReader } from "./plan-reader.service.ts";
import { distributeAssessors } from "./seating.rules.ts";

/** Who leads, and who rates whom. Once the assessment is open, assessors may be added but nobody is taken away. */
@Injectable()
export class AssessorMatrix {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly editor: PlanEditor,
    private readonly reader: PlanReader,
    private readonly assessments: Assessments,
    private readonly employees: Employees,
  ) {}

  lead(id: string, body: LeadBody): Promise<PlanOutcome> {
    return this.editor.change({ id, version: body.version, in: "draft", action: "planning.assessment.lead-chosen", details: { accountId: body.accountId } }, async (assessment) => {
      const { leads } = await this.reader.staff();
      if (!leads.some((lead) => lead.accountId === body.accountId)) return refusePlan("not-a-lead");
      assessment.leadAccountId = body.accountId;
      return ok(undefined);
    });
  }

  assign(id: string, body: AssignAssessorsBody): Promise<PlanOutcome> {
    const { version, enrolmentIds, accountIds, mode } = body;
    const details = { candidates: enrolmentIds.length, accountIds, mode };
    return this.editor.change({ id, version, in: mode === "add" ? "draft-or-open" : "draft", action: "planning.assessment.assessors-assigned", details }, async () => {
      const { assessors } = await this.reader.staff();
      if (accountIds.some((accountId) => !assessors.some((assessor) => assessor.accountId === accountId))) return refusePlan("not-an-assessor");
      const chosen = (await this.assessments.enrolmentsByIds(enrolmentIds)).filter((enrolment) => enrolment.assessmentId === id);
      if (chosen.length !== new Set(enrolmentIds).size) return refusePlan("unknown-candidate");
      const self = (await this.withAccounts(chosen)).find((candidate) => candidate.accountId !== null && accountIds.includes(candidate.accountId));
      if (self) return refusePlan("assesses-self", { candidate: self.name });
      if (mode === "replace") await this.em.nativeDelete(AssessorAssignment, { enrolmentId: { $in: [...enrolmentIds] } });
      await this.insert(chosen.flatMap((enrolment) => {
        const present = mode === "replace" ? [] : enrolment.assessorAccountIds;
        const added = [...new Set(accountIds)].filter((accountId) => !present.includes(accountId));
        return added.slice(0, assessorsPerCandidateMax - present.length).map((accountId) => ({ enrolmentId: enrolment.id, accountId }));
      }));
      return ok(undefined);
    });
  }

  /** Everybody anew, evenly, in groups of four to eight. */
  distribute(id: string, body: DistributeBody): Promise<PlanOutcome> {
    const accountIds = [...new Set(body.accountIds)];
    return this.editor.change({ id, version: body.version, in: "draft", action: "planning.assessment.assessors-distributed", details: { accountIds, perCandidate: body.perCandidate } }, async () => {
      const { assessors } = await this.reader.staff();
      if (accountIds.some((accountId) => !assessors.some((assessor) => assessor.accountId === accountId))) return refusePlan("not-an-assessor");
      if (accountIds.length < body.perCandidate) return refusePlan("too-few-assessors", { count: accountIds.length, min: body.perCandidate });
      const enrolments = await this.assessments.enrolments(id);
      const candidates = (await this.withAccounts(enrolments)).map(({ id: enrolmentId, accountId }) => ({ enrolmentId, accountId }));
      await this.em.nativeDelete(AssessorAssignment, { enrolmentId: { $in: enrolments.map((enrolment) => enrolment.id) } });
      await this.insert(distributeAssessors(candidates, accountIds, body.perCandidate).flatMap((one) => one.accountIds.map((accountId) => ({ enrolmentId: one.enrolmentId, accountId }))));
      return ok(undefined);
    });
  }

  /** Before opening a candidate may have an account already: that of an assessor who is assessed themself. */
  private async withAccounts(enrolments: readonly EnrolmentView[]): Promise<{ id: string; name: string; accountId: string | null }[]> {
    const employees = await this.employees.byIds(enrolments.map((enrolment) => enrolment.employeeId));
    return enrolments.map((enrolment) => {
      const employee = employees.get(enrolment.employeeId);
      return { id: enrolment.id, name: employee?.name ?? "", accountId: enrolment.accountId ?? employee?.accountId ?? null };
    });
  }

  private async insert(pairs: readonly { enrolmentId: string; accountId: string }[]): Promise<void> {
    const agencyId = currentAgencyId();
    const assignedAt = this.clock.now();
    if (pairs.length > 0) await this.em.insertMany(AssessorAssignment, pairs.map((pair) => ({ id: newId(), agencyId, ...pair, assignedAt })));
  }
}

import { Injectable } from "@nestjs/common";
import type { PlanProblem } from "@kompeten/shared/contracts/planning";
import { assert, ok } from "@kompeten/shared/kernel";
import { Clock, currentScope, Jobs } from "../platform/index.ts";
import { Assessments } from "./assessments.service.ts";
import { CandidateAccounts } from "./candidate-accounts.service.ts";
import { assessmentEndJob } from "./finishing.service.ts";
import { PlanEditor, type PlanOutcome } from "./plan-editor.service.ts";
import { PlanReader } from "./plan-reader.service.ts";
import { planProblems } from "./plan.rules.ts";

/** From plan to running assessment: all checks, accounts for the candidates, the news to delivery, in one transaction; a refusal is to roll it back. */
@Injectable()
export class Opening {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly editor: PlanEditor,
    private readonly reader: PlanReader,
    private readonly assessments: Assessments,
    private readonly candidateAccounts: CandidateAccounts,
  ) {}

  open(id: string, version: number): Promise<PlanOutcome> {
    return this.editor.change({ id, version, in: "draft", action: "planning.assessment.opened" }, async (assessment) => {
      const before = await this.errors(id);
      if (before.length > 0) return { ok: false, refusal: "plan-impossible", problems: before };
      await this.candidateAccounts.ensure(id, assessment.number);
      // Only now every candidate has an account: one who turns out to be their own assessor or lead is found here.
      const after = await this.errors(id);
      if (after.length > 0) return { ok: false, refusal: "plan-impossible", problems: after };
      assessment.state = "open";
      assessment.openedBy = currentScope().accountId;
      assessment.openedAt = this.clock.now();
      await this.jobs.enqueue("planning.assessment-opened", { assessmentId: id });
      const ends = (await this.assessments.sittings(id)).map(({ windowEnd }) => windowEnd.getTime());
      await this.jobs.enqueue(assessmentEndJob, { assessmentId: id }, { after: new Date(Math.max(...ends)) });
      return ok(undefined);
    });
  }

  private async errors(id: string): Promise<PlanProblem[]> {
    const whole = await this.reader.whole(id);
    assert(whole, "the assessment is locked for this change");
    return planProblems(whole.plan, this.clock.now()).filter((problem) => problem.severity === "error");
  }
}

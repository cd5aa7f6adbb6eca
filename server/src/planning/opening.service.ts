import { Injectable } from "@nestjs/common";
import { ok } from "@kompeten/shared/kernel";
import { Clock, currentScope, Jobs } from "../platform/index.ts";
import { CandidateAccounts } from "./candidate-accounts.service.ts";
import { PlanEditor, refusePlan, type PlanOutcome } from "./plan-editor.service.ts";
import { PlanReader } from "./plan-reader.service.ts";
import { planProblems } from "./plan.rules.ts";

/** From plan to running assessment: all checks, accounts for the candidates, the news to delivery, in one transaction. */
@Injectable()
export class Opening {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly editor: PlanEditor,
    private readonly reader: PlanReader,
    private readonly candidateAccounts: CandidateAccounts,
  ) {}

  open(id: string, version: number): Promise<PlanOutcome> {
    return this.editor.change({ id, version, in: "draft", action: "opened" }, async (assessment) => {
      const whole = await this.reader.whole(id);
      if (!whole) return refusePlan("not-found");
      const now = this.clock.now();
      const problems = planProblems(whole.plan, now).filter((problem) => problem.severity === "error");
      if (problems.length > 0) return { ok: false, refusal: "plan-impossible", problems };
      await this.candidateAccounts.ensure(id, assessment.number);
      assessment.state = "open";
      assessment.openedBy = currentScope().accountId;
      assessment.openedAt = now;
      await this.jobs.enqueue("planning.assessment-opened", { assessmentId: id });
      return ok(undefined);
    });
  }
}

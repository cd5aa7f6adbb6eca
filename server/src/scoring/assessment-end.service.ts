import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { Assessments, Finishing } from "../planning/index.ts";
import { Jobs } from "../platform/index.ts";
import { Candidates } from "./candidates.service.ts";
import { Integration } from "./integration.entity.ts";
import { endOf } from "./integration.rules.ts";

/** The job that looks whether an assessment is over: after every closing, and when the windows end in which somebody could still have come. Data: `{ assessmentId }`. */
export const assessmentEndJob = "scoring.assessment-end";

/** Closes an assessment with its last candidate. */
@Injectable()
export class AssessmentEnd {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    private readonly assessments: Assessments,
    private readonly finishing: Finishing,
    private readonly candidates: Candidates,
  ) {}

  /** In a transaction of its own: a closing holds the head of the audit trail, which is never held before an assessment. */
  async look(assessmentId: string): Promise<void> {
    await this.finishing.closeIf(assessmentId, async () => {
      const ids = (await this.assessments.enrolments(assessmentId)).map((enrolment) => enrolment.id);
      const integrated = new Set((await this.em.find(Integration, { enrolmentId: { $in: ids }, state: "closed" }, { disableIdentityMap: true })).map(({ enrolmentId }) => enrolmentId));
      const staged = await this.candidates.stagedAttempts(ids);
      const end = endOf(ids.map((id) => ({ integrated: integrated.has(id), attempts: (staged.get(id) ?? []).map(({ attempt, stage, windowEnd }) => ({ state: attempt.state, stage, windowEnd })) })));
      if (end.state === "may-come") await this.jobs.enqueue(assessmentEndJob, { assessmentId }, { after: end.until });
      return end.state === "over";
    });
  }
}

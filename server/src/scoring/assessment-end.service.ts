import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { assessmentEndJob, Assessments, Finishing, type EnrolmentView } from "../planning/index.ts";
import { Clock, Jobs } from "../platform/index.ts";
import { Candidates, type StagedAttempt } from "./candidates.service.ts";
import { Integration } from "./integration.entity.ts";
import { endOf } from "./integration.rules.ts";
import { stageOf } from "./rating.rules.ts";

/** Closes an assessment with its last candidate: looks after every closing, and when the windows end in which somebody could still have come. */
@Injectable()
export class AssessmentEnd {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly assessments: Assessments,
    private readonly finishing: Finishing,
    private readonly candidates: Candidates,
  ) {}

  /** In a transaction of its own: a closing holds the head of the audit trail, which is never held before an assessment. */
  async look(assessmentId: string): Promise<void> {
    await this.finishing.closeIf(assessmentId, async () => {
      const enrolments = await this.assessments.enrolments(assessmentId);
      const ids = enrolments.map((enrolment) => enrolment.id);
      const integrated = new Set((await this.em.find(Integration, { enrolmentId: { $in: ids }, state: "closed" }, { disableIdentityMap: true })).map(({ enrolmentId }) => enrolmentId));
      const staged = await this.candidates.stagedAttempts(ids);
      const seats = await this.seats(enrolments.filter(({ id }) => !staged.get(id)?.length));
      const end = endOf(ids.map((id) => ({ integrated: integrated.has(id), attempts: seats.get(id) ?? (staged.get(id) ?? []).map(plainOf) })));
      if (end.state === "may-come") await this.jobs.enqueue(assessmentEndJob, { assessmentId }, { after: end.until });
      return end.state === "over";
    });
  }

  /** Who was enrolled a moment ago has no attempts yet, and is waited for by the windows of the sittings all the same. */
  private async seats(enrolments: readonly EnrolmentView[]): Promise<Map<string, Plain[]>> {
    const seated = enrolments.length === 0 ? [] : await this.assessments.sittingsByIds(enrolments.flatMap((enrolment) => enrolment.sittingIds));
    const forms = await this.candidates.formsAmong(seated.flatMap(({ instrumentVersionIds }) => instrumentVersionIds));
    // Nothing waits for a form.
    const sittings = new Map(seated.filter(({ instrumentVersionIds }) => !instrumentVersionIds.every((id) => forms.has(id))).map(({ id, windowEnd }) => [id, windowEnd]));
    const now = this.clock.now();
    const unmade = { state: "waiting" } as const;
    return new Map(
      enrolments.map(({ id, sittingIds }) => [id, sittingIds.filter((sittingId) => sittings.has(sittingId)).map((sittingId) => ({ ...unmade, stage: stageOf(unmade, sittings.get(sittingId), now), windowEnd: sittings.get(sittingId) }))]),
    );
  }
}

type Plain = Parameters<typeof endOf>[0][number]["attempts"][number];

function plainOf({ attempt, stage, windowEnd }: StagedAttempt): Plain {
  return { state: attempt.state, stage, windowEnd };
}

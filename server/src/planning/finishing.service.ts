import { EntityManager, LockMode } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { Audit } from "../platform/index.ts";
import { Assessment } from "./assessment.entity.ts";

/** The job that looks whether an assessment is over, which scoring knows. Enqueued at opening for the end of the last window, so that one to which nobody comes ends, too. Data: `{ assessmentId }`. */
export const assessmentEndJob = "scoring.assessment-end";

/** The end of an assessment: nobody decides it, it follows from the last candidate's, which the contexts above know. */
@Injectable()
export class Finishing {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: Audit,
  ) {}

  /**
   * Closes an open assessment if `over` says so; whether it did. `over` is asked with the assessment locked: of two last candidates
   * ended at once the second sees the first, and nobody is enrolled in between.
   */
  async closeIf(assessmentId: string, over: () => Promise<boolean>): Promise<boolean> {
    const assessment = await this.em.findOne(Assessment, { id: assessmentId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (assessment?.state !== "open" || !(await over())) return false;
    assessment.state = "closed";
    assessment.version += 1;
    await this.em.flush();
    await this.audit.record({ action: "planning.assessment.closed", subjectKind: "assessment", subjectId: assessmentId });
    return true;
  }
}

import { Injectable } from "@nestjs/common";
import { candidateForms, type CandidateForms } from "@kompeten/shared/contracts/forms";
import { assert, ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Instruments, Papers } from "../authoring/index.ts";
import { Attempts, type AttemptView } from "../delivery/index.ts";
import { Assessments, type EnrolmentView } from "../planning/index.ts";
import { Audit, Clock, currentAccountId } from "../platform/index.ts";
import { assessmentSummary, Candidates } from "./candidates.service.ts";
import { stageOf } from "./rating.rules.ts";

/** The forms of one candidate, for those who assess them and for the lead (S2). What is under way is the candidate's alone. */
@Injectable()
export class FilledForms {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly candidates: Candidates,
    private readonly assessments: Assessments,
    private readonly attempts: Attempts,
    private readonly instruments: Instruments,
    private readonly papers: Papers,
  ) {}

  /** Reading is audited: it is personal. */
  async of(enrolmentId: string): Promise<Result<CandidateForms, "not-found">> {
    const enrolment = await this.assessments.enrolment(enrolmentId);
    const assessment = enrolment && (await this.assessments.view(enrolment.assessmentId));
    const reader = currentAccountId();
    if (!enrolment || !assessment || (!enrolment.assessorAccountIds.includes(reader) && assessment.leadAccountId !== reader)) return refuse("not-found");
    const candidate = (await this.candidates.summaries([enrolment])).get(enrolment.id);
    const forms = await this.forms(enrolment);
    await this.audit.record({ action: "scoring.forms.read", subjectKind: "enrolment", subjectId: enrolmentId });
    return ok(candidateForms.parse({ assessment: assessmentSummary(assessment), candidate, forms }));
  }

  private async forms(enrolment: EnrolmentView): Promise<unknown[]> {
    const attempts = await this.attempts.byEnrolments([enrolment.id]);
    const versions = await this.instruments.versions(attempts.map((attempt) => attempt.instrumentVersionId));
    const forms = [];
    for (const attempt of attempts) {
      const version = versions.get(attempt.instrumentVersionId);
      if (version?.kind === "form") forms.push({ attemptId: attempt.id, title: version.title, ...(await this.content(attempt)) });
    }
    return forms;
  }

  private async content(attempt: AttemptView) {
    const state = stageOf(attempt, attempt.windowEnd, this.clock.now());
    if (state !== "closed") return { state: state === "absent" ? "absent" : "open" };
    assert(attempt.closedAt, "what is closed has an end");
    const { items: responses } = await this.attempts.responses(attempt.id);
    return { state, closedAt: attempt.closedAt.toISOString(), closedReason: attempt.closedReason, paper: await this.papers.paper(attempt.instrumentVersionId), responses };
  }
}

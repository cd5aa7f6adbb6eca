import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { assert } from "@kompeten/shared/kernel";
import { Instruments, type InstrumentVersionView } from "../authoring/index.ts";
import type { AssessmentView, EnrolmentView } from "../planning/index.ts";
import { Candidates } from "./candidates.service.ts";
import { Consensus, Integration } from "./integration.entity.ts";
import type { CandidateEvidence } from "./integration.rules.ts";
import { Rating, RatingSheet } from "./rating.entity.ts";
import { isRated, readinessOf } from "./rating.rules.ts";
import { Scores } from "./scores.service.ts";

/** Gathers everything known of candidates of one assessment: attempts, submitted sheets, scores and what is agreed. */
@Injectable()
export class IntegrationEvidence {
  constructor(
    private readonly em: EntityManager,
    private readonly candidates: Candidates,
    private readonly instruments: Instruments,
    private readonly scores: Scores,
  ) {}

  async of(assessment: AssessmentView, enrolments: readonly EnrolmentView[]): Promise<CandidateEvidence[]> {
    const ids = enrolments.map((enrolment) => enrolment.id);
    const versions = await this.instruments.versions(assessment.instruments.map((instrument) => instrument.versionId));
    const summaries = await this.candidates.summaries(enrolments);
    const staged = await this.candidates.stagedAttempts(ids);
    const competencies = await this.candidates.competencies(assessment);
    // Drafts stay out: they are the assessor's alone until submitted (S2).
    const sheets = await this.em.find(RatingSheet, { enrolmentId: { $in: ids }, state: "submitted" });
    const ratings = await this.em.find(Rating, { sheetId: { $in: sheets.map((sheet) => sheet.id) } });
    const scores = await this.scores.newest([...staged.values()].flat().map(({ attempt }) => attempt.id));
    const integrations = new Map((await this.em.find(Integration, { enrolmentId: { $in: ids } }, { refresh: true })).map((integration) => [integration.enrolmentId, integration]));
    const consensus = await this.em.find(Consensus, { enrolmentId: { $in: ids } }, { refresh: true });

    return enrolments.map((enrolment): CandidateEvidence => {
      const candidate = summaries.get(enrolment.id);
      assert(candidate, "every enrolment has a summary");
      const attempts = staged.get(enrolment.id) ?? [];
      const ownSheets = sheets.filter((sheet) => sheet.enrolmentId === enrolment.id);
      const rateable = attempts.filter(({ attempt, stage }) => {
        const version = versions.get(attempt.instrumentVersionId);
        return stage === "closed" && version !== undefined && isRated(version);
      });
      return {
        candidate,
        assessorAccountIds: enrolment.assessorAccountIds,
        attempts: attempts.map(({ attempt, stage }) => ({ id: attempt.id, instrumentVersionId: attempt.instrumentVersionId, stage })),
        rateableAttemptIds: rateable.map(({ attempt }) => attempt.id),
        readiness: readinessOf({
          stages: attempts.map(({ stage }) => stage),
          rateableAttemptIds: rateable.map(({ attempt }) => attempt.id),
          assessorAccountIds: enrolment.assessorAccountIds,
          sheets: ownSheets.map((sheet) => ({ attemptId: sheet.attemptId, assessorAccountId: sheet.assessorAccountId, submitted: true })),
          leadAccountId: assessment.leadAccountId ?? "",
        }),
        instruments: assessment.instruments.flatMap(({ versionId }) => assessed(versions.get(versionId))),
        competencies,
        sheets: ownSheets.map((sheet) => ({
          id: sheet.id,
          attemptId: sheet.attemptId,
          assessorAccountId: sheet.assessorAccountId,
          submittedAt: sheet.submittedAt ?? sheet.updatedAt,
          ratings: ratings.filter((rating) => rating.sheetId === sheet.id).flatMap(({ competency, level, note }) => (level ? [{ competency, level, note }] : [])),
        })),
        scores: attempts.flatMap(({ attempt }) => scores.get(attempt.id) ?? []),
        consensus: consensus.filter((decided) => decided.enrolmentId === enrolment.id),
        closedAt: integrations.get(enrolment.id)?.closedAt ?? null,
      };
    });
  }
}

/** What brings evidence of its own: all but forms. */
function assessed(version: InstrumentVersionView | undefined): CandidateEvidence["instruments"] {
  return version && version.kind !== "form" ? [{ ...version, kind: version.kind }] : [];
}

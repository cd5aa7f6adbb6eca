import { EntityManager, LockMode } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { Attempts } from "../delivery/index.ts";
import { Consensus, Integration, type IntegrationInputs } from "./integration.entity.ts";
import type { KeyedScore } from "./keyed-score.rules.ts";
import { RatingSheet } from "./rating.entity.ts";
import { Scores } from "./scores.service.ts";

/** A keyed score as the contexts above see it. `standardError` is in raw points; null where none is defined. */
export type ScoreView = { scoreId: string; attemptId: string; instrumentVersionId: string; revision: number; points: number; maxPoints: number; standardError: number | null; detail: KeyedScore };

export type AgreedLevel = { competency: string; level: number; reason: string };

/** Scoring's front door for the contexts above: what was agreed, and on what grounds. */
@Injectable()
export class Integrations {
  constructor(
    private readonly em: EntityManager,
    private readonly attempts: Attempts,
    private readonly scores: Scores,
  ) {}

  /** The agreed levels of a closed integration; empty while it is open. */
  async agreed(enrolmentId: string): Promise<AgreedLevel[]> {
    const integration = await this.em.findOne(Integration, { enrolmentId, state: "closed" });
    if (!integration) return [];
    const rows = await this.em.find(Consensus, { enrolmentId }, { orderBy: { competency: "asc" } });
    return rows.map(({ competency, level, reason }) => ({ competency, level, reason }));
  }

  /** Those that the lead has closed. A closing under way is waited for, and one that comes waits for the running unit of work. */
  async closedAmong(enrolmentIds: readonly string[]): Promise<Set<string>> {
    const found = await this.em.find(Integration, { enrolmentId: { $in: [...enrolmentIds] } }, { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { enrolmentId: "asc" }, refresh: true });
    return new Set(found.filter(({ state }) => state === "closed").map(({ enrolmentId }) => enrolmentId));
  }

  /** The newest keyed score of each scored attempt, by enrolment. */
  async scoresOf(enrolmentIds: readonly string[]): Promise<Map<string, ScoreView[]>> {
    const attempts = await this.attempts.byEnrolments([...enrolmentIds]);
    const newest = await this.scores.newest(attempts.map((attempt) => attempt.id));
    const views = new Map<string, ScoreView[]>(enrolmentIds.map((id) => [id, []]));
    for (const attempt of attempts) {
      const score = newest.get(attempt.id);
      if (!score) continue;
      const { id: scoreId, attemptId, instrumentVersionId, revision, points, maxPoints, detail } = score;
      views.get(attempt.enrolmentId)?.push({ scoreId, attemptId, instrumentVersionId, revision, points, maxPoints, standardError: score.standardError ?? null, detail });
    }
    return views;
  }

  /** Everything the agreed levels of an enrolment were made from, as it was when the lead closed. */
  async inputsOf(enrolmentId: string): Promise<IntegrationInputs> {
    const integration = await this.em.findOne(Integration, { enrolmentId });
    // Closings from before inputs were kept: their jobs may still wait.
    return integration?.inputs ?? this.inputsNow(enrolmentId, { closedBy: integration?.closedBy ?? null, closedAt: integration?.closedAt?.toISOString() ?? null });
  }

  /** What is handed in and scored at this moment; for the closing, which keeps it. */
  async inputsNow(enrolmentId: string, closing: Pick<IntegrationInputs, "closedBy" | "closedAt">): Promise<IntegrationInputs> {
    const attempts = await this.attempts.byEnrolments([enrolmentId]);
    const versionOf = new Map(attempts.map((attempt) => [attempt.id, attempt.instrumentVersionId]));
    const sheets = await this.em.find(RatingSheet, { enrolmentId, state: "submitted" }, { orderBy: { submittedAt: "asc" } });
    const scores = await this.scores.newest(attempts.map((attempt) => attempt.id));
    return {
      sheets: sheets.map((sheet) => ({
        id: sheet.id,
        attemptId: sheet.attemptId,
        instrumentVersionId: versionOf.get(sheet.attemptId) ?? "",
        assessorAccountId: sheet.assessorAccountId,
        submittedAt: (sheet.submittedAt ?? sheet.updatedAt).toISOString(),
      })),
      scores: [...scores.values()].map(({ id, attemptId, instrumentVersionId, revision, keySha256, journalSeq, journalHash, points, maxPoints, standardError }) => ({
        id,
        attemptId,
        instrumentVersionId,
        revision,
        keySha256,
        journalSeq,
        journalHash: Buffer.from(journalHash).toString("hex"),
        points,
        maxPoints,
        standardError: standardError ?? null,
      })),
      ...closing,
    };
  }
}

/** Lays all evidence about one candidate side by side. Pure. */
import type { BoardCompetency, CandidateSummary, IntegrationBoard, IntegrationProgress } from "@kompeten/shared/contracts/scoring";
import type { KeyedScore } from "./keyed-score.rules.ts";
import { isDisagreement, type AttemptStage, type Readiness } from "./rating.rules.ts";

export type CandidateEvidence = {
  candidate: CandidateSummary;
  assessorAccountIds: readonly string[];
  attempts: readonly { id: string; instrumentVersionId: string; stage: AttemptStage }[];
  rateableAttemptIds: readonly string[];
  readiness: Readiness;
  instruments: readonly { id: string; title: string; kind: "test" | "in-basket" | "case"; version: number }[];
  competencies: readonly { competency: string; name: string; required: number | null }[];
  /** Submitted sheets only. */
  sheets: readonly { id: string; attemptId: string; assessorAccountId: string; submittedAt: Date; ratings: readonly { competency: string; level: number; note: string }[] }[];
  scores: readonly { id: string; attemptId: string; instrumentVersionId: string; points: number; maxPoints: number; standardError?: number | null | undefined; detail: KeyedScore }[];
  consensus: readonly { competency: string; level: number; reason: string; decidedBy: string; decidedAt: Date }[];
  closedAt: Date | null;
};

type Names = ReadonlyMap<string, string>;

/** How far it is, without any level. */
export function progressOf(evidence: CandidateEvidence, names: Names): IntegrationProgress {
  const { readiness, closedAt } = evidence;
  return {
    candidate: evidence.candidate,
    state: closedAt ? "closed" : readiness.ready ? "ready" : evidence.attempts.length > 0 && evidence.attempts.every(({ stage }) => stage === "absent") ? "absent" : "waiting",
    attemptsClosed: evidence.attempts.filter((attempt) => attempt.stage !== "pending").length,
    attempts: evidence.attempts.length,
    assessors: evidence.assessorAccountIds.map((accountId) => ({
      accountId,
      name: names.get(accountId) ?? "",
      submitted: evidence.sheets.filter((sheet) => sheet.assessorAccountId === accountId && evidence.rateableAttemptIds.includes(sheet.attemptId)).length,
      expected: evidence.rateableAttemptIds.length,
    })),
    agreed: evidence.competencies.filter(({ competency }) => evidence.consensus.some((decided) => decided.competency === competency)).length,
    competencies: evidence.competencies.length,
    closedAt: closedAt?.toISOString() ?? null,
  };
}

type Board = Omit<NonNullable<IntegrationBoard["board"]>, "standardTitle">;

export function boardOf(evidence: CandidateEvidence, names: Names): Board {
  // A sheet of somebody who is no longer assigned was given in good faith and stays evidence.
  const assessors = [...new Set([...evidence.assessorAccountIds, ...evidence.sheets.map((sheet) => sheet.assessorAccountId)])];
  return {
    instruments: evidence.instruments.map(({ id, title, kind, version }) => ({ versionId: id, title, kind, version })),
    assessors: assessors.map((accountId) => ({ accountId, name: names.get(accountId) ?? "" })),
    competencies: evidence.competencies.map((competency) => competencyOf(evidence, competency, names)),
    scores: evidence.scores.map((score) => ({
      scoreId: score.id,
      attemptId: score.attemptId,
      instrumentVersionId: score.instrumentVersionId,
      points: score.points,
      maxPoints: score.maxPoints,
      standardError: score.standardError ?? null,
      answered: score.detail.answered,
      items: score.detail.items,
      groups: score.detail.groups.map(({ kind, code, points, maxPoints, share }) => ({ kind, code, points, maxPoints, share })),
    })),
  };
}

function competencyOf(evidence: CandidateEvidence, { competency, name, required }: CandidateEvidence["competencies"][number], names: Names): BoardCompetency {
  const instrumentOf = new Map(evidence.attempts.map((attempt) => [attempt.id, attempt.instrumentVersionId]));
  const ratings = evidence.sheets.flatMap((sheet) =>
    sheet.ratings
      .filter((rating) => rating.competency === competency)
      .map(({ level, note }) => ({ assessorAccountId: sheet.assessorAccountId, instrumentVersionId: instrumentOf.get(sheet.attemptId) ?? "", attemptId: sheet.attemptId, level, note })),
  );
  const indicated = evidence.scores.flatMap((score) =>
    score.detail.groups
      .filter((group) => group.kind === "competency" && group.code === competency)
      .flatMap((group) => (group.indicatedLevel === null ? [] : [{ instrumentVersionId: score.instrumentVersionId, level: group.indicatedLevel, share: group.share, items: group.items }])),
  );
  const decided = evidence.consensus.find((candidate) => candidate.competency === competency);
  return {
    competency,
    name,
    required,
    ratings,
    indicated,
    disagreement: isDisagreement(ratings.map((rating) => rating.level)),
    consensus: decided ? { level: decided.level, reason: decided.reason, decidedAt: decided.decidedAt.toISOString(), decidedBy: names.get(decided.decidedBy) ?? "" } : null,
  };
}

/** Whether an assessment is over: by everybody's integration, or because the rest never came and no longer can. */
export type AssessmentEndState = { state: "over" } | { state: "outstanding" } | { state: "may-come"; until: Date };
type Participant = { integrated: boolean; attempts: readonly { state: string; stage: AttemptStage; windowEnd: Date | undefined }[] };

/** Who began nothing brings no evidence and no result: they are waited for as long as their windows last, also where nobody came at all. */
export function endOf(participants: readonly Participant[]): AssessmentEndState {
  const others = participants.filter(({ integrated }) => !integrated);
  const missing = others.every(({ attempts }) => attempts.length > 0 && attempts.every(({ state }) => state === "waiting"));
  if (!missing || participants.length === 0) return { state: "outstanding" };
  const ends = others.flatMap(({ attempts }) => attempts.flatMap(({ stage, windowEnd }) => (stage === "pending" && windowEnd ? [windowEnd.getTime()] : [])));
  return ends.length === 0 ? { state: "over" } : { state: "may-come", until: new Date(Math.max(...ends)) };
}

export function agreedLevels(consensus: readonly { competency: string; level: number }[]): Record<string, number> {
  return Object.fromEntries(consensus.map(({ competency, level }) => [competency, level]));
}

/** When a rating sheet is complete, and when a candidate's evidence may be laid open to the lead (S2, S4). Pure. */
import type { InstrumentKind } from "@kompeten/shared/contracts/instrument-kind";
import { disagreementLevels, noteCharactersMin } from "@kompeten/shared/contracts/scoring-limits";

/** Peraturan BKN 26/2019: at least two assessors per candidate. */
export const assessorsMin = 2;

export type RatingLine = { competency: string; level: number | null; note: string };
export type Gap = { competency: string; lacks: "level" | "note" };

/** What still keeps a sheet from being submitted: every planned competency needs a level and an evidence note. */
export function gapsOf(competencies: readonly string[], ratings: readonly RatingLine[]): Gap[] {
  return competencies.flatMap((competency) => {
    const line = ratings.find((rating) => rating.competency === competency);
    const gaps: Gap[] = [];
    if (line?.level === undefined || line.level === null) gaps.push({ competency, lacks: "level" });
    if ((line?.note.trim().length ?? 0) < noteCharactersMin) gaps.push({ competency, lacks: "note" });
    return gaps;
  });
}

/** Whether levels differ so much that agreeing on one needs a full reason (S4). */
export function isDisagreement(levels: readonly number[]): boolean {
  return levels.length > 1 && Math.max(...levels) - Math.min(...levels) >= disagreementLevels;
}

export type ConsensusRefusal = "no-evidence" | "reason-missing" | "reason-too-short";

/**
 * Whether a level may be agreed for a competency: there must be evidence, a rating or at least an indicated level, and a
 * reason, which is a full one where first ratings disagree.
 */
export function refuseConsensus(given: { ratedLevels: readonly number[]; indicated: boolean; reason: string }): ConsensusRefusal | undefined {
  const reason = given.reason.trim();
  if (given.ratedLevels.length === 0 && !given.indicated) return "no-evidence";
  if (reason.length === 0) return "reason-missing";
  if (isDisagreement(given.ratedLevels) && reason.length < noteCharactersMin) return "reason-too-short";
  return undefined;
}

/**
 * An attempt as integration sees it: `pending` may still bring work, `closed` has brought it, `absent` never will because
 * its sitting ended before it was started.
 */
export type AttemptStage = "pending" | "closed" | "absent";
export type SheetFact = { attemptId: string; assessorAccountId: string; submitted: boolean };
export type Readiness = { ready: boolean; assessorsDone: number; sheetsExpected: number; sheetsSubmitted: number };

/**
 * The board opens when no attempt can still bring work and at least two assessors have submitted all their sheets; a lead
 * who also rates this candidate must be among them, or they would see others' ratings before giving their own (S2).
 */
export function readinessOf(given: {
  stages: readonly AttemptStage[];
  /** Closed attempts that assessors rate. */
  rateableAttemptIds: readonly string[];
  assessorAccountIds: readonly string[];
  sheets: readonly SheetFact[];
  leadAccountId: string;
}): Readiness {
  const submitted = (attemptId: string, assessor: string) => given.sheets.some((sheet) => sheet.submitted && sheet.attemptId === attemptId && sheet.assessorAccountId === assessor);
  const done = given.assessorAccountIds.filter((assessor) => given.rateableAttemptIds.every((attemptId) => submitted(attemptId, assessor)));
  const leadRates = given.assessorAccountIds.includes(given.leadAccountId);
  // Where nothing was begun there is nothing to lay open.
  const allIn = given.stages.includes("closed") && given.stages.every((stage) => stage !== "pending");
  return {
    ready: allIn && done.length >= assessorsMin && (!leadRates || done.includes(given.leadAccountId)),
    assessorsDone: done.length,
    sheetsExpected: given.rateableAttemptIds.length * given.assessorAccountIds.length,
    sheetsSubmitted: given.sheets.filter((sheet) => sheet.submitted && given.rateableAttemptIds.includes(sheet.attemptId) && given.assessorAccountIds.includes(sheet.assessorAccountId)).length,
  };
}

/** How far an attempt is, from what delivery and planning know: unstarted when its sitting is over, it will bring nothing. */
export function stageOf(attempt: { state: string }, windowEnd: Date | undefined, now: Date): AttemptStage {
  if (attempt.state === "closed") return "closed";
  return attempt.state === "waiting" && windowEnd !== undefined && now >= windowEnd ? "absent" : "pending";
}

export type Rated<Version extends { kind: InstrumentKind }> = Version & { kind: "in-basket" | "case" };

/** Tests are scored by key; forms are read. */
export function isRated<Version extends { kind: InstrumentKind }>(version: Version): version is Rated<Version> {
  return version.kind === "in-basket" || version.kind === "case";
}

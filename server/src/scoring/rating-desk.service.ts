import { Injectable } from "@nestjs/common";
import type { Entry } from "@kompeten/shared/attempt";
import type { ActionSaves } from "@kompeten/shared/contracts/action-saves";
import type { RatingAssignment, RatingDesk, RatingSheetView, RatingState } from "@kompeten/shared/contracts/scoring";
import type { TextHistory } from "@kompeten/shared/contracts/text-history";
import { assert, ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Instruments, Papers, type InstrumentVersionView } from "../authoring/index.ts";
import { Keys } from "../authoring/keys.ts";
import { Attempts } from "../delivery/index.ts";
import { Assessments } from "../planning/index.ts";
import { Audit, currentAccountId } from "../platform/index.ts";
import { pageOf, savesOf } from "./action-saves.rules.ts";
import { caseWorkOf, inBasketWorkOf, rubricFor } from "./candidate-work.rules.ts";
import { assessmentSummary, Candidates, type StagedAttempt } from "./candidates.service.ts";
import type { RatingSheet } from "./rating.entity.ts";
import { Integrations } from "./integrations.service.ts";
import { replayOf } from "./replay.rules.ts";
import { isRated, type Rated } from "./rating.rules.ts";
import { RatingSheets, type Assignment } from "./rating-sheets.service.ts";

/** What an assessor reads: the list of what is theirs, and one candidate's work beside the rubric and their own sheet (S2). */
@Injectable()
export class RatingDesks {
  constructor(
    private readonly audit: Audit,
    private readonly sheets: RatingSheets,
    private readonly integrations: Integrations,
    private readonly candidates: Candidates,
    private readonly assessments: Assessments,
    private readonly attempts: Attempts,
    private readonly instruments: Instruments,
    private readonly papers: Papers,
    private readonly keys: Keys,
  ) {}

  async assignments(): Promise<RatingAssignment[]> {
    const enrolments = await this.assessments.enrolmentsOfAssessor(currentAccountId());
    const plans = new Map((await this.assessments.views([...new Set(enrolments.map((enrolment) => enrolment.assessmentId))])).map((plan) => [plan.id, plan]));
    const summaries = await this.candidates.summaries(enrolments);
    const staged = await this.candidates.stagedAttempts(enrolments.map((enrolment) => enrolment.id));
    const versions = await this.instruments.versions([...new Set([...plans.values()].flatMap((plan) => plan.instruments.map((instrument) => instrument.versionId)))]);
    const own = await this.sheets.ownOf([...staged.values()].flat().map(({ attempt }) => attempt.id));
    const closed = await this.integrations.closedAmong(enrolments.map((enrolment) => enrolment.id));
    return enrolments.flatMap((enrolment): RatingAssignment[] => {
      const plan = plans.get(enrolment.assessmentId);
      const candidate = summaries.get(enrolment.id);
      if (!plan || !candidate || plan.state === "draft") return [];
      const instruments = plan.instruments.flatMap(({ versionId }) => {
        const version = versions.get(versionId);
        const attempt = staged.get(enrolment.id)?.find((candidate) => candidate.attempt.instrumentVersionId === versionId);
        return version && isRated(version) ? [assignedInstrument(version, attempt, attempt && own.get(attempt.attempt.id), closed.has(enrolment.id))] : [];
      });
      return [{ assessment: assessmentSummary(plan), candidate, hasForms: plan.instruments.some(({ versionId }) => versions.get(versionId)?.kind === "form"), instruments }];
    });
  }

  /** One candidate's work. Reading it is audited: it is personal. */
  async open(attemptId: string): Promise<Result<RatingDesk, "not-found" | "not-closed">> {
    const rated = await this.rated(attemptId);
    if (!rated.ok) return rated;
    const { assignment, version } = rated.value;
    const { attempt, enrolment, assessment, competencies } = assignment;
    const { work, rubric } = await this.work(assignment);
    const dictionary = await this.candidates.dictionary(assessment);
    const names = new Map(dictionary.competencies.map(({ code, name }) => [code, name]));
    const order = dictionary.competencies.map(({ code }) => code);
    const candidate = (await this.candidates.summaries([enrolment])).get(enrolment.id);
    assert(candidate && attempt.closedAt, "a closed attempt has a candidate and an end");
    const own = await this.sheets.own(attemptId);
    await this.audit.record({ action: "scoring.work.read", subjectKind: "attempt", subjectId: attemptId, details: { enrolmentId: enrolment.id } });
    return ok({
      attemptId,
      assessment: assessmentSummary(assessment),
      candidate,
      instrument: { versionId: version.id, code: version.code, version: version.version, title: version.title, durationSeconds: version.durationSeconds },
      startedAt: attempt.startedAt?.toISOString() ?? null,
      closedAt: attempt.closedAt.toISOString(),
      hasForms: await this.candidates.haveForms(assessment),
      closedReason: attempt.closedReason ?? "submitted",
      work,
      rubric: rubricFor([...competencies].sort((one, other) => order.indexOf(one) - order.indexOf(other)), rubric, names),
      sheet: own ? sheetView(own.sheet, own.ratings) : { state: "draft", version: 0, savedAt: null, submittedAt: null, ratings: [] },
    });
  }

  /** How one written answer came to be; reading it is audited like the work itself. */
  async textHistory(attemptId: string, itemId: string, afterSeq?: number): Promise<Result<TextHistory, "not-found" | "not-closed">> {
    const rated = await this.rated(attemptId);
    if (!rated.ok) return rated;
    await this.audit.record({ action: "scoring.work.read", subjectKind: "attempt", subjectId: attemptId, details: { enrolmentId: rated.value.assignment.enrolment.id, itemId } });
    return ok(await this.attempts.textHistory(attemptId, itemId, afterSeq));
  }

  /** How one action of an in-basket came to be, audited likewise. Of a case there are none to read: marks in its exhibits are the candidate's own. */
  async actionSaves(attemptId: string, actionId: string, afterSeq = 0): Promise<Result<ActionSaves, "not-found" | "not-closed">> {
    const rated = await this.rated(attemptId);
    if (!rated.ok) return rated;
    const { assignment, version } = rated.value;
    if (version.kind !== "in-basket") return refuse("not-found");
    await this.audit.record({ action: "scoring.work.read", subjectKind: "attempt", subjectId: attemptId, details: { enrolmentId: assignment.enrolment.id, actionId } });
    return ok(pageOf(savesOf(await this.journal(attemptId), actionId, startOf(assignment)), afterSeq));
  }

  /** What is the assessor's to read: of their own candidate, not scored by key, and ended. */
  private async rated(attemptId: string): Promise<Result<{ assignment: Assignment; version: Rated<InstrumentVersionView> }, "not-found" | "not-closed">> {
    const assignment = await this.sheets.assignment(attemptId);
    const version = assignment && (await this.instruments.versions([assignment.attempt.instrumentVersionId])).get(assignment.attempt.instrumentVersionId);
    if (!assignment || !version || !isRated(version)) return refuse("not-found");
    return assignment.attempt.state === "closed" ? ok({ assignment, version }) : refuse("not-closed");
  }

  private async work(assignment: Assignment) {
    const { attempt } = assignment;
    const paper = await this.papers.paper(attempt.instrumentVersionId);
    const { key } = await this.keys.key(attempt.instrumentVersionId);
    const work = await this.attempts.responses(attempt.id);
    if (paper.kind === "case" && key.kind === "case") return { work: caseWorkOf(paper, key, work), rubric: key.rubric };
    assert(paper.kind === "in-basket" && key.kind === "in-basket", "paper and key are of one kind, and a rated one");
    const startedAtMs = startOf(assignment);
    const replay = replayOf(await this.journal(attempt.id), startedAtMs);
    return { work: inBasketWorkOf(paper, key, work, { startedAtMs, replay }), rubric: key.rubric };
  }

  /** The bodies were written from drafts of these kinds, and nobody else can write (J6). */
  private async journal(attemptId: string): Promise<Entry[]> {
    return (await this.attempts.journal(attemptId)).map(({ seq, kind, atMs, body }) => ({ seq, kind, atMs, body: JSON.parse(body) as unknown }) as Entry);
  }
}

const startOf = ({ attempt }: Assignment): number => attempt.startedAt?.getTime() ?? 0;

function assignedInstrument(version: Rated<InstrumentVersionView>, staged: StagedAttempt | undefined, sheet: RatingSheet | undefined, integrated: boolean): RatingAssignment["instruments"][number] {
  return {
    instrumentVersionId: version.id,
    title: version.title,
    kind: version.kind,
    attemptId: staged?.attempt.id ?? null,
    state: stateOf(staged, sheet, integrated),
    closedAt: staged?.attempt.closedAt?.toISOString() ?? null,
    savedAt: sheet?.updatedAt.toISOString() ?? null,
    submittedAt: sheet?.submittedAt?.toISOString() ?? null,
  };
}

function stateOf(staged: StagedAttempt | undefined, sheet: RatingSheet | undefined, integrated: boolean): RatingState {
  if (staged?.stage === "absent") return "absent";
  if (staged?.stage !== "closed") return "not-closed";
  if (integrated && sheet?.state !== "submitted") return "not-needed";
  return sheet?.state ?? "to-rate";
}

function sheetView(sheet: RatingSheet, ratings: readonly { competency: string; level?: number | null | undefined; note: string }[]): RatingSheetView {
  return {
    state: sheet.state,
    version: sheet.version,
    savedAt: sheet.updatedAt.toISOString(),
    submittedAt: sheet.submittedAt?.toISOString() ?? null,
    ratings: ratings.map(({ competency, level, note }) => ({ competency, level: level ?? null, note })),
  };
}

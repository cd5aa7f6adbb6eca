import { EntityManager, LockMode } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { RatingDraftBody, RatingSaved } from "@kompeten/shared/contracts/scoring";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Instruments } from "../authoring/index.ts";
import { Attempts, type AttemptView } from "../delivery/index.ts";
import { Assessments, type AssessmentView, type EnrolmentView } from "../planning/index.ts";
import { Audit, Clock, currentAccountId, currentAgencyId, newId } from "../platform/index.ts";
import { Rating, RatingSheet } from "./rating.entity.ts";
import { Integrations } from "./integrations.service.ts";
import { gapsOf, isRated, type Gap } from "./rating.rules.ts";

/** What an assessor may work on: one closed attempt of a candidate assigned to them. */
export type Assignment = { attempt: AttemptView; enrolment: EnrolmentView; assessment: AssessmentView; competencies: string[] };

export type SaveRefusal = "not-found" | "not-closed" | "integration-closed" | "already-submitted" | "changed-meanwhile" | "unknown-competency";
export type SubmitRefusal = "not-found" | "integration-closed" | "already-submitted" | "changed-meanwhile";
export type Incomplete = { readonly ok: false; readonly refusal: "sheet-incomplete"; readonly gaps: Gap[] };

type RatingTable = { rating: { sheet_id: string; agency_id: string; competency: string; level: number | null; note: string } };

/** An assessor's own rating sheets. Nobody else's sheet can be reached from here (S2). */
@Injectable()
export class RatingSheets {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly attempts: Attempts,
    private readonly assessments: Assessments,
    private readonly instruments: Instruments,
    private readonly integrations: Integrations,
  ) {}

  /** Undefined when the attempt does not exist, is not the assessor's to rate, or is of an instrument scored by key. */
  async assignment(attemptId: string): Promise<Assignment | undefined> {
    const attempt = await this.attempts.byId(attemptId);
    if (!attempt) return undefined;
    const enrolment = await this.assessments.enrolment(attempt.enrolmentId);
    if (!enrolment?.assessorAccountIds.includes(currentAccountId())) return undefined;
    const assessment = await this.assessments.view(enrolment.assessmentId);
    const version = (await this.instruments.versions([attempt.instrumentVersionId])).get(attempt.instrumentVersionId);
    if (!assessment || !version || !isRated(version)) return undefined;
    const competencies = assessment.matrix.filter((cell) => cell.versionId === attempt.instrumentVersionId).map((cell) => cell.competency);
    return { attempt, enrolment, assessment, competencies };
  }

  /** The caller's own sheet of an attempt, if begun. */
  async own(attemptId: string): Promise<{ sheet: RatingSheet; ratings: Rating[] } | undefined> {
    const sheet = await this.em.findOne(RatingSheet, { attemptId, assessorAccountId: currentAccountId() });
    return sheet ? { sheet, ratings: await this.em.find(Rating, { sheetId: sheet.id }) } : undefined;
  }

  /** The caller's own sheets of several attempts, without their ratings. */
  async ownOf(attemptIds: readonly string[]): Promise<Map<string, RatingSheet>> {
    const sheets = await this.em.find(RatingSheet, { attemptId: { $in: [...attemptIds] }, assessorAccountId: currentAccountId() });
    return new Map(sheets.map((sheet) => [sheet.attemptId, sheet]));
  }

  /** Keeps a draft. `version` is the one the caller saw: two windows of one assessor must not overwrite each other. */
  async save(attemptId: string, body: RatingDraftBody): Promise<Result<RatingSaved, SaveRefusal>> {
    const assignment = await this.assignment(attemptId);
    if (!assignment) return refuse("not-found");
    if (assignment.attempt.state !== "closed") return refuse("not-closed");
    if (body.ratings.some((rating) => !assignment.competencies.includes(rating.competency))) return refuse("unknown-competency");
    const tooLate = await this.comesTooLate(assignment);
    const locked = (await this.lock(attemptId)) ?? (body.version === 0 && !tooLate ? await this.begin(assignment) : undefined);
    if (locked?.state === "submitted") return refuse("already-submitted");
    if (tooLate) return refuse("integration-closed");
    if (!locked) return refuse("changed-meanwhile");
    if (locked.version !== body.version) return refuse("changed-meanwhile");
    await this.write(locked.id, body.ratings);
    const now = this.clock.now();
    const version = body.version + 1;
    await this.em.nativeUpdate(RatingSheet, { id: locked.id }, { version, updatedAt: now });
    return ok({ version, savedAt: now.toISOString() });
  }

  /** Hands the sheet in for good; refused with the list of what is missing. */
  async submit(attemptId: string, version: number): Promise<Result<RatingSaved, SubmitRefusal> | Incomplete> {
    const assignment = await this.assignment(attemptId);
    if (!assignment) return refuse("not-found");
    const tooLate = await this.comesTooLate(assignment);
    const locked = await this.lock(attemptId);
    if (!locked) return refuse("not-found");
    if (locked.state === "submitted") return refuse("already-submitted");
    if (tooLate) return refuse("integration-closed");
    if (locked.version !== version) return refuse("changed-meanwhile");
    const ratings = await this.em.find(Rating, { sheetId: locked.id });
    const gaps = gapsOf(assignment.competencies, ratings.map(({ competency, level, note }) => ({ competency, level: level ?? null, note })));
    if (gaps.length > 0) return { ok: false, refusal: "sheet-incomplete", gaps };
    const now = this.clock.now();
    await this.em.nativeUpdate(RatingSheet, { id: locked.id }, { state: "submitted", submittedAt: now, updatedAt: now });
    await this.audit.record({
      action: "scoring.rating.submitted",
      subjectKind: "rating-sheet",
      subjectId: locked.id,
      details: { attemptId, levels: Object.fromEntries(ratings.map((rating) => [rating.competency, rating.level ?? null])) },
    });
    return ok({ version, savedAt: now.toISOString() });
  }

  /** The levels are agreed for good without this sheet. Asked before the sheet is locked: a closing holds the integration first. */
  private async comesTooLate({ enrolment }: Assignment): Promise<boolean> {
    return (await this.integrations.closedAmong([enrolment.id])).size > 0;
  }

  private async lock(attemptId: string): Promise<RatingSheet | undefined> {
    const own = { attemptId, assessorAccountId: currentAccountId() };
    return (await this.em.findOne(RatingSheet, own, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })) ?? undefined;
  }

  /** The first save of a sheet. Of two at once the second finds the first one's row and an older version in its hand. */
  private async begin(assignment: Assignment): Promise<RatingSheet | undefined> {
    const now = this.clock.now();
    const id = newId();
    const own = { id, agency_id: currentAgencyId(), attempt_id: assignment.attempt.id, enrolment_id: assignment.enrolment.id, assessor_account_id: currentAccountId() };
    const kysely = this.em.getKysely<{ rating_sheet: typeof own & { version: number; created_at: Date; updated_at: Date } }>();
    await kysely
      .insertInto("rating_sheet")
      .values({ ...own, version: 0, created_at: now, updated_at: now })
      .onConflict((conflict) => conflict.columns(["attempt_id", "assessor_account_id"]).doNothing())
      .execute();
    const sheet = await this.lock(assignment.attempt.id);
    if (sheet?.id === id) await this.audit.record({ action: "scoring.rating.begun", subjectKind: "rating-sheet", subjectId: id, details: { attemptId: assignment.attempt.id } });
    return sheet;
  }

  private async write(sheetId: string, ratings: RatingDraftBody["ratings"]): Promise<void> {
    if (ratings.length === 0) return;
    const rows = [...new Map(ratings.map((rating) => [rating.competency, rating])).values()];
    await this.em
      .getKysely<RatingTable>()
      .insertInto("rating")
      .values(rows.map((rating) => ({ sheet_id: sheetId, agency_id: currentAgencyId(), ...rating })))
      .onConflict((conflict) =>
        conflict.columns(["sheet_id", "competency"]).doUpdateSet((row) => ({ level: row.ref("excluded.level"), note: row.ref("excluded.note") })),
      )
      .execute();
  }
}

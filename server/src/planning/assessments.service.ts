import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { AssessmentState, Purpose, TimeZone } from "@kompeten/shared/contracts/planning";
import { sql } from "kysely";
import { Assessment, AssessmentInstrument, MatrixCell } from "./assessment.entity.ts";
import { AssessorAssignment, Enrolment, EnrolmentSitting } from "./enrolment.entity.ts";
import { groupBy } from "./group-by.rules.ts";
import { Sitting, SittingInstrument } from "./sitting.entity.ts";

export type AssessmentView = {
  id: string;
  number: string;
  title: string;
  purpose: Purpose;
  state: AssessmentState;
  /** Ids of the configuration it was planned with; what is computed later uses these, not what is current then. */
  standardsId: string;
  standardCode: string;
  dictionaryId: string;
  jpmCategoriesId: string;
  noticeId: string;
  /** Null only in a draft. */
  leadAccountId: string | null;
  /** J7 of delivery. */
  offlineWindowMinutes: number;
  openedAt: Date | null;
  instruments: { versionId: string; ordinal: number }[];
  matrix: { versionId: string; competency: string }[];
};
export type SittingView = {
  id: string;
  assessmentId: string;
  title: string;
  place: string | null;
  windowStart: Date;
  windowEnd: Date;
  timeZone: TimeZone;
  /** R3 of delivery: candidates wait until the proctor starts the room; minutes after that in which one may still come in, null for no limit. */
  proctorStarts: boolean;
  entryClosesMinutes: number | null;
  /** R5 of delivery: candidates work in Safe Exam Browser. */
  safeExamBrowser: boolean;
  /** In the order in which they are taken. */
  instrumentVersionIds: string[];
  enrolmentIds: string[];
};
/** Without who sits in it. */
export type SittingHeading = Pick<SittingView, "id" | "assessmentId" | "title" | "place" | "windowStart" | "windowEnd" | "timeZone"> & { assessmentTitle: string };
export type EnrolmentView = {
  id: string;
  assessmentId: string;
  employeeId: string;
  /** Null only while the assessment is a draft. */
  accountId: string | null;
  sittingIds: string[];
  assessorAccountIds: string[];
};

/** Detached reads: a plan is rewritten in sets, and what the identity map remembers of it would be stale. */
const fresh = { disableIdentityMap: true } as const;

/** Plans as other contexts see them, drafts included: look at `state`. Withdrawn candidates are left out. */
@Injectable()
export class Assessments {
  constructor(private readonly em: EntityManager) {}

  async view(id: string): Promise<AssessmentView | undefined> {
    return (await this.views([id]))[0];
  }

  /** Without ids all of the agency, newest first. */
  async views(ids?: readonly string[]): Promise<AssessmentView[]> {
    if (ids?.length === 0) return [];
    return this.withParts(await this.em.find(Assessment, ids === undefined ? {} : { id: { $in: [...new Set(ids)] } }, { ...fresh, orderBy: { number: "desc" } }));
  }

  /** By the start of their windows. */
  async sittings(assessmentId: string): Promise<SittingView[]> {
    return this.sittingViews(await this.em.find(Sitting, { assessmentId }, { ...fresh, orderBy: { windowStart: "asc", title: "asc", id: "asc" } }));
  }

  /** Ids that are unknown are absent. */
  async sittingsByIds(ids: readonly string[]): Promise<SittingView[]> {
    return this.sittingViews(await this.em.find(Sitting, { id: { $in: [...new Set(ids)] } }, fresh));
  }

  /** Without the people in them, of whom there may be thousands. */
  async sittingHeadings(ids: readonly string[]): Promise<(SittingHeading & Pick<SittingView, "safeExamBrowser">)[]> {
    const { rows } = await sql<SittingHeading & Pick<SittingView, "safeExamBrowser">>`
      select s.id, s.assessment_id as "assessmentId", a.title as "assessmentTitle", s.title, s.place, s.window_start as "windowStart", s.window_end as "windowEnd", s.time_zone as "timeZone", s.safe_exam_browser as "safeExamBrowser"
      from sitting s join assessment a on a.id = s.assessment_id where s.id = any(${[...new Set(ids)]}::uuid[])`.execute(this.em.getKysely());
    return rows.map(headingOf);
  }

  /** Of open assessments: those whose window touches the agency's day of `now`, and the next ones, by the start of their windows. */
  async sittingsFromToday(now: Date, max: number): Promise<SittingHeading[]> {
    const { rows } = await sql<SittingHeading>`
      select s.id, s.assessment_id as "assessmentId", a.title as "assessmentTitle", s.title, s.place, s.window_start as "windowStart", s.window_end as "windowEnd", s.time_zone as "timeZone"
      from sitting s join assessment a on a.id = s.assessment_id join agency g on g.id = s.agency_id
      where a.state = 'open' and s.window_end >= date_trunc('day', ${now}::timestamptz at time zone g.time_zone) at time zone g.time_zone
      order by s.window_start, s.title, s.id limit ${max}`.execute(this.em.getKysely());
    return rows.map(headingOf);
  }

  /** In the order of enrolment. */
  enrolments(assessmentId: string): Promise<EnrolmentView[]> {
    return this.enrolmentViews({ assessmentId });
  }

  async enrolment(id: string): Promise<EnrolmentView | undefined> {
    return (await this.enrolmentsByIds([id]))[0];
  }

  /** Ids that are unknown are absent. */
  enrolmentsByIds(ids: readonly string[]): Promise<EnrolmentView[]> {
    return this.enrolmentViews({ id: { $in: [...new Set(ids)] } });
  }

  enrolmentsOfCandidate(accountId: string): Promise<EnrolmentView[]> {
    return this.enrolmentViews({ accountId });
  }

  /** Of this employee in any assessment: who has an account of their own may be found before an assessment opens. */
  enrolmentsOfEmployees(employeeIds: readonly string[]): Promise<EnrolmentView[]> {
    return this.enrolmentViews({ employeeId: { $in: [...new Set(employeeIds)] } });
  }

  async enrolmentsOfAssessor(accountId: string): Promise<EnrolmentView[]> {
    const assigned = await this.em.find(AssessorAssignment, { accountId }, fresh);
    return this.enrolmentsByIds(assigned.map((assignment) => assignment.enrolmentId));
  }

  async assessmentsLedBy(accountId: string): Promise<AssessmentView[]> {
    return this.withParts(await this.em.find(Assessment, { leadAccountId: accountId }, { ...fresh, orderBy: { number: "desc" } }));
  }

  private async withParts(assessments: Assessment[]): Promise<AssessmentView[]> {
    const assessmentId = { $in: assessments.map((assessment) => assessment.id) };
    const instruments = groupBy(await this.em.find(AssessmentInstrument, { assessmentId }, { ...fresh, orderBy: { ordinal: "asc" } }), (one) => one.assessmentId);
    const cells = groupBy(await this.em.find(MatrixCell, { assessmentId }, { ...fresh, orderBy: { competency: "asc" } }), (cell) => cell.assessmentId);
    return assessments.map((one) => {
      const { id, number, title, purpose, state, standardsId, standardCode, dictionaryId, jpmCategoriesId, noticeId, leadAccountId, offlineWindowMinutes, openedAt } = one;
      return {
        id, number, title, purpose, state, standardsId, standardCode, dictionaryId, jpmCategoriesId, noticeId, leadAccountId, offlineWindowMinutes, openedAt,
        instruments: (instruments.get(id) ?? []).map(({ instrumentVersionId, ordinal }) => ({ versionId: instrumentVersionId, ordinal })),
        matrix: (cells.get(id) ?? []).map(({ instrumentVersionId, competency }) => ({ versionId: instrumentVersionId, competency })),
      };
    });
  }

  private async sittingViews(sittings: Sitting[]): Promise<SittingView[]> {
    const sittingId = { $in: sittings.map((sitting) => sitting.id) };
    const instruments = groupBy(await this.em.find(SittingInstrument, { sittingId }, { ...fresh, orderBy: { ordinal: "asc" } }), (one) => one.sittingId);
    const seats = await this.em.find(EnrolmentSitting, { sittingId }, fresh);
    const present = await this.em.find(Enrolment, { id: { $in: [...new Set(seats.map((seat) => seat.enrolmentId))] }, withdrawnAt: null }, { ...fresh, orderBy: { enrolledAt: "asc", id: "asc" } });
    const order = new Map(present.map((enrolment, index) => [enrolment.id, index]));
    const seated = groupBy(seats.filter((seat) => order.has(seat.enrolmentId)), (seat) => seat.sittingId);
    return sittings.map(({ id, assessmentId, title, place, windowStart, windowEnd, timeZone, proctorStarts, entryClosesMinutes, safeExamBrowser }) => ({
      id, assessmentId, title, place, windowStart, windowEnd, timeZone, proctorStarts, entryClosesMinutes, safeExamBrowser,
      instrumentVersionIds: (instruments.get(id) ?? []).map((one) => one.instrumentVersionId),
      enrolmentIds: (seated.get(id) ?? []).map((seat) => seat.enrolmentId).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    }));
  }

  private async enrolmentViews(where: { assessmentId?: string; accountId?: string; id?: { $in: string[] }; employeeId?: { $in: string[] } }): Promise<EnrolmentView[]> {
    const enrolments = await this.em.find(Enrolment, { ...where, withdrawnAt: null }, { ...fresh, orderBy: { enrolledAt: "asc", id: "asc" } });
    const enrolmentId = { $in: enrolments.map((enrolment) => enrolment.id) };
    const seats = groupBy(await this.em.find(EnrolmentSitting, { enrolmentId }, fresh), (seat) => seat.enrolmentId);
    const assigned = groupBy(await this.em.find(AssessorAssignment, { enrolmentId }, { ...fresh, orderBy: { assignedAt: "asc", id: "asc" } }), (assignment) => assignment.enrolmentId);
    return enrolments.map(({ id, assessmentId, employeeId, accountId }) => ({
      id, assessmentId, employeeId, accountId,
      sittingIds: (seats.get(id) ?? []).map((seat) => seat.sittingId),
      assessorAccountIds: (assigned.get(id) ?? []).map((assignment) => assignment.accountId),
    }));
  }
}

function headingOf<T extends SittingHeading>(row: T): T {
  return { ...row, windowStart: new Date(row.windowStart), windowEnd: new Date(row.windowEnd) };
}

/** Assessments being taken: who of a group does how much of it. */
import { Instruments } from "../authoring/index.ts";
import { Assessments, type EnrolmentView } from "../planning/index.ts";
import { Attempts, type AttemptView } from "../delivery/index.ts";
import { Jobs } from "../platform/index.ts";
import { assert } from "@kompeten/shared/kernel";
import { setTimeout as sleep } from "node:timers/promises";
import type { Foundation } from "./foundation.ts";
import { Seat, throughAndDone, type Progress } from "./seat.ts";
import { inParallel, type Stage } from "./stage.ts";

/** Candidates at work at once; part of the time they only wait for a document. */
const seatsAtOnce = 16;
const jobsLimitMs = 300_000;

/** What one candidate has done of each instrument so far, in the order of the sitting; what is left out has not been begun. */
export type Attendance = { noticeRead: boolean; instruments: readonly Progress[]; forms: readonly Progress[] };
export const everything: Attendance = { noticeRead: true, instruments: Array.from({ length: 12 }, () => throughAndDone), forms: Array.from({ length: 12 }, () => throughAndDone) };

/** Lets every candidate of an open assessment come as far as `attendanceOf` says of the employee. */
export async function sit(stage: Stage, { agencyId, employees }: Foundation, assessmentId: string, attendanceOf: (employeeId: string) => Attendance): Promise<void> {
  const plan = await stage.as(agencyId, null, () => stage.get(Assessments).view(assessmentId));
  const enrolments = await stage.as(agencyId, null, () => stage.get(Assessments).enrolments(assessmentId));
  assert(plan, "the assessment exists");
  const candidates = new Map(employees.map(({ employeeId, candidate }) => [employeeId, candidate]));
  await inParallel(enrolments, seatsAtOnce, async (enrolment) => {
    const candidate = candidates.get(enrolment.employeeId);
    assert(candidate && enrolment.accountId, "an enrolled candidate is of the register and has an account");
    const attempts = await attemptsOf(stage, agencyId, enrolment);
    await attend(new Seat(stage, { agencyId, accountId: enrolment.accountId }, candidate), attempts, await formsAmong(stage, agencyId, attempts), plan.noticeId, attendanceOf(enrolment.employeeId));
  });
}

async function attend(seat: Seat, attempts: readonly AttemptView[], forms: ReadonlySet<string>, noticeId: string, attendance: Attendance): Promise<void> {
  if (attendance.noticeRead) for (const attempt of attempts) await seat.acknowledgeNotice(attempt.id, noticeId);
  await takeAll(seat, attempts.filter(({ id }) => !forms.has(id)), attendance.instruments);
  await takeAll(seat, attempts.filter(({ id }) => forms.has(id)), attendance.forms);
}

/** The first ones, as far as each is to come. */
async function takeAll(seat: Seat, attempts: readonly AttemptView[], progress: readonly Progress[]): Promise<void> {
  for (const [index, one] of progress.entries()) {
    const attempt = attempts[index];
    if (attempt) await seat.take(attempt, one);
  }
}

function attemptsOf(stage: Stage, agencyId: string, enrolment: EnrolmentView): Promise<AttemptView[]> {
  return stage.as(agencyId, null, () => stage.get(Attempts).byEnrolments([enrolment.id]));
}

async function formsAmong(stage: Stage, agencyId: string, attempts: readonly AttemptView[]): Promise<Set<string>> {
  const versions = await stage.as(agencyId, null, () => stage.get(Instruments).versions(attempts.map(({ instrumentVersionId }) => instrumentVersionId)));
  return new Set(attempts.filter(({ instrumentVersionId }) => versions.get(instrumentVersionId)?.kind === "form").map(({ id }) => id));
}

/** Preparing attempts, scoring, recording results: all of it happens in jobs. */
export async function jobsDone(stage: Stage): Promise<void> {
  const end = Date.now() + jobsLimitMs;
  while ((await stage.get(Jobs).pending()) > 0) {
    assert(Date.now() < end, "the demonstration's jobs do not end");
    await sleep(100);
  }
}

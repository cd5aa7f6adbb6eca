/** Assessors who rate independently, and the lead who agrees and closes. */
import type { RatingDraftBody } from "@kompeten/shared/contracts/scoring";
import { assert } from "@kompeten/shared/kernel";
import { Instruments } from "../authoring/index.ts";
import { Attempts } from "../delivery/index.ts";
import { Assessments, type EnrolmentView } from "../planning/index.ts";
import { IntegrationBoards, RatingSheets } from "../scoring/index.ts";
import { agreedLevel, assessorOf, ratingOf, type Assessor } from "./behaviour/assessor.rules.ts";
import type { Candidate, Competency } from "./behaviour/candidate.rules.ts";
import { consensusReason, noteOf } from "./behaviour/notes.rules.ts";
import type { Exercise } from "./behaviour/notes.texts.ts";
import { one, type Foundation } from "./foundation.ts";
import { inParallel, type Stage } from "./stage.ts";

const candidatesAtOnce = 4;

/** Rates and closes every candidate of a finished assessment. */
export async function meet(stage: Stage, foundation: Foundation, assessmentId: string): Promise<void> {
  const { agency, agencyId, staff, employees } = foundation;
  const enrolments = await stage.as(agencyId, null, () => stage.get(Assessments).enrolments(assessmentId));
  const candidates = new Map(employees.map(({ employeeId, candidate }) => [employeeId, candidate]));
  const lead = one(staff, agency, "lead-assessor");
  await inParallel(enrolments, candidatesAtOnce, async (enrolment) => {
    const candidate = candidates.get(enrolment.employeeId);
    assert(candidate, "an enrolled candidate is of the register");
    for (const accountId of enrolment.assessorAccountIds) await stage.as(agencyId, accountId, () => rate(stage, enrolment, candidate, assessorOf(accountSeed(accountId, foundation))));
    await stage.as(agencyId, lead, () => agree(stage, enrolment, candidate));
  });
}

/** An assessor is the same person in every agency: their severity goes by their login where it is known. */
function accountSeed(accountId: string, { staff }: Foundation): string {
  return [...staff].find(([, id]) => id === accountId)?.[0] ?? "asesor tamu";
}

async function rate(stage: Stage, enrolment: EnrolmentView, candidate: Candidate, assessor: Assessor): Promise<void> {
  const sheets = stage.get(RatingSheets);
  const attempts = await stage.get(Attempts).byEnrolments([enrolment.id]);
  const versions = await stage.get(Instruments).versions(attempts.map((attempt) => attempt.instrumentVersionId));
  for (const attempt of attempts) {
    const kind = versions.get(attempt.instrumentVersionId)?.kind;
    if (kind !== "in-basket" && kind !== "case") continue;
    const assignment = await sheets.assignment(attempt.id);
    assert(assignment, "an assessor rates what is assigned to them");
    const ratings = assignment.competencies.map((competency) => lineOf(assessor, candidate, competency as Competency, kind));
    const saved = await sheets.save(attempt.id, { version: 0, ratings });
    assert(saved.ok, `the sheet was not kept: ${saved.ok ? "" : saved.refusal}`);
    const submitted = await sheets.submit(attempt.id, saved.value.version);
    assert(submitted.ok, `the sheet was not submitted: ${submitted.ok ? "" : submitted.refusal}`);
  }
}

function lineOf(assessor: Assessor, candidate: Candidate, competency: Competency, exercise: Exercise): RatingDraftBody["ratings"][number] {
  const level = ratingOf(assessor, candidate, competency, exercise);
  return { competency, level, note: noteOf(`${assessor.seed}/${candidate.seed}`, exercise, competency, level) };
}

async function agree(stage: Stage, enrolment: EnrolmentView, candidate: Candidate): Promise<void> {
  const boards = stage.get(IntegrationBoards);
  const opened = await boards.board(enrolment.id);
  assert(opened.ok && opened.value.board, "the board opens once all sheets are in");
  for (const { competency, ratings, indicated } of opened.value.board.competencies) {
    const levels = ratings.map((rating) => rating.level);
    const level = agreedLevel(levels, indicated[0]?.level ?? null);
    const decided = await boards.decide(enrolment.id, { competency, level, reason: consensusReason(candidate.seed, competency, levels, level) });
    assert(decided.ok, `${competency} was not agreed: ${decided.ok ? "" : decided.refusal}`);
  }
  const closed = await boards.close(enrolment.id);
  assert(closed.ok, `the integration was not closed: ${closed.ok ? "" : closed.refusal}`);
}

/** Candidates who have worked, assessors who rate them and the lead who closes, through the real services. */
import { Instruments } from "../src/authoring/index.ts";
import { Configurations } from "../src/catalogue/index.ts";
import { Attempts, Desk, type AttemptActor } from "../src/delivery/index.ts";
import { AttemptPreparation } from "../src/delivery/attempt-preparation.service.ts";
import { newId } from "../src/platform/index.ts";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { readShippedInstrument } from "../src/authoring/index.ts";
import { loadCatalogue, newPublishedInstrument } from "./catalogue.builders.ts";
import { withClient, type HttpClient, type TestApp } from "./harness.ts";
import { newAccount, signedIn } from "./identity.builders.ts";
import { newEmployee } from "./personnel.builders.ts";

export type Signed = HttpClient & { accountId: string };
export type Rated = { enrolmentId: string; employeeId: string; name: string; nip: string; actor: AttemptActor; attempts: { sjt: string; basket: string; case: string } };
export type ScoringStage = {
  agencyId: string;
  assessmentId: string;
  noticeId: string;
  versions: { sjt: string; basket: string; case: string };
  lead: Signed;
  assessors: [Signed, Signed];
  candidates: Rated[];
};

export const note = "Mendelegasikan d1 kepada Ketua Tim dengan batas waktu yang jelas.";
export const competenciesRated = ["M.04", "M.08"] as const;
const minute = 60_000;

/** An open assessment of the SJT, an in-basket and a case, its attempts prepared; two assessors for every candidate. */
export async function newScoringStage(app: TestApp, wanted: { agencyId?: string; candidates?: number } = {}): Promise<ScoringStage> {
  const agencyId = wanted.agencyId ?? (await app.newAgency());
  const scope = { agencyId, accountId: null };
  await loadCatalogue(app, scope);
  const sjt = await app.run(scope, async () => {
    const id = await app.get(Instruments).load(await readShippedInstrument("sjt-manajerial"));
    await app.get(Instruments).publish(id);
    return id;
  });
  const versions = { sjt, basket: await newPublishedInstrument(app, scope, "in-basket"), case: await newPublishedInstrument(app, scope, "case") };
  const lead = await signedIn(app, { agencyId, roles: ["lead-assessor"], name: "Dr. Ratna Utami" });
  const assessors: [Signed, Signed] = [await signedIn(app, { agencyId, roles: ["assessor"], name: "Asesor Satu" }), await signedIn(app, { agencyId, roles: ["assessor"], name: "Asesor Dua" })];
  const people: Omit<Rated, "attempts">[] = [];
  for (let index = 0; index < (wanted.candidates ?? 1); index++) {
    const { employeeId, name, nip } = await newEmployee(app, { agencyId });
    const { accountId } = await newAccount(app, { agencyId, roles: ["candidate"], name });
    people.push({ enrolmentId: newId(), employeeId, name, nip, actor: { agencyId, accountId } });
  }
  const plan = await planned(app, { agencyId, versions, lead, assessors, people });
  await app.run(scope, () => app.get(AttemptPreparation).prepare(plan.assessmentId));
  const attempts = await app.run(scope, () => app.get(Attempts).byEnrolments(people.map((person) => person.enrolmentId)));
  const attemptOf = (enrolmentId: string, versionId: string) => attempts.find((attempt) => attempt.enrolmentId === enrolmentId && attempt.instrumentVersionId === versionId)?.id as string;
  const candidates = people.map((person) => ({ ...person, attempts: { sjt: attemptOf(person.enrolmentId, versions.sjt), basket: attemptOf(person.enrolmentId, versions.basket), case: attemptOf(person.enrolmentId, versions.case) } }));
  return { agencyId, ...plan, versions, lead, assessors, candidates };
}

type PlanParts = Pick<ScoringStage, "agencyId" | "versions" | "lead" | "assessors"> & { people: readonly Omit<Rated, "attempts">[] };

/** The plan's rows as planning stores them; what an organiser may plan is tested there. */
async function planned(app: TestApp, { agencyId, versions, lead, assessors, people }: PlanParts): Promise<{ assessmentId: string; noticeId: string }> {
  const current = await app.run({ agencyId, accountId: null }, async () => {
    const id = async (kind: Parameters<Configurations["current"]>[0], where = {}) => (await app.get(Configurations).current(kind, new Date("2030-01-01"), where))?.id as string;
    return { standards: await id("position-standards"), dictionary: await id("competency-dictionary"), categories: await id("jpm-categories", { purpose: "position-filling" }), notice: await id("notice") };
  });
  const assessmentId = newId();
  const sittingId = newId();
  const sjtCompetencies = await app.run({ agencyId, accountId: null }, async () => (await app.get(Instruments).versions([versions.sjt])).get(versions.sjt)?.competencies ?? []);
  await withClient(app.database.ownerUrl, async (client) => {
    await client.query(
      `insert into assessment (id, agency_id, number, title, purpose, state, standards_id, standard_code, dictionary_id, jpm_categories_id, notice_id, lead_account_id)
       values ($1, $2, $3, 'Pengisian Administrator', 'position-filling', 'open', $4, 'administrator', $5, $6, $7, $8)`,
      [assessmentId, agencyId, `UJI-${newId().slice(-6)}`, current.standards, current.dictionary, current.categories, current.notice, lead.accountId],
    );
    await client.query("insert into sitting (id, agency_id, assessment_id, title, window_start, window_end, time_zone) values ($1, $2, $3, 'Sesi uji', $4, $5, 'Asia/Jakarta')", [
      sittingId, agencyId, assessmentId, new Date(Date.now() - 5 * minute), new Date(Date.now() + 600 * minute),
    ]);
    const ordered = [versions.sjt, versions.basket, versions.case];
    for (const [index, versionId] of ordered.entries()) {
      await client.query("insert into assessment_instrument (agency_id, assessment_id, instrument_version_id, ordinal) values ($1, $2, $3, $4)", [agencyId, assessmentId, versionId, index + 1]);
      await client.query("insert into sitting_instrument (agency_id, sitting_id, instrument_version_id, ordinal) values ($1, $2, $3, $4)", [agencyId, sittingId, versionId, index + 1]);
      const competencies = versionId === versions.sjt ? sjtCompetencies : competenciesRated;
      for (const competency of competencies) await client.query("insert into assessment_matrix (agency_id, assessment_id, instrument_version_id, competency) values ($1, $2, $3, $4)", [agencyId, assessmentId, versionId, competency]);
    }
    for (const person of people) {
      await client.query("insert into enrolment (id, agency_id, assessment_id, employee_id, account_id) values ($1, $2, $3, $4, $5)", [person.enrolmentId, agencyId, assessmentId, person.employeeId, person.actor.accountId]);
      await client.query("insert into enrolment_sitting (agency_id, enrolment_id, sitting_id) values ($1, $2, $3)", [agencyId, person.enrolmentId, sittingId]);
      for (const assessor of assessors) await client.query("insert into assessor_assignment (id, agency_id, enrolment_id, account_id) values ($1, $2, $3, $4)", [newId(), agencyId, person.enrolmentId, assessor.accountId]);
    }
  });
  return { assessmentId, noticeId: current.notice };
}

/** Starts, does these operations and hands in, through the desk. */
export async function worked(app: TestApp, stage: ScoringStage, candidate: Rated, attemptId: string, operations: Operation[]): Promise<void> {
  const desk = app.get(Desk);
  await desk.acknowledgeNotice(candidate.actor, attemptId, stage.noticeId);
  const started = await desk.start(candidate.actor, attemptId);
  if (!started.ok) throw new Error(`cannot start: ${started.refusal}`);
  if (operations.length > 0) {
    const answer = await desk.append(candidate.actor, { attemptId, epoch: 1, operations });
    const refused = answer.ok ? answer.acknowledgements.find((acknowledgement) => !acknowledgement.ok) : answer;
    if (refused) throw new Error(`refused: ${JSON.stringify(refused)}`);
  }
  const submitted = await desk.submit(candidate.actor, attemptId);
  if (!submitted.ok) throw new Error(`cannot hand in: ${submitted.refusal}`);
}

export const sjtItems = Array.from({ length: 18 }, (_, index) => `s${String(index + 1).padStart(2, "0")}`);

/** Answers every situation with the same two options, so that items earn differently. */
export function sjtAnswers(best = "a", worst = "d"): Operation[] {
  return sjtItems.map((itemId) => ({ opId: newId(), kind: "respond", itemId, response: { interaction: "best-worst", best, worst } }));
}

/** A candidate through all three instruments; the SJT's score is computed by the job before this returns. */
export async function finished(app: TestApp, stage: ScoringStage, candidate: Rated): Promise<void> {
  await worked(app, stage, candidate, candidate.attempts.sjt, sjtAnswers());
  const actionId = newId();
  const typed = ["Siapkan", "Siapkan lap", "Siapkan laporan."];
  await worked(app, stage, candidate, candidate.attempts.basket, [
    ...typed.map((instruction): Operation => ({ opId: newId(), kind: "act", action: { actionId, documentId: "d1", type: "delegate", to: "o3", instruction, due: "2026-11-10T12:00" } })),
    { opId: newId(), kind: "act", action: { actionId: newId(), documentId: "d2", type: "prioritise", urgency: "high", importance: "medium" } },
  ]);
  await worked(app, stage, candidate, candidate.attempts.case, [{ opId: newId(), kind: "respond", itemId: "q1", response: { interaction: "extended-text", text: "Masalah utama adalah antrean yang panjang." } }]);
  await app.jobsDone();
}

/** One assessor's sheet, filled in and handed in through HTTP. */
export async function rated(assessor: HttpClient, attemptId: string, levels: Partial<Record<string, number>> = {}): Promise<void> {
  const draft = await assessor.put(`/api/ratings/${attemptId}`, { version: 0, ratings: competenciesRated.map((competency) => ({ competency, level: levels[competency] ?? 3, note })) });
  if (draft.status !== 200) throw new Error(`draft: ${draft.status} ${JSON.stringify(draft.body)}`);
  const submitted = await assessor.post(`/api/ratings/${attemptId}/submission`, { version: draft.body.version });
  if (submitted.status !== 200) throw new Error(`submission: ${submitted.status} ${JSON.stringify(submitted.body)}`);
}

/** All sheets of a candidate by both assessors. */
export async function ratedByAll(stage: ScoringStage, candidate: Rated, levels: Partial<Record<string, number>>[] = []): Promise<void> {
  for (const [index, assessor] of stage.assessors.entries()) {
    await rated(assessor, candidate.attempts.basket, levels[index]);
    await rated(assessor, candidate.attempts.case, levels[index]);
  }
}

export const allCompetencies = ["M.01", "M.02", "M.03", "M.04", "M.05", "M.06", "M.07", "M.08", "SK.01"] as const;

/** Agrees every competency on its level and closes; the result is recorded by the job before this returns. */
export async function integrated(app: TestApp, stage: ScoringStage, candidate: Rated, levelOf: (competency: string) => number = () => 3): Promise<void> {
  for (const competency of allCompetencies) {
    const decided = await stage.lead.put(`/api/integrations/${candidate.enrolmentId}/consensus`, { competency, level: levelOf(competency), reason: "Disepakati dalam rapat asesor." });
    if (decided.status !== 204) throw new Error(`consensus ${competency}: ${decided.status} ${JSON.stringify(decided.body)}`);
  }
  const closed = await stage.lead.post(`/api/integrations/${candidate.enrolmentId}/closing`, { confirmed: true });
  if (closed.status !== 204) throw new Error(`closing: ${closed.status} ${JSON.stringify(closed.body)}`);
  await app.jobsDone();
}

/** Whole assessments, planned and opened through the real services. */
import { instrumentKinds, type InstrumentKind } from "@kompeten/shared/contracts/instrument-kind";
import { Configurations } from "../src/catalogue/index.ts";
import type { PlanOutcome } from "../src/planning/index.ts";
import { Assessments, AssessorMatrix, CandidateAccounts, Enrolling, Opening, PlanDrafts } from "../src/planning/index.ts";
import { Instruments } from "../src/authoring/index.ts";
import type { Purpose } from "@kompeten/shared/contracts/planning";
import { loadCatalogue, newPublishedInstrument } from "./catalogue.builders.ts";
import { newAccount } from "./identity.builders.ts";
import { newEmployee } from "./personnel.builders.ts";
import type { TestApp } from "./harness.ts";

export type AssessmentOptions = {
  agencyId: string;
  /** Sample kinds or ids of published versions, in the order in which they are taken; one test unless told otherwise. */
  instruments?: readonly (InstrumentKind | (string & {}))[];
  /** How many new employees; one unless told otherwise. */
  candidates?: number;
  /** Employees who are there already, instead. */
  people?: readonly { employeeId: string; nip: string; name: string }[];
  /** The one sitting's window: from a minute ago to an hour more than the instruments need. */
  windowStart?: Date;
  windowEnd?: Date;
  purpose?: Purpose;
  standardCode?: string;
  /** Otherwise new accounts are made: a lead and two assessors for everybody. */
  leadAccountId?: string;
  assessorAccountIds?: readonly string[];
};
export type CandidateForTest = { enrolmentId: string; employeeId: string; accountId: string; nip: string; name: string };
export type AssessmentForTest = {
  agencyId: string;
  assessmentId: string;
  sittingId: string;
  instrumentVersionIds: string[];
  organiserAccountId: string;
  leadAccountId: string;
  assessorAccountIds: string[];
  candidates: CandidateForTest[];
};

/** An assessment that has just been opened; `jobsDone()` waits until delivery has prepared its attempts. */
export async function newOpenAssessment(app: TestApp, options: AssessmentOptions): Promise<AssessmentForTest> {
  const planned = await newPlannedAssessment(app, options);
  const scope = { agencyId: options.agencyId, accountId: planned.organiserAccountId };
  await app.run(scope, async () => taken(await app.get(Opening).open(planned.assessmentId, planned.version)));
  const enrolments = await app.run(scope, () => app.get(Assessments).enrolments(planned.assessmentId));
  const accounts = new Map(enrolments.map((enrolment) => [enrolment.id, enrolment.accountId ?? ""]));
  return { ...planned, candidates: planned.candidates.map((candidate) => ({ ...candidate, accountId: accounts.get(candidate.enrolmentId) ?? "" })) };
}

/** A draft without a problem, ready to be opened. */
export async function newPlannedAssessment(app: TestApp, options: AssessmentOptions): Promise<Omit<AssessmentForTest, "candidates"> & { version: number; candidates: Omit<CandidateForTest, "accountId">[] }> {
  const { agencyId } = options;
  const account = async (role: "organiser" | "lead-assessor" | "assessor") => (await newAccount(app, { agencyId, roles: [role] })).accountId;
  const organiserAccountId = await account("organiser");
  const leadAccountId = options.leadAccountId ?? (await account("lead-assessor"));
  const assessorAccountIds = [...(options.assessorAccountIds ?? [await account("assessor"), await account("assessor")])];
  const scope = { agencyId, accountId: organiserAccountId };
  await loadCatalogue(app, scope);
  const versionIds: string[] = [];
  for (const one of options.instruments ?? ["test"]) versionIds.push(isKind(one) ? await newPublishedInstrument(app, scope, one) : one);
  const people = [...(options.people ?? [])];
  for (let index = 0; options.people === undefined && index < (options.candidates ?? 1); index++) people.push(await newEmployee(app, { agencyId }));
  return app.run(scope, async () => {
    const drafts = app.get(PlanDrafts);
    const standards = await app.get(Configurations).current("position-standards", new Date());
    const id = taken(await drafts.create({ title: "Penilaian uji", purpose: options.purpose ?? "mapping", standardsId: standards?.id ?? "", standardCode: options.standardCode ?? "pengawas", offlineWindowMinutes: 30 }));
    let version = 1;
    const next = <T>(outcome: PlanOutcome<T>): void => {
      taken(outcome);
      version += 1;
    };
    next(await drafts.chooseInstruments(id, { version, versionIds }));
    next(await drafts.sittings(id, { version, sittings: [await sitting(app, options, versionIds)] }));
    if (people.length > 0) next(await app.get(Enrolling).enrol(id, { version, employeeIds: people.map((person) => person.employeeId) }));
    next(await app.get(AssessorMatrix).lead(id, { version, accountId: leadAccountId }));
    const enrolments = await app.get(Assessments).enrolments(id);
    if (people.length > 0) next(await app.get(AssessorMatrix).assign(id, { version, mode: "replace", enrolmentIds: enrolments.map((one) => one.id), accountIds: assessorAccountIds }));
    const [only] = await app.get(Assessments).sittings(id);
    const candidates = people.map((person) => ({ ...person, enrolmentId: enrolments.find((one) => one.employeeId === person.employeeId)?.id ?? "" }));
    return { agencyId, assessmentId: id, version, sittingId: only?.id ?? "", instrumentVersionIds: versionIds, organiserAccountId, leadAccountId, assessorAccountIds, candidates };
  });
}

/** One-time passwords of an open assessment's candidates, by enrolment id: `http.signIn(login, password)`. */
export function candidatePasswords(app: TestApp, assessment: Pick<AssessmentForTest, "agencyId" | "assessmentId" | "organiserAccountId">): Promise<Map<string, { login: string; password: string }>> {
  return app.run({ agencyId: assessment.agencyId, accountId: assessment.organiserAccountId }, async () => {
    const issued = await app.get(CandidateAccounts).cards(assessment.assessmentId, undefined);
    if (!issued.ok) throw new Error(issued.refusal);
    return new Map(issued.value.cards.map(({ enrolmentId, login, password }) => [enrolmentId, { login, password }]));
  });
}

async function sitting(app: TestApp, options: AssessmentOptions, versionIds: string[]) {
  const versions = await app.get(Instruments).versions(versionIds);
  const needed = [...versions.values()].reduce((sum, version) => sum + (version.durationSeconds ?? 0), 0);
  const windowStart = options.windowStart ?? new Date(Date.now() - 60_000);
  const windowEnd = options.windowEnd ?? new Date(Math.max(windowStart.getTime(), Date.now()) + needed * 1000 + 3_600_000);
  return { title: "Sesi uji", place: "Ruang uji", windowStart: windowStart.toISOString(), windowEnd: windowEnd.toISOString(), proctorStarts: false, entryClosesMinutes: null, safeExamBrowser: false, timeZone: "Asia/Jakarta" as const, instrumentVersionIds: versionIds };
}

function isKind(value: string): value is InstrumentKind {
  return (instrumentKinds as readonly string[]).includes(value);
}

function taken<T>(outcome: PlanOutcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${JSON.stringify(outcome.params ?? outcome.problems ?? {})}`);
  return outcome.value;
}

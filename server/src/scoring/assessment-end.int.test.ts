import { sql } from "kysely";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApp, withClient, type HttpClient } from "../../test/harness.ts";
import { newOpenAssessment } from "../../test/planning.builders.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newEmployee } from "../../test/personnel.builders.ts";
import { allCompetencies, finished, integrated, newScoringStage, ratedByAll, sjtAnswers, type Rated, type ScoringStage } from "../../test/scoring.builders.ts";
import { Attempts, Desk } from "../delivery/index.ts";
import { newId } from "../platform/index.ts";
import { AssessmentEnd } from "./assessment-end.service.ts";

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()), 120_000);
afterAll(() => app?.stop());

const listed = async (stage: ScoringStage) => (await stage.lead.get("/api/assessments")).body.assessments.find((one: { id: string }) => one.id === stage.assessmentId);
const statesOf = async (assessor: HttpClient) => (await assessor.get("/api/ratings")).body.assignments.flatMap((one: { instruments: { state: string }[] }) => one.instruments.map(({ state }) => state));
/** The sitting's window is over, and with it that of each attempt that was not begun. */
async function windowsEnd(client: Client, assessmentId: string): Promise<void> {
  await client.query("update sitting set window_end = now() where assessment_id = $1", [assessmentId]);
  await client.query("update attempt set window_end = now() where state = 'waiting' and sitting_id in (select id from sitting where assessment_id = $1)", [assessmentId]);
}
const closings = async (stage: ScoringStage) => {
  const { rows } = await app.run({ agencyId: stage.agencyId, accountId: null }, (em) => sql<{ accountId: string | null }>`select account_id as "accountId" from audit_entry where action = 'planning.assessment.closed' and subject_id = ${stage.assessmentId}`.execute(em.getKysely()));
  return rows.map(({ accountId }) => accountId);
};

describe("the last integration", () => {
  let stage: ScoringStage;
  let spare: Awaited<ReturnType<typeof signedIn>>;
  const late = sjtAnswers("b", "c").slice(0, 1);
  beforeAll(async () => {
    stage = await newScoringStage(app, { candidates: 2 });
    spare = await signedIn(app, { agencyId: stage.agencyId, roles: ["assessor"] });
    await withClient(app.database.ownerUrl, (client) => client.query("insert into assessor_assignment (id, agency_id, enrolment_id, account_id) values ($1, $2, $3, $4)", [newId(), stage.agencyId, stage.candidates[0]?.enrolmentId, spare.accountId]));
    for (const candidate of stage.candidates) {
      await finished(app, stage, candidate);
      // J5: after the hand-in, so it is kept and does not count.
      await app.get(Desk).append(candidate.actor, { attemptId: candidate.attempts.sjt, epoch: 1, operations: late });
      await ratedByAll(stage, candidate);
      for (const competency of allCompetencies) await stage.lead.put(`/api/integrations/${candidate.enrolmentId}/consensus`, { competency, level: 3, reason: "Disepakati dalam rapat asesor." });
    }
  }, 120_000);

  it("has the assessment closed once, also when two are closed at the same moment, and says so on the record", async () => {
    const { attempts } = stage.candidates[0] as Rated;
    expect((await spare.put(`/api/ratings/${attempts.case}`, { version: 0, ratings: [] })).status).toBe(200);
    expect(await statesOf(spare)).toEqual(["to-rate", "draft"]);
    expect(await listed(stage)).toMatchObject({ state: "open" });
    const answers = await Promise.all(stage.candidates.map(({ enrolmentId }) => stage.lead.post(`/api/integrations/${enrolmentId}/closing`, { confirmed: true })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    await app.jobsDone();
    expect(await listed(stage)).toMatchObject({ state: "closed" });
    expect(await closings(stage)).toEqual([null]);
  });

  it("needs no sheet any more: who has not handed theirs in is not asked for it, and refused", async () => {
    const { attempts } = stage.candidates[0] as Rated;
    expect(await statesOf(spare)).toEqual(["not-needed", "not-needed"]);
    for (const answer of [
      await spare.put(`/api/ratings/${attempts.basket}`, { version: 0, ratings: [] }),
      await spare.put(`/api/ratings/${attempts.case}`, { version: 1, ratings: [] }),
      await spare.post(`/api/ratings/${attempts.case}/submission`, { version: 1 }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, "integration-closed"]);
    }
    expect(await statesOf(stage.assessors[0] as HttpClient)).toEqual(["submitted", "submitted", "submitted", "submitted"]);
  });

  it("leaves everything to be read and nothing to be changed", async () => {
    const organiser = await signedIn(app, { agencyId: stage.agencyId, roles: ["organiser"] });
    const path = `/api/assessments/${stage.assessmentId}`;
    const { status, body } = await organiser.get(path);
    expect([status, body.state, body.problems]).toEqual([200, "closed", { errors: 0, warnings: 0, list: [] }]);
    const { employeeId } = await newEmployee(app, { agencyId: stage.agencyId });
    const { version } = body;
    const proctor = await signedIn(app, { agencyId: stage.agencyId, roles: ["proctor"] });
    const file = new FormData();
    file.append("file", new Blob(["NIP\n198503122010011005\n"], { type: "text/plain" }), "peserta.txt");
    for (const answer of [
      await organiser.post(`${path}/enrolments`, { version, employeeIds: [employeeId] }),
      await organiser.put(`${path}/assessors`, { version, enrolmentIds: stage.candidates.map((one) => one.enrolmentId), accountIds: [stage.lead.accountId], mode: "add" }),
      await organiser.post(`${path}/opening`, { version }),
      await organiser.post(`${path}/sign-in-cards`, {}),
      await organiser.post(`${path}/candidate-checks`, { nips: ["198503122010011005"] }),
      await organiser.post(`${path}/candidate-files`, file),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, "closed"]);
    }
    for (const deed of [{ kind: "room-started" }, { kind: "message", text: "Silakan mulai." }]) {
      const answer = await proctor.post(`${path}/room-record`, { opId: newId(), deed });
      expect([answer.status, answer.body.code]).toEqual([409, "assessment-closed"]);
    }
    expect((await stage.lead.get(`/api/integrations/${stage.candidates[0]?.enrolmentId}`)).body.board.competencies).toHaveLength(9);
  });

  it("[J5] lets nothing set aside count behind the result, which stays to be read", async () => {
    const { attempts } = stage.candidates[0] as Rated;
    const path = `/api/attempts/${attempts.sjt}`;
    const journal = () => app.run({ agencyId: stage.agencyId, accountId: null }, () => app.get(Attempts).journal(attempts.sjt));
    const before = await journal();
    const merged = await stage.lead.post(`${path}/merges`, { opIds: late.map(({ opId }) => opId), reason: "Jawaban dibuat sebelum diserahkan." });
    expect([merged.status, merged.body.code]).toEqual([409, "result-given"]);
    expect(await journal()).toEqual(before);
    expect((await stage.lead.get(`${path}/set-aside`)).body.operations).toMatchObject([{ cause: "late", mergedSeq: null }]);
    expect((await stage.lead.get("/api/set-aside")).body.attempts).toMatchObject([{ over: true }, { over: true }]);
  });
});

describe("somebody who never came", () => {
  let stage: ScoringStage;
  beforeAll(async () => {
    stage = await newScoringStage(app, { candidates: 2 });
    const candidate = stage.candidates[0] as Rated;
    await finished(app, stage, candidate);
    await ratedByAll(stage, candidate);
    await integrated(app, stage, candidate);
  }, 120_000);
  const look = () => app.run({ agencyId: stage.agencyId, accountId: null }, () => app.get(AssessmentEnd).look(stage.assessmentId));
  const waitingJobs = () =>
    app.run({ agencyId: stage.agencyId, accountId: null }, async (em) => {
      const { rows } = await sql<{ due: Date; windowEnd: Date }>`select j.start_after as due, s.window_end as "windowEnd" from pgboss.job j join sitting s on s.assessment_id = (j.data->'data'->>'assessmentId')::uuid where j.name = 'scoring.assessment-end' and j.state = 'created' and s.assessment_id = ${stage.assessmentId}`.execute(em.getKysely());
      return rows;
    });

  it("is waited for until their window is over: a job looks then", async () => {
    expect(await listed(stage)).toMatchObject({ state: "open" });
    const [job, ...others] = await waitingJobs();
    expect(others).toEqual([]);
    expect(new Date(job?.due ?? 0)).toEqual(new Date(job?.windowEnd ?? 1));
  });
  it("keeps the assessment open no longer than that", async () => {
    await withClient(app.database.ownerUrl, (client) => windowsEnd(client, stage.assessmentId));
    await look();
    expect(await listed(stage)).toMatchObject({ state: "closed" });
    const { assessments } = (await stage.lead.get("/api/integrations")).body;
    expect(assessments[0].candidates.map((one: { state: string }) => one.state)).toEqual(["closed", "absent"]);
    expect((await stage.lead.get(`/api/integrations/${stage.candidates[1]?.enrolmentId}`)).body.board).toBeNull();
    await look();
    expect(await closings(stage)).toEqual([null]);
  });
});

describe("somebody enrolled just before the last closing", () => {
  it("is waited for by their sitting's window also while their attempts are not made yet", async () => {
    const stage = await newScoringStage(app, { candidates: 2 });
    const [candidate, newcomer] = stage.candidates as [Rated, Rated];
    await finished(app, stage, candidate);
    await ratedByAll(stage, candidate);
    // As it is until the job of preparation has run: enrolled and seated, without an attempt.
    await withClient(app.database.ownerUrl, (client) => client.query("update enrolment set withdrawn_at = now() where id = $1", [newcomer.enrolmentId]));
    const { employeeId } = await newEmployee(app, { agencyId: stage.agencyId });
    await withClient(app.database.ownerUrl, (client) =>
      client.query("with late as (insert into enrolment (id, agency_id, assessment_id, employee_id) values ($1, $2, $3, $4) returning id, agency_id) insert into enrolment_sitting (agency_id, enrolment_id, sitting_id) select agency_id, id, (select id from sitting where assessment_id = $3) from late", [newId(), stage.agencyId, stage.assessmentId, employeeId]),
    );
    await integrated(app, stage, candidate);
    expect(await listed(stage)).toMatchObject({ state: "open" });
    await withClient(app.database.ownerUrl, async (client) => {
      await windowsEnd(client, stage.assessmentId);
      const { rowCount } = await client.query("update pgboss.job set start_after = now() where name = 'scoring.assessment-end' and state = 'created' and data->'data'->>'assessmentId' = $1", [stage.assessmentId]);
      expect(rowCount).toBe(1);
    });
    await app.jobsDone();
    expect(await listed(stage)).toMatchObject({ state: "closed" });
  });
});

describe("an assessment to which nobody came", () => {
  it("is looked at when its last window ends, and is finished then, without a result", async () => {
    const agencyId = await app.newAgency();
    const { assessmentId, leadAccountId } = await newOpenAssessment(app, { agencyId, candidates: 2 });
    await app.jobsDone();
    const plan = async () => {
      const { rows } = await app.run({ agencyId, accountId: leadAccountId }, (em) =>
        sql<{ state: string; dueAtEnd: boolean; integrations: number }>`
          select a.state, j.start_after = s.window_end as "dueAtEnd", (select count(*)::int from integration) as integrations
          from assessment a join sitting s on s.assessment_id = a.id join pgboss.job j on (j.data->'data'->>'assessmentId')::uuid = a.id and j.name = 'scoring.assessment-end'
          where a.id = ${assessmentId}`.execute(em.getKysely()),
      );
      return rows;
    };
    expect(await plan()).toEqual([{ state: "open", dueAtEnd: true, integrations: 0 }]);
    await withClient(app.database.ownerUrl, async (client) => {
      await windowsEnd(client, assessmentId);
      await client.query("update pgboss.job set start_after = now() where name = 'scoring.assessment-end' and data->'data'->>'assessmentId' = $1", [assessmentId]);
    });
    await app.jobsDone();
    expect(await plan()).toMatchObject([{ state: "closed", integrations: 0 }]);
  });
});

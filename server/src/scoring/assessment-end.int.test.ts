import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApp, withClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newEmployee } from "../../test/personnel.builders.ts";
import { allCompetencies, finished, integrated, newScoringStage, ratedByAll, sjtAnswers, type Rated, type ScoringStage } from "../../test/scoring.builders.ts";
import { Attempts, Desk } from "../delivery/index.ts";
import { AssessmentEnd } from "./assessment-end.service.ts";

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()), 120_000);
afterAll(() => app?.stop());

const listed = async (stage: ScoringStage) => (await stage.lead.get("/api/assessments")).body.assessments.find((one: { id: string }) => one.id === stage.assessmentId);
const closings = async (stage: ScoringStage) => {
  const { rows } = await app.run({ agencyId: stage.agencyId, accountId: null }, (em) => sql<{ accountId: string | null }>`select account_id as "accountId" from audit_entry where action = 'planning.assessment.closed' and subject_id = ${stage.assessmentId}`.execute(em.getKysely()));
  return rows.map(({ accountId }) => accountId);
};

describe("the last integration", () => {
  let stage: ScoringStage;
  const late = sjtAnswers("b", "c").slice(0, 1);
  beforeAll(async () => {
    stage = await newScoringStage(app, { candidates: 2 });
    for (const candidate of stage.candidates) {
      await finished(app, stage, candidate);
      // J5: after the hand-in, so it is kept and does not count.
      await app.get(Desk).append(candidate.actor, { attemptId: candidate.attempts.sjt, epoch: 1, operations: late });
      await ratedByAll(stage, candidate);
      for (const competency of allCompetencies) await stage.lead.put(`/api/integrations/${candidate.enrolmentId}/consensus`, { competency, level: 3, reason: "Disepakati dalam rapat asesor." });
    }
  }, 120_000);

  it("has the assessment closed once, also when two are closed at the same moment, and says so on the record", async () => {
    expect(await listed(stage)).toMatchObject({ state: "open" });
    const answers = await Promise.all(stage.candidates.map(({ enrolmentId }) => stage.lead.post(`/api/integrations/${enrolmentId}/closing`, { confirmed: true })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    await app.jobsDone();
    expect(await listed(stage)).toMatchObject({ state: "closed" });
    expect(await closings(stage)).toEqual([null]);
  });

  it("leaves everything to be read and nothing to be changed", async () => {
    const organiser = await signedIn(app, { agencyId: stage.agencyId, roles: ["organiser"] });
    const path = `/api/assessments/${stage.assessmentId}`;
    const { status, body } = await organiser.get(path);
    expect([status, body.state, body.problems]).toEqual([200, "closed", { errors: 0, warnings: 0, list: [] }]);
    const { employeeId } = await newEmployee(app, { agencyId: stage.agencyId });
    const { version } = body;
    for (const answer of [
      await organiser.post(`${path}/enrolments`, { version, employeeIds: [employeeId] }),
      await organiser.put(`${path}/assessors`, { version, enrolmentIds: stage.candidates.map((one) => one.enrolmentId), accountIds: [stage.lead.accountId], mode: "add" }),
      await organiser.post(`${path}/opening`, { version }),
      await organiser.post(`${path}/sign-in-cards`, {}),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, "closed"]);
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
    await withClient(app.database.ownerUrl, (client) => client.query("update sitting set window_end = now() where assessment_id = $1", [stage.assessmentId]));
    await look();
    expect(await listed(stage)).toMatchObject({ state: "closed" });
    const { assessments } = (await stage.lead.get("/api/integrations")).body;
    expect(assessments[0].candidates.map((one: { state: string }) => one.state)).toEqual(["closed", "absent"]);
    expect((await stage.lead.get(`/api/integrations/${stage.candidates[1]?.enrolmentId}`)).body.board).toBeNull();
    await look();
    expect(await closings(stage)).toEqual([null]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { allCompetencies, finished, integrated, newScoringStage, note, rated, type Rated, type ScoringStage } from "../../test/scoring.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";

let app: TestApp;
let stage: ScoringStage;
let candidate: Rated;
beforeAll(async () => {
  app = await TestApp.start();
  stage = await newScoringStage(app, { candidates: 2 });
  candidate = stage.candidates[0] as Rated;
  await finished(app, stage, candidate);
}, 120_000);
afterAll(() => app?.stop());

const board = () => stage.lead.get(`/api/integrations/${candidate.enrolmentId}`);
const decide = (body: object) => stage.lead.put(`/api/integrations/${candidate.enrolmentId}/consensus`, body);
const close = () => stage.lead.post(`/api/integrations/${candidate.enrolmentId}/closing`, { confirmed: true });

describe("[S2] before the assessors are through", () => {
  it("the lead sees progress and no level, and can agree nothing", async () => {
    const [one] = stage.assessors;
    await rated(one, candidate.attempts.basket, { "M.04": 2 });
    const { body } = await board();
    expect(body.board).toBeNull();
    expect(body.progress).toMatchObject({ state: "waiting", attempts: 3, attemptsClosed: 3, agreed: 0, competencies: 9 });
    expect(body.progress.assessors.map((assessor: any) => [assessor.name, assessor.submitted, assessor.expected])).toEqual([["Asesor Satu", 1, 2], ["Asesor Dua", 0, 2]]);
    expect(JSON.stringify(body)).not.toContain(note);
    expect((await decide({ competency: "M.04", level: 3, reason: "Disepakati." })).body.code).toBe("board-not-open");
    expect((await close()).body.code).toBe("board-not-open");
  });
  it("one assessor alone does not open the board", async () => {
    await rated(stage.assessors[0], candidate.attempts.case, { "M.04": 3 });
    expect((await board()).body.board).toBeNull();
    expect(JSON.stringify((await stage.lead.get("/api/integrations")).body)).not.toContain(note);
  });
});

describe("the board", () => {
  beforeAll(async () => {
    await rated(stage.assessors[1], candidate.attempts.basket, { "M.04": 4 });
    await rated(stage.assessors[1], candidate.attempts.case, { "M.04": 3, "M.08": 2 });
  });

  it("puts first ratings side by side with what the test indicates", async () => {
    const { body } = await board();
    const of = (code: string) => body.board.competencies.find((one: any) => one.competency === code);
    expect(of("M.04").ratings.map((one: any) => one.level).sort()).toEqual([2, 3, 3, 4]);
    expect(of("M.04").disagreement).toBe(true);
    expect(of("M.08")).toMatchObject({ disagreement: false, required: 3 });
    expect(of("M.01")).toMatchObject({ ratings: [], disagreement: false, indicated: [{ items: 2 }] });
    expect(body.board.scores).toMatchObject([{ maxPoints: 108, items: 18, answered: 18, standardError: null }]);
    expect(body.board.standardTitle).toBe("Jabatan Administrator");
  });

  it.each([
    ["another lead of the agency", async () => signedIn(app, { agencyId: stage.agencyId, roles: ["lead-assessor"] })],
    ["a lead of another agency", async () => signedIn(app, { agencyId: await app.newAgency(), roles: ["lead-assessor"] })],
    ["an assigned assessor", async () => stage.assessors[0]],
    ["an official", async () => signedIn(app, { agencyId: stage.agencyId, roles: ["official"] })],
  ])("is not found for %s", async (_, who) => {
    const http = await who();
    const path = `/api/integrations/${candidate.enrolmentId}`;
    for (const answer of [await http.get(path), await http.put(`${path}/consensus`, { competency: "M.04", level: 5, reason: "x".repeat(30) }), await http.post(`${path}/closing`, { confirmed: true })]) {
      expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
    }
  });

  it("[S4] asks for a full reason where first ratings are two levels apart", async () => {
    expect((await decide({ competency: "M.04", level: 3, reason: "Sepakat." })).body.code).toBe("reason-too-short");
    expect((await decide({ competency: "M.04", level: 3, reason: "Bukti kasus lebih lengkap daripada in-basket." })).status).toBe(204);
    expect((await decide({ competency: "M.08", level: 2, reason: "" })).body.code).toBe("reason-missing");
    expect((await decide({ competency: "M.08", level: 2, reason: "Sepakat." })).status).toBe(204);
  });
  it("takes no competency outside plan and standard, and no level outside 1 to 5", async () => {
    expect((await decide({ competency: "T.01", level: 3, reason: "Sepakat." })).body.code).toBe("unknown-competency");
    expect((await decide({ competency: "M.01", level: 6, reason: "Sepakat." })).status).toBe(400);
  });
  it("cannot be closed while a competency is undecided", async () => {
    const answer = await close();
    expect([answer.status, answer.body.code]).toEqual([409, "consensus-incomplete"]);
    expect(answer.body.errors.map((error: any) => error.path)).toEqual(allCompetencies.filter((code) => code !== "M.04" && code !== "M.08"));
  });
});

describe("closing", () => {
  beforeAll(() => integrated(app, stage, candidate, (competency) => (competency === "M.04" ? 4 : 3)));

  it("is final for the lead", async () => {
    expect((await board()).body.progress).toMatchObject({ state: "closed", agreed: 9 });
    expect((await decide({ competency: "M.04", level: 1, reason: "x".repeat(30) })).body.code).toBe("integration-closed");
    expect((await close()).body.code).toBe("integration-closed");
  });
  it("nor can SQL of the application's role change it", async () => {
    const attempt = (statement: ReturnType<typeof sql>) => app.run({ agencyId: stage.agencyId, accountId: stage.lead.accountId }, (em) => statement.execute(em.getKysely()));
    await expect(attempt(sql`update consensus set level = 1`)).rejects.toThrow(/never changes/);
    await expect(attempt(sql`update integration set state = 'open'`)).rejects.toThrow(/never changes/);
    await expect(attempt(sql`insert into consensus (enrolment_id, agency_id, competency, level, reason, decided_by) values (${candidate.enrolmentId}, ${stage.agencyId}, 'T.01', 5, 'x', ${stage.lead.accountId})`)).rejects.toThrow(/never changes/);
  });
  it("leaves the other candidate waiting", async () => {
    const { body } = await stage.lead.get("/api/integrations");
    expect(body.assessments[0].candidates.map((one: any) => one.state)).toEqual(["closed", "waiting"]);
  });
});

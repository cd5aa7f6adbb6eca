import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { finished, newScoringStage, note, rated, type Rated, type ScoringStage } from "../../test/scoring.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newId } from "../platform/index.ts";

let app: TestApp;
let stage: ScoringStage;
let done: Rated;
let waiting: Rated;
beforeAll(async () => {
  app = await TestApp.start();
  stage = await newScoringStage(app, { candidates: 2 });
  [done, waiting] = stage.candidates as [Rated, Rated];
  await finished(app, stage, done);
}, 120_000);
afterAll(() => app?.stop());

const basket = () => `/api/ratings/${done.attempts.basket}`;
const delegated = async (): Promise<string> => (await stage.assessors[0].get(basket())).body.work.actions[0].actionId;
const line = (competency: string, level: number | null = 3, text = note) => ({ competency, level, note: text });

describe("an assessor's list", () => {
  it("holds each assigned candidate's rated instruments with their state, and no test", async () => {
    const { body } = await stage.assessors[0].get("/api/ratings");
    expect(body.assignments).toHaveLength(2);
    const of = (enrolmentId: string) => body.assignments.find((one: any) => one.candidate.enrolmentId === enrolmentId).instruments.map((one: any) => [one.kind, one.state]);
    expect(of(done.enrolmentId)).toEqual([["in-basket", "to-rate"], ["case", "to-rate"]]);
    expect(of(waiting.enrolmentId)).toEqual([["in-basket", "not-closed"], ["case", "not-closed"]]);
  });
  it("is empty for an assessor without assignments", async () => {
    const other = await signedIn(app, { agencyId: stage.agencyId, roles: ["assessor"] });
    expect((await other.get("/api/ratings")).body).toEqual({ assignments: [] });
  });
});

describe("[S2] a candidate's work", () => {
  it("lies before the assigned assessor with rubric and expectation", async () => {
    const { status, body } = await stage.assessors[0].get(basket());
    expect(status).toBe(200);
    expect(body.candidate).toMatchObject({ name: done.name, nip: done.nip });
    expect(body.work.actions.map((one: any) => [one.order, one.documentId, one.content.type, one.content.to])).toEqual([[1, "d1", "delegate", "o3"], [2, "d2", "prioritise", undefined]]);
    expect(body.work.documents.find((one: any) => one.id === "d2")).toMatchObject({ priority: { urgency: "high", importance: "medium" }, expected: { links: ["d1"] } });
    expect(body.rubric.map((one: any) => [one.competency, one.anchors["3"]])).toEqual([["M.04", "Level tiga"], ["M.08", "Level tiga"]]);
    expect(body.sheet).toEqual({ state: "draft", version: 0, savedAt: null, submittedAt: null, ratings: [] });
  });
  it("shows a case's answers with their words counted", async () => {
    const { body } = await stage.assessors[0].get(`/api/ratings/${done.attempts.case}`);
    expect(body.work.answers.map((one: any) => [one.questionId, one.words])).toEqual([["q1", 6], ["q2", 0]]);
  });
  it("tells how an answer came to be", async () => {
    const { status, body } = await stage.assessors[0].get(`/api/ratings/${done.attempts.case}/answers/q1/revisions`);
    expect([status, body.revisions.map((one: any) => one.edit.inserted)]).toEqual([200, ["Masalah utama adalah antrean yang panjang."]]);
    expect(body.revisions[0].atMs).toBeGreaterThanOrEqual(body.startedAtMs);
    expect((await stage.assessors[0].get(`/api/ratings/${done.attempts.case}/answers/q1/revisions?after=${body.revisions[0].seq}`)).body).toEqual({ ...body, revisions: [], more: false });
    expect((await stage.assessors[0].get(`/api/ratings/${done.attempts.case}/answers/q2/revisions`)).body.revisions).toEqual([]);
  });
  it("tells how an action came to be, each step of the replay by its saves", async () => {
    const { replay } = (await stage.assessors[0].get(basket())).body.work;
    expect(replay.map((step: any) => [step.deed, step.changes])).toEqual([["delegate", 2], ["prioritise", 0]]);
    const { actionId, fromSeq, toSeq } = replay[0].saves;
    const { status, body } = await stage.assessors[0].get(`${basket()}/actions/${actionId}/saves`);
    expect([status, body.more]).toEqual([200, false]);
    expect(body.saves.map((save: any) => [save.withdrawn, save.content.instruction])).toEqual([[false, "Siapkan"], [false, "Siapkan lap"], [false, "Siapkan laporan."]]);
    expect([body.saves[0].seq, body.saves[2].seq]).toEqual([fromSeq, toSeq]);
    expect((await stage.assessors[0].get(`${basket()}/actions/${actionId}/saves?after=${fromSeq}`)).body).toEqual({ saves: body.saves.slice(1), more: false });
    expect((await stage.assessors[0].get(`${basket()}/actions/${newId()}/saves`)).body).toEqual({ saves: [], more: false });
    expect((await stage.assessors[0].get(`${basket()}/actions/d1/saves`)).status).toBe(400);
    expect((await stage.assessors[0].get(`${basket()}/actions/${actionId}/saves?after=x`)).status).toBe(400);
  });
  it("is read on the record, each action's history as well", async () => {
    const { rows } = await app.run({ agencyId: stage.agencyId, accountId: null }, (em) =>
      sql<{ action: string; actionId: string | null }>`select action, details::json ->> 'actionId' as "actionId" from audit_entry where subject_id = ${done.attempts.basket}`.execute(em.getKysely()),
    );
    expect(rows).toContainEqual({ action: "scoring.work.read", actionId: null });
    expect(rows).toContainEqual({ action: "scoring.work.read", actionId: await delegated() });
  });

  it.each([
    ["an assessor who is not assigned", async () => signedIn(app, { agencyId: stage.agencyId, roles: ["assessor"] })],
    ["the lead, who does not rate", async () => stage.lead],
    ["an assessor of another agency", async () => signedIn(app, { agencyId: await app.newAgency(), roles: ["assessor"] })],
    ["an organiser", async () => signedIn(app, { agencyId: stage.agencyId, roles: ["organiser"] })],
    ["a candidate", async () => signedIn(app, { agencyId: stage.agencyId, roles: ["candidate"] })],
  ])("is not found for %s", async (_, who) => {
    const http = await who();
    for (const answer of [
      await http.get(basket()),
      await http.get(`/api/ratings/${done.attempts.case}/answers/q1/revisions`),
      await http.get(`${basket()}/actions/${await delegated()}/saves`),
      await http.put(basket(), { version: 0, ratings: [line("M.04")] }),
      await http.post(`${basket()}/submission`, { version: 1 }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
    }
  });
  it("is not found where it does not exist, is scored by key, and refused while the candidate still works", async () => {
    const [assessor] = stage.assessors;
    expect((await assessor.get(`/api/ratings/${newId()}`)).body.code).toBe("not-found");
    expect((await assessor.get(`/api/ratings/${done.attempts.sjt}`)).body.code).toBe("not-found");
    expect((await assessor.put(`/api/ratings/${done.attempts.sjt}`, { version: 0, ratings: [] })).body.code).toBe("not-found");
    expect((await assessor.get(`/api/ratings/${waiting.attempts.basket}`)).body.code).toBe("not-closed");
    expect((await assessor.get(`/api/ratings/${done.attempts.sjt}/answers/s1/revisions`)).body.code).toBe("not-found");
    expect((await assessor.get(`/api/ratings/${waiting.attempts.case}/answers/q1/revisions`)).body.code).toBe("not-closed");
    const saves = async (attemptId: string) => (await assessor.get(`/api/ratings/${attemptId}/actions/${await delegated()}/saves`)).body.code;
    expect(await saves(newId())).toBe("not-found");
    expect(await saves(done.attempts.sjt)).toBe("not-found");
    // What a candidate marks in a case's exhibits is nobody else's to read.
    expect(await saves(done.attempts.case)).toBe("not-found");
    expect(await saves(waiting.attempts.basket)).toBe("not-closed");
    expect((await assessor.put(`/api/ratings/${waiting.attempts.basket}`, { version: 0, ratings: [] })).body.code).toBe("not-closed");
  });
});

describe("a draft", () => {
  it("is kept, and refused to a window that saw an older version", async () => {
    const [assessor] = stage.assessors;
    const first = await assessor.put(basket(), { version: 0, ratings: [line("M.04", 2)] });
    expect([first.status, first.body.version]).toEqual([200, 1]);
    expect((await assessor.put(basket(), { version: 0, ratings: [line("M.04", 5)] })).body.code).toBe("changed-meanwhile");
    expect((await assessor.put(basket(), { version: 1, ratings: [line("M.04", 4)] })).body.version).toBe(2);
    expect((await assessor.get(basket())).body.sheet).toMatchObject({ version: 2, state: "draft", ratings: [line("M.04", 4)] });
  });
  it("begun in two windows at once has one winner", async () => {
    const answers = await Promise.all([1, 2].map((level) => stage.assessors[1].put(`/api/ratings/${done.attempts.case}`, { version: 0, ratings: [line("M.04", level)] })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
  it("takes only competencies the plan measures with the instrument", async () => {
    expect((await stage.assessors[0].put(basket(), { version: 2, ratings: [line("M.01")] })).status).toBe(400);
  });
  it("[S2] is the assessor's alone: the other assessor starts from an empty sheet", async () => {
    expect((await stage.assessors[1].get(basket())).body.sheet).toMatchObject({ version: 0, ratings: [] });
  });
});

describe("[S2] handing in", () => {
  it("is refused with what is missing", async () => {
    const [assessor] = stage.assessors;
    const saved = await assessor.put(basket(), { version: 2, ratings: [line("M.04", 4, "terlalu pendek")] });
    const answer = await assessor.post(`${basket()}/submission`, { version: saved.body.version });
    expect([answer.status, answer.body.code]).toEqual([409, "sheet-incomplete"]);
    expect(answer.body.errors).toEqual([{ path: "M.04", message: "note" }, { path: "M.08", message: "level" }, { path: "M.08", message: "note" }]);
  });
  it("names the version: an older one is refused", async () => {
    const [assessor] = stage.assessors;
    const saved = await assessor.put(basket(), { version: 3, ratings: [line("M.04", 4), line("M.08", 2)] });
    expect((await assessor.post(`${basket()}/submission`, { version: 3 })).body.code).toBe("changed-meanwhile");
    expect((await assessor.post(`${basket()}/submission`, { version: saved.body.version })).status).toBe(200);
  });
  it("makes the sheet final: not by a draft, not by handing in again", async () => {
    const [assessor] = stage.assessors;
    expect((await assessor.put(basket(), { version: 4, ratings: [line("M.04", 5)] })).body.code).toBe("already-submitted");
    expect((await assessor.post(`${basket()}/submission`, { version: 4 })).body.code).toBe("already-submitted");
    expect((await assessor.get(basket())).body.sheet).toMatchObject({ state: "submitted", ratings: [line("M.04", 4), line("M.08", 2)] });
  });
  it("nor by SQL of the application's role", async () => {
    const scope = { agencyId: stage.agencyId, accountId: stage.assessors[0].accountId };
    const attempt = (statement: ReturnType<typeof sql>) => app.run(scope, (em) => statement.execute(em.getKysely()));
    const sheet = sql`(select id from rating_sheet where state = 'submitted' limit 1)`;
    await expect(attempt(sql`update rating set level = 5 where sheet_id = ${sheet}`)).rejects.toThrow(/never changes/);
    await expect(attempt(sql`insert into rating (sheet_id, agency_id, competency, level) values (${sheet}, ${stage.agencyId}, 'M.01', 5)`)).rejects.toThrow(/never changes/);
    await expect(attempt(sql`update rating_sheet set state = 'draft' where state = 'submitted'`)).rejects.toThrow(/never changes/);
    await expect(attempt(sql`delete from rating where sheet_id = ${sheet}`)).rejects.toThrow(/permission denied/);
  });
  it("does not open it to the other assessor", async () => {
    const text = JSON.stringify((await stage.assessors[1].get(basket())).body.sheet);
    expect(text).not.toContain(note);
    await rated(stage.assessors[1], done.attempts.basket);
    const after = (await stage.assessors[1].get(basket())).body.sheet;
    expect(after.ratings).toEqual([line("M.04", 3), line("M.08", 3)]);
  });
});

it("keeps both agencies' sheets apart in the database", async () => {
  const other = await app.newAgency();
  const count = (agencyId: string) => app.run({ agencyId, accountId: null }, (em) => sql<{ n: number }>`select count(*)::int as n from rating`.execute(em.getKysely()).then(({ rows }) => rows[0]?.n));
  expect(await count(other)).toBe(0);
  expect(await count(stage.agencyId)).toBeGreaterThan(0);
});

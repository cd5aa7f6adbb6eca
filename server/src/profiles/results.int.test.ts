import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { allCompetencies, finished, integrated, newScoringStage, ratedByAll, type Rated, type ScoringStage } from "../../test/scoring.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newId } from "../platform/index.ts";
import { Results } from "./results.service.ts";

let app: TestApp;
let stage: ScoringStage;
let candidate: Rated;
let official: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  app = await TestApp.start();
  stage = await newScoringStage(app);
  candidate = stage.candidates[0] as Rated;
  official = await signedIn(app, { agencyId: stage.agencyId, roles: ["official"] });
  await finished(app, stage, candidate);
  await ratedByAll(stage, candidate);
  // Two levels of 27 short: 25 ÷ 27.
  await integrated(app, stage, candidate, (competency) => (competency === "M.01" || competency === "SK.01" ? 2 : 3));
}, 120_000);
afterAll(() => app?.stop());

const inAgency = <T>(work: () => Promise<T>) => app.run({ agencyId: stage.agencyId, accountId: null }, work);

describe("[S5] a closed integration becomes a result", () => {
  it("with unrounded JPM, category, validity and everything it rests on", async () => {
    const { rows } = await inAgency(() => sql<Record<string, any>>`select *, valid_from::text as "from", valid_until::text as until from result`.execute(app.app.orm.em.getKysely()));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ revision: 1, enrolment_id: candidate.enrolmentId, employee_id: candidate.employeeId, category_code: "MS", standard_code: "administrator" });
    expect(rows[0]?.["jpm_percent"]).toBe((100 * 25) / 27);
    expect(Number(rows[0]?.["until"].slice(0, 4)) - Number(rows[0]?.["from"].slice(0, 4))).toBeGreaterThanOrEqual(2);
    expect(rows[0]?.["inputs"].evidence.sheets).toHaveLength(4);
    expect(rows[0]?.["inputs"].evidence.scores).toMatchObject([{ revision: 1, keySha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });
  it("once, however often the job runs", async () => {
    expect(await inAgency(() => app.get(Results).record(candidate.enrolmentId))).toMatchObject({ ok: true, value: { added: false } });
    const { rows } = await inAgency(() => sql<{ n: number }>`select count(*)::int as n from result`.execute(app.app.orm.em.getKysely()));
    expect(rows[0]?.n).toBe(1);
  });
  it("that nobody can change, the owner included", async () => {
    await withClient(app.database.ownerUrl, (client) => expect(client.query("update result set jpm_percent = 100")).rejects.toThrow(/append-only/));
  });
  it("and nothing comes of an open or unknown one", async () => {
    expect(await inAgency(() => app.get(Results).record(newId()))).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("the current result", () => {
  const currentAt = (day: string) => inAgency(() => app.get(Results).currentOf([candidate.employeeId], new Date(day))).then((found) => found.get(candidate.employeeId));
  it("is the newest that is valid on the day", async () => {
    const now = await currentAt(new Date(Date.now() + 86_400_000).toISOString());
    expect(now).toMatchObject({ categoryCode: "MS", revision: 1 });
    expect(await currentAt("2020-01-01")).toBeUndefined();
    expect(await currentAt(`${now?.validUntil}T12:00:00Z`)).toMatchObject({ id: now?.id });
    expect(await currentAt("2040-01-01")).toBeUndefined();
  });
  it("gives way to a newer one", async () => {
    const id = newId();
    await withClient(app.database.ownerUrl, (client) =>
      client.query(
        `insert into result select $1, agency_id, enrolment_id, employee_id, assessment_id, 2, purpose, standards_id, standard_code, jpm_categories_id, levels, 100, 'MS', valid_from, valid_until, inputs, now() from result`,
        [id],
      ),
    );
    expect(await currentAt(new Date(Date.now() + 86_400_000).toISOString())).toMatchObject({ id, revision: 2, jpmPercent: 100 });
  });
});

describe("reading results", () => {
  it("lists and filters them", async () => {
    const { body } = await official.get("/api/results");
    expect(body.results).toMatchObject([{ nip: candidate.nip, current: true, category: { code: "MS", name: "Memenuhi Syarat" }, standardTitle: "Jabatan Administrator" }]);
    expect((await official.get("/api/results?category=KMS")).body.results).toEqual([]);
    expect((await official.get(`/api/results?assessmentId=${stage.assessmentId}&unit=Dinas%20Pendidikan`)).body.results).toHaveLength(1);
    expect((await official.get("/api/results?unknown=1")).status).toBe(400);
  });
  it("shows one with its levels, gaps, versions and evidence, on the record", async () => {
    const { rows } = await inAgency(() => sql<{ id: string }>`select id from result where revision = 1`.execute(app.app.orm.em.getKysely()));
    const { status, body } = await official.get(`/api/results/${rows[0]?.id}`);
    expect(status).toBe(200);
    expect(body.levels).toHaveLength(9);
    expect(body.levels[0]).toMatchObject({ competency: "M.01", required: 3, achieved: 2, gap: -1, reason: "Disepakati dalam rapat asesor." });
    expect(body.calculation).toMatchObject({ achievedSum: 25, requiredSum: 27, capPercent: 100 });
    expect(body.versions.categories.legalBasis).toContain("26");
    expect(body.inputs.scores[0]).toMatchObject({ maxPoints: 108, version: 1 });
    const audit = await inAgency(() => sql<{ action: string }>`select action from audit_entry where subject_id = ${rows[0]?.id} and account_id = ${official.accountId}`.execute(app.app.orm.em.getKysely()));
    expect(audit.rows.map((row) => row.action)).toEqual(["profiles.result.read"]);
  });
  it("exports them with grouped NIP", async () => {
    const answer = await official.get("/api/results/export.csv");
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(answer.headers.get("content-disposition")).toContain("hasil-penilaian.csv");
    expect(answer.body).toContain(candidate.nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4"));
  });
  it("is refused to other roles and shows another agency nothing", async () => {
    const { rows } = await inAgency(() => sql<{ id: string }>`select id from result limit 1`.execute(app.app.orm.em.getKysely()));
    for (const role of ["assessor", "organiser", "candidate", "proctor"] as const) {
      const other = await signedIn(app, { agencyId: stage.agencyId, roles: [role] });
      expect([(await other.get("/api/results")).status, (await other.get(`/api/results/${rows[0]?.id}`)).status]).toEqual([404, 404]);
    }
    const stranger = await signedIn(app, { agencyId: await app.newAgency(), roles: ["official"] });
    expect((await stranger.get("/api/results")).body.results).toEqual([]);
    expect((await stranger.get(`/api/results/${rows[0]?.id}`)).status).toBe(404);
  });
});

describe("a sheet that was still a draft at the closing", () => {
  it("is refused from then on, and no result names it, however late that is computed", async () => {
    const late = await newScoringStage(app);
    const rated = late.candidates[0] as Rated;
    const third = await signedIn(app, { agencyId: late.agencyId, roles: ["assessor"] });
    await withClient(app.database.ownerUrl, (client) => client.query("insert into assessor_assignment (id, agency_id, enrolment_id, account_id) values ($1, $2, $3, $4)", [newId(), late.agencyId, rated.enrolmentId, third.accountId]));
    await finished(app, late, rated);
    await ratedByAll(late, rated);
    for (const competency of allCompetencies) expect((await late.lead.put(`/api/integrations/${rated.enrolmentId}/consensus`, { competency, level: 3, reason: "Disepakati dalam rapat asesor." })).status).toBe(204);
    const draft = await third.put(`/api/ratings/${rated.attempts.basket}`, { version: 0, ratings: [] });
    expect(draft.status).toBe(200);
    await withClient(app.database.ownerUrl, async (client) => {
      // Holds the job that computes the result up.
      await client.query("begin; lock table result in access exclusive mode");
      expect((await late.lead.post(`/api/integrations/${rated.enrolmentId}/closing`, { confirmed: true })).status).toBe(204);
      const submitted = await third.post(`/api/ratings/${rated.attempts.basket}/submission`, { version: draft.body.version });
      expect([submitted.status, submitted.body.code]).toEqual([409, "integration-closed"]);
      await client.query("rollback");
    });
    await app.jobsDone();
    const { rows } = await app.run({ agencyId: late.agencyId, accountId: null }, (em) => sql<{ sheets: string[]; submitted: number }>`
      select (select array_agg(sheet->>'assessorAccountId') from jsonb_array_elements(inputs->'evidence'->'sheets') sheet) as sheets,
        (select count(*)::int from rating_sheet s where s.enrolment_id = r.enrolment_id and state = 'submitted') as submitted
      from result r where enrolment_id = ${rated.enrolmentId}`.execute(em.getKysely()));
    expect(rows[0]?.submitted).toBe(4);
    expect(rows[0]?.sheets).toHaveLength(4);
    expect(rows[0]?.sheets).not.toContain(third.accountId);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { TestApp, withClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newEmployee } from "../../test/personnel.builders.ts";
import { finished, integrated, newScoringStage, ratedByAll, type Rated, type ScoringStage } from "../../test/scoring.builders.ts";
import { nineBoxId, withTalentData } from "../../test/talent.builders.ts";

const year = new Date().getUTCFullYear();
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
let app: TestApp;
let stage: ScoringStage;
let assessed: Rated;
let unassessed: { employeeId: string };
let official: Awaited<ReturnType<typeof signedIn>>;
let cycleId: string;
beforeAll(async () => {
  app = await TestApp.start();
  stage = await newScoringStage(app);
  const { agencyId } = stage;
  assessed = stage.candidates[0] as Rated;
  unassessed = await newEmployee(app, { agencyId });
  await finished(app, stage, assessed);
  await ratedByAll(stage, assessed);
  await integrated(app, stage, assessed);
  await withTalentData(app, { agencyId, employeeId: assessed.employeeId, year: year - 1, predicate: "sangat-baik", score: 80 });
  await withTalentData(app, { agencyId, employeeId: unassessed.employeeId, year: year - 1, predicate: "baik", score: 70, components: { awards: null } });
  official = await signedIn(app, { agencyId, roles: ["official"], name: "Kepala BKD" });
  const created = await official.post("/api/talent-cycles", { title: "Siklus uji", asOf: tomorrow, configurationId: await nineBoxId(app, agencyId) });
  if (created.status !== 201) throw new Error(`no cycle: ${created.status}`);
  cycleId = created.body.id;
}, 120_000);
afterAll(() => app?.stop());

const nineBox = async (http = official) => (await http.get(`/api/talent-cycles/${cycleId}/nine-box`)).body;
const standing = async (employeeId: string) => (await nineBox()).people.find((person: any) => person.employeeId === employeeId);
const confirm = (body: object, http = official) => http.post(`/api/talent-cycles/${cycleId}/placements`, body);

describe("[S5] a cycle places everybody from recorded inputs", () => {
  it("with a box where nothing is missing", async () => {
    // Y = 0.6·100 + 0.4·80 = 92; X = 0.2·100 (JPM) + 0.8·80 = 84.
    expect(await standing(assessed.employeeId)).toMatchObject({ performanceScore: 92, potentialScore: 84, talentScore: 88, box: 9, missing: [], placement: null });
  });
  it("without one where something is, saying what: never zero", async () => {
    expect(await standing(unassessed.employeeId)).toMatchObject({ performanceScore: null, potentialScore: null, talentScore: null, box: null, missing: ["Penghargaan (5 tahun terakhir)", "Hasil penilaian kompetensi"] });
  });
  it("and prints method, cut-offs, weights and legal basis", async () => {
    const { method, cycle } = await nineBox();
    expect(method).toMatchObject({ performanceMethod: "weighted-score", cutOffs: { performance: [60, 80], potential: [60, 80] }, talentScoreWeights: { performance: 50, potential: 50 }, poolBoxes: [7, 8, 9] });
    expect(method.configuration.legalBasis).toContain("411");
    expect(cycle).toMatchObject({ people: 2, incomplete: 1, confirmed: 0, revision: 1 });
  });
  it("with every component's weight, source and date behind it", async () => {
    const { body } = await official.get(`/api/talent-cycles/${cycleId}/standings/${assessed.employeeId}`);
    const of = (code: string) => body.components.find((component: any) => component.code === code);
    expect(of("predicate")).toMatchObject({ axis: "performance", weightPercent: 60, score: 100, value: "Sangat Baik", source: "e-Kinerja", asOf: String(year - 1) });
    expect(of("competency-result")).toMatchObject({ axis: "potential", score: 100, value: "MS" });
    expect(of("education")).toMatchObject({ score: 80, source: "SIASN", asOf: `${year - 1}-12-31` });
    expect(body.resultId).toMatch(/^[0-9a-f-]{36}$/);
  });
  it("by the other method when the configuration says so", async () => {
    const { body } = await official.post("/api/talent-cycles", { title: "Menurut predikat", asOf: tomorrow, configurationId: await nineBoxId(app, stage.agencyId, "kotak-sembilan-411-2025-predikat") });
    const view = (await official.get(`/api/talent-cycles/${body.id}/nine-box`)).body;
    expect(view.method.performanceMethod).toBe("predicate-row");
    expect(view.people.find((person: any) => person.employeeId === assessed.employeeId)).toMatchObject({ box: 9 });
  });
});

describe("a snapshot", () => {
  it("does not move when the register does, until it is computed anew", async () => {
    await withTalentData(app, { agencyId: stage.agencyId, employeeId: assessed.employeeId, year: year - 1, score: 80, components: { integrity: 20 } });
    expect(await standing(assessed.employeeId)).toMatchObject({ potentialScore: 84 });
    expect((await official.post(`/api/talent-cycles/${cycleId}/recomputation`)).body).toEqual({ revision: 2 });
    expect(await standing(assessed.employeeId)).toMatchObject({ potentialScore: 75, box: 7 });
    const kept = await app.run({ agencyId: stage.agencyId, accountId: null }, (em) => sql<{ revision: number; box: number }>`select revision, box from standing where cycle_id = ${cycleId} and employee_id = ${assessed.employeeId} order by revision`.execute(em.getKysely()));
    expect(kept.rows).toEqual([{ revision: 1, box: 9 }, { revision: 2, box: 7 }]);
  });
  it("cannot be changed, by the owner either", async () => {
    await withClient(app.database.ownerUrl, (client) => expect(client.query("update standing set box = 9")).rejects.toThrow(/append-only/));
  });
});

describe("a person confirms", () => {
  it("nothing by itself: the pool is empty before", async () => {
    expect((await official.get(`/api/talent-cycles/${cycleId}/pool`)).body.rows).toEqual([]);
  });
  it("only the proposal they were shown, and another box only with a reason", async () => {
    const { standingId } = await standing(assessed.employeeId);
    const body = { employeeId: assessed.employeeId, standingId, box: 7, reason: "" };
    expect((await confirm({ ...body, standingId: unassessed.employeeId })).body.code).toBe("standing-outdated");
    expect((await confirm({ ...body, box: 9, reason: "pantas" })).body.code).toBe("reason-too-short");
    expect((await confirm({ ...body, box: 10 })).status).toBe(400);
    expect((await confirm(body)).body).toEqual({ revision: 1 });
    expect((await confirm({ ...body, box: 4, reason: "Hasil klarifikasi integritas belum selesai." })).body).toEqual({ revision: 2 });
    expect((await confirm({ ...body, box: 8, reason: "Klarifikasi selesai dan dinyatakan bersih." })).body).toEqual({ revision: 3 });
  });
  it("nobody who is incomplete", async () => {
    const { standingId } = await standing(unassessed.employeeId);
    expect((await confirm({ employeeId: unassessed.employeeId, standingId, box: 5, reason: "x".repeat(40) })).body.code).toBe("standing-incomplete");
  });
  it("and the newest decision makes the pool, ranked, with all decisions kept", async () => {
    const pool = (await official.get(`/api/talent-cycles/${cycleId}/pool`)).body;
    expect(pool.rows).toMatchObject([{ rank: 1, employeeId: assessed.employeeId, box: 8, proposedBox: 7, talentScore: 83.5, confirmedBy: "Kepala BKD" }]);
    const { body } = await official.get(`/api/talent-cycles/${cycleId}/standings/${assessed.employeeId}`);
    expect(body.placements.map((one: any) => [one.revision, one.box])).toEqual([[3, 8], [2, 4], [1, 7]]);
    const csv = await official.get(`/api/talent-cycles/${cycleId}/pool.csv`);
    expect(csv.body).toContain("83,50");
    const audit = await app.run({ agencyId: stage.agencyId, accountId: null }, (em) => sql<{ n: number }>`select count(*)::int as n from audit_entry where action = 'talent.placement.confirmed' and subject_id = ${assessed.employeeId}`.execute(em.getKysely()));
    expect(audit.rows[0]?.n).toBe(3);
  });
});

describe("others", () => {
  it("an auditor reads and cannot confirm, create or compute", async () => {
    const auditor = await signedIn(app, { agencyId: stage.agencyId, roles: ["auditor"] });
    expect((await nineBox(auditor as typeof official)).people).toHaveLength(2);
    const { standingId } = await standing(assessed.employeeId);
    expect((await confirm({ employeeId: assessed.employeeId, standingId, box: 7, reason: "" }, auditor as typeof official)).status).toBe(404);
    expect((await auditor.post(`/api/talent-cycles/${cycleId}/recomputation`)).status).toBe(404);
  });
  it("an official of another agency finds none of it, and cannot use its configuration", async () => {
    const stranger = await signedIn(app, { agencyId: await app.newAgency(), roles: ["official"] });
    for (const path of ["nine-box", "pool", "pool.csv", `standings/${assessed.employeeId}`]) expect((await stranger.get(`/api/talent-cycles/${cycleId}/${path}`)).status).toBe(404);
    expect((await stranger.get("/api/talent-cycles")).body).toEqual({ cycles: [], configurations: [] });
    expect((await stranger.post("/api/talent-cycles", { title: "Tamu", asOf: tomorrow, configurationId: await nineBoxId(app, stage.agencyId) })).status).toBe(400);
  });
  it("a lead assessor and an organiser see none of it", async () => {
    for (const role of ["lead-assessor", "organiser"] as const) {
      const other = await signedIn(app, { agencyId: stage.agencyId, roles: [role] });
      expect((await other.get("/api/talent-cycles")).status).toBe(404);
    }
  });
});

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApp } from "../../test/harness.ts";
import { Instruments } from "../authoring/index.ts";
import { Attempts } from "../delivery/index.ts";
import { Accounts, Agencies } from "../identity/index.ts";
import { Employees } from "../personnel/index.ts";
import { Assessments, type AssessmentView } from "../planning/index.ts";
import { Results } from "../profiles/index.ts";
import { TalentCycles, TalentPages } from "../talent/index.ts";
import { bangkaBelitung, demonstrationAgencies, demonstrationPassword, eastJava, type DemonstrationAgency } from "./agencies.ts";
import { demonstrationSizes, ensureDemonstration } from "./demonstration.ts";
import { begunFact, finishedFact, type DemonstrationFact } from "./installation.ts";

const size = demonstrationSizes.small;
let app: TestApp;
let fact: DemonstrationFact;
const said: string[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  fact = await ensureDemonstration(app.app, { size, say: (line) => said.push(line) });
}, 240_000);
afterAll(() => app?.stop());

async function agencyId(agency: DemonstrationAgency): Promise<string> {
  return app.get(Agencies).ensure(agency);
}
async function inside<T>(agency: DemonstrationAgency, work: () => Promise<T>, login?: string): Promise<T> {
  const id = await agencyId(agency);
  const holder = login === undefined ? undefined : await app.run({ agencyId: id, accountId: null }, async () => (await app.get(Accounts).holdersOf("official")).find((one) => one.login === login));
  return app.run({ agencyId: id, accountId: holder?.accountId ?? null }, work);
}
const plansOf = (agency: DemonstrationAgency): Promise<AssessmentView[]> => inside(agency, () => app.get(Assessments).views());
const planOf = async (agency: DemonstrationAgency, purpose: string, state: string): Promise<AssessmentView> => {
  const found = (await plansOf(agency)).find((plan) => plan.purpose === purpose && plan.state === state);
  if (!found) throw new Error(`${agency.code} has no ${state} plan for ${purpose}`);
  return found;
};
const attemptsOf = (agency: DemonstrationAgency, plan: AssessmentView) =>
  inside(agency, async () => app.get(Attempts).byEnrolments((await app.get(Assessments).enrolments(plan.id)).map(({ id }) => id)));

describe.each(demonstrationAgencies.map((agency) => [agency.code, agency] as const))("the demonstration of %s", (_, agency) => {
  it("has a register of sixty, most of them with a predicate of last year", async () => {
    await inside(agency, async () => {
      const everybody = await app.get(Employees).all();
      expect(everybody).toHaveLength(60);
      const predicates = await app.get(Employees).performance(everybody.map(({ id }) => id), new Date().getUTCFullYear() - 1);
      expect(predicates.size).toBeGreaterThan(45);
      expect(predicates.size).toBeLessThan(60);
    });
  });

  it("has a finished assessment with all work handed in, scored, and every chain of the journal intact [J4]", async () => {
    const plan = await planOf(agency, "position-filling", "closed");
    const attempts = await attemptsOf(agency, plan);
    expect(attempts).toHaveLength(size.finished * 4);
    expect(new Set(attempts.map(({ state, closedReason }) => `${state} ${closedReason}`))).toEqual(new Set(["closed submitted"]));
    await inside(agency, async () => {
      for (const attempt of attempts) expect(await app.get(Attempts).isIntact(attempt.id)).toBe(true);
      const versions = await app.get(Instruments).versions(attempts.map(({ instrumentVersionId }) => instrumentVersionId));
      const inBaskets = attempts.filter(({ instrumentVersionId }) => versions.get(instrumentVersionId)?.kind === "in-basket");
      const late = [];
      for (const { id } of inBaskets) late.push((await app.get(Attempts).responses(id)).actions.filter(({ documentId }) => ["d19", "d20", "d21", "d22"].includes(documentId ?? "")).length);
      // What arrives while the clock runs is handled, by some more than by others.
      expect(Math.max(...late)).toBeGreaterThan(4);
      expect(new Set(late).size).toBeGreaterThan(1);
    });
  });

  it("gives results that differ from person to person, over at least two categories, none negative [S5]", async () => {
    const results = await inside(agency, async () => {
      const everybody = await app.get(Employees).all();
      return [...(await app.get(Results).currentOf(everybody.map(({ id }) => id), new Date(Date.now() + 12 * 3_600_000))).values()];
    });
    expect(results).toHaveLength(size.finished);
    for (const { jpmPercent, levels } of results) {
      expect(jpmPercent).toBeGreaterThan(0);
      expect(jpmPercent).toBeLessThanOrEqual(100);
      expect(levels).toHaveLength(9);
    }
    expect(new Set(results.map(({ levels }) => JSON.stringify(levels))).size).toBeGreaterThan(size.finished / 2);
    expect(new Set(results.map(({ categoryCode }) => categoryCode)).size).toBeGreaterThanOrEqual(2);
  });

  it("places people in several boxes, confirms some of them and leaves the incomplete out", async () => {
    const official = agency.staff.find(({ role }) => role === "official")?.login;
    const box = await inside(agency, async () => {
      const [cycle] = (await app.get(TalentCycles).list()).cycles;
      return app.get(TalentPages).nineBox(cycle?.id ?? "");
    }, official);
    const placed = box?.people.filter((person) => person.box !== null) ?? [];
    expect(placed.length).toBeGreaterThan(size.finished / 3);
    expect(placed.length).toBeLessThanOrEqual(size.finished);
    expect(new Set(placed.map((person) => person.box)).size).toBeGreaterThanOrEqual(2);
    expect(placed.filter((person) => person.placement !== null).length).toBeGreaterThan(0);
    expect(placed.filter((person) => person.placement === null).length).toBeGreaterThan(0);
    expect(box?.people.filter((person) => person.box === null).every((person) => person.missing.length > 0)).toBe(true);
  });

  it("has one assessment under way, some of it through, some in the middle, some not begun, and one in preparation", async () => {
    const attempts = await attemptsOf(agency, await planOf(agency, "mapping", "open"));
    const perPerson = Map.groupBy(attempts, ({ enrolmentId }) => enrolmentId);
    const states = [...perPerson.values()].map((own) => own.map(({ state }) => state));
    expect(states.filter((own) => own.every((state) => state === "closed")).length).toBe(2);
    expect(states.filter((own) => own.every((state) => state === "waiting")).length).toBe(2);
    expect(states.some((own) => own.includes("running"))).toBe(true);
    expect((await planOf(agency, "mapping", "draft")).instruments).toHaveLength(3);
  });

  it("lets every role of its staff and the candidates who have not begun sign in", async () => {
    for (const { login } of agency.staff) await app.http().signIn(login, demonstrationPassword);
    const own = fact.candidates.filter((candidate) => candidate.agency === agency.code);
    expect(own.length).toBeGreaterThanOrEqual(2);
    for (const { login } of own) {
      const lobby = await (await app.http().signIn(login, demonstrationPassword)).get("/api/my-attempts");
      expect(lobby.body.sittings.flatMap((sitting: { attempts: { state: string }[] }) => sitting.attempts.map(({ state }) => state))).toEqual(Array.from({ length: 4 + 3 }, () => "waiting"));
    }
  });
});

describe("the demonstration", () => {
  it("shows neither agency anything of the other's", async () => {
    const east = await plansOf(eastJava);
    const islands = await plansOf(bangkaBelitung);
    expect(east).toHaveLength(3);
    expect(islands).toHaveLength(3);
    await inside(bangkaBelitung, async () => {
      expect(await app.get(Assessments).views(east.map(({ id }) => id))).toEqual([]);
      for (const { id } of east) expect(await app.get(Assessments).enrolments(id)).toEqual([]);
    });
    const official = await app.http().signIn("pejabat.babel", demonstrationPassword);
    const [cycle] = await inside(eastJava, async () => (await app.get(TalentCycles).list()).cycles);
    expect((await official.get(`/api/talent-cycles/${cycle?.id}`)).status).toBe(404);
  });

  it("lends one assessor across the agencies for as long as the agreement lasts", async () => {
    const holders = await inside(bangkaBelitung, () => app.get(Accounts).holdersOf("assessor"));
    expect(holders.map(({ login }) => login)).toContain("asesor1.jatim");
    const { rows } = await inside(bangkaBelitung, () => sql<{ n: number }>`select count(*)::int as n from membership where role = 'assessor' and valid_until is not null`.execute(app.app.orm.em.getKysely()));
    expect(rows[0]?.n).toBe(1);
  });

  it("is made once: a second start finds the two facts and makes nothing", async () => {
    const lines = said.length;
    expect(await ensureDemonstration(app.app, { size, say: (line) => said.push(line) })).toEqual(fact);
    expect(said).toHaveLength(lines);
    const { rows } = await sql<{ name: string }>`select name from installation_fact where name in (${begunFact}, ${finishedFact}) order by name`.execute(app.app.orm.em.fork().getKysely());
    expect(rows).toHaveLength(2);
  });
});

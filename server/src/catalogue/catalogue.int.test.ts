import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../../test/identity.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { Configurations, loadShippedCatalogue } from "./index.ts";

let app: TestApp;
let east: string;
let islands: string;
const scope = (agencyId: string) => ({ agencyId, accountId: null });

beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  islands = await app.newAgency();
  await app.run(scope(east), () => loadShippedCatalogue(app.get(Configurations)));
});
afterAll(() => app?.stop());

const categories = { code: "jpm-uji", version: 1, title: "Uji", legalBasis: "Peraturan uji", effectiveFrom: "2026-01-01", purpose: "mapping", capPercent: 100, categories: [{ code: "A", name: "A", fromPercent: 50 }, { code: "B", name: "B", fromPercent: 0 }] };

describe("what ships", () => {
  it("is loaded once, however often it is loaded", async () => {
    const first = await app.run(scope(east), () => loadShippedCatalogue(app.get(Configurations)));
    const second = await app.run(scope(east), () => loadShippedCatalogue(app.get(Configurations)));
    expect(second).toEqual(first);
    expect(first.length).toBeGreaterThanOrEqual(7);
  });

  it("holds nine competencies with 45 levels and 135 indicators, standards for every class, two purposes, a notice", async () => {
    await app.run(scope(east), async () => {
      const configurations = app.get(Configurations);
      const now = new Date("2026-11-23T00:00:00Z");
      const dictionary = await configurations.dictionary((await configurations.current("competency-dictionary", now))!.id);
      const levels = dictionary.competencies.flatMap((competency) => competency.levels);
      expect([dictionary.competencies.length, levels.length, levels.flatMap((level) => level.indicators).length]).toEqual([9, 45, 135]);
      const standardsId = (await configurations.current("position-standards", now))!.id;
      const standards = await configurations.standards(standardsId);
      expect(new Set(standards.standards.map((standard) => standard.positionType)).size).toBe(7);
      expect((await configurations.standard(standardsId, "jpt-pratama"))?.required["M.01"]).toBe(4);
      expect(await configurations.standard(standardsId, "tidak-ada")).toBeUndefined();
      for (const purpose of ["mapping", "position-filling"] as const) {
        const found = await configurations.current("jpm-categories", now, { purpose });
        expect((await configurations.jpmCategories(found!.id)).purpose).toBe(purpose);
      }
      expect((await configurations.list("nine-box")).length).toBe(2);
      expect((await configurations.notice((await configurations.current("notice", now))!.id)).purposes.length).toBeGreaterThan(0);
      expect(await configurations.current("notice", new Date("2001-01-01T00:00:00Z"))).toBeUndefined();
    });
  });
});

describe("loading", () => {
  it("refuses another content under the same version, and takes a new version", async () => {
    await app.run(scope(islands), async () => {
      const configurations = app.get(Configurations);
      const first = await configurations.load("jpm-categories", categories);
      expect(await configurations.load("jpm-categories", { ...categories })).toBe(first);
      await expect(configurations.load("jpm-categories", { ...categories, title: "Lain" })).rejects.toThrow(/version 1 is already in use/);
      const next = await configurations.load("jpm-categories", { ...categories, version: 2, effectiveFrom: "2027-01-01" });
      expect((await configurations.current("jpm-categories", new Date("2026-06-01T00:00:00Z")))?.id).toBe(first);
      expect((await configurations.current("jpm-categories", new Date("2027-06-01T00:00:00Z")))?.id).toBe(next);
    });
  });

  it("names the path of what is wrong", async () => {
    const faulty = { ...categories, code: "salah", categories: [{ code: "A", name: "A", fromPercent: 50 }, { code: "B", name: "B", fromPercent: 60 }] };
    await expect(app.run(scope(islands), () => app.get(Configurations).load("jpm-categories", faulty))).rejects.toThrow(/categories\.1\.fromPercent: categories must descend/);
    await expect(app.run(scope(islands), () => app.get(Configurations).load("jpm-categories", { ...categories, capPercent: "100" }))).rejects.toThrow(/capPercent/);
  });

  it("is append-only in the database, for its owner too", async () => {
    await withClient(app.database.ownerUrl, async (client) => {
      await expect(client.query("update configuration set title = 'x'")).rejects.toThrow(/append-only/);
      await expect(client.query("delete from configuration")).rejects.toThrow(/append-only/);
    });
  });
});

describe("reading over HTTP", () => {
  it("is for staff of the agency only", async () => {
    const official = await signedIn(app, { agencyId: east, roles: ["official"] });
    const list = await official.get("/api/configurations?kind=position-standards");
    expect(list.status).toBe(200);
    expect(list.body.configurations).toHaveLength(1);
    const { id } = list.body.configurations[0];
    const one = await official.get(`/api/configurations/${id}`);
    expect(one.body).toMatchObject({ id, legalBasis: expect.stringContaining("38 Tahun 2017"), content: { code: "skj-bawaan" } });
    const candidate = await signedIn(app, { agencyId: east, roles: ["candidate"] });
    expect((await candidate.get(`/api/configurations/${id}`)).status).toBe(404);
    const neighbour = await signedIn(app, { agencyId: islands, roles: ["official"] });
    expect((await neighbour.get(`/api/configurations/${id}`)).status).toBe(404);
    expect((await official.get("/api/configurations?kind=nonsense")).status).toBe(400);
  });
});

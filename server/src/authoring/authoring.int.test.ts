import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleInstrument } from "../../test/instrument.samples.ts";
import { newPublishedInstrument } from "../../test/catalogue.builders.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { TestApp, withClient, type HttpClient } from "../../test/harness.ts";
import { coreCompetencies } from "../catalogue/index.ts";
import { Instruments, loadShippedInstruments, Papers } from "./index.ts";
import { Keys } from "./keys.ts";

let app: TestApp;
let east: string;
let islands: string;
let author: HttpClient;
let organiser: HttpClient;
const scope = (agencyId: string) => ({ agencyId, accountId: null });
const load = (content: ReturnType<typeof sampleInstrument>, agencyId = east) => app.run(scope(agencyId), () => app.get(Instruments).load(content));

beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  islands = await app.newAgency();
  author = await signedIn(app, { agencyId: east, roles: ["author"] });
  organiser = await signedIn(app, { agencyId: east, roles: ["organiser"] });
});
afterAll(() => app?.stop());

function sample(code: string): ReturnType<typeof sampleInstrument> {
  const content = sampleInstrument("test");
  content.header = { ...content.header, code };
  return content;
}

describe("what ships", () => {
  it("is loaded and published once, however often", async () => {
    const first = await app.run(scope(east), () => loadShippedInstruments(app.get(Instruments)));
    const second = await app.run(scope(east), () => loadShippedInstruments(app.get(Instruments)));
    expect(second).toEqual(first);
    const published = await app.run(scope(east), () => app.get(Instruments).published());
    expect(published.map((version) => version.code)).toEqual(expect.arrayContaining(["penalaran-umum", "sjt-manajerial", "in-basket-administrator", "kasus-layanan-terpadu"]));
    expect(await app.run(scope(islands), () => app.get(Instruments).published())).toEqual([]);
  });
});

describe("what ships, once published", () => {
  const published = (code: string) =>
    app.run(scope(east), async () => {
      await loadShippedInstruments(app.get(Instruments));
      const id = (await app.get(Instruments).published()).find((version) => version.code === code)?.id as string;
      return { paper: (await app.get(Papers).paper(id)) as any, key: (await app.get(Keys).key(id)).key as any };
    });
  const itemsOf = (paper: any) => paper.sections.flatMap((section: any) => section.items);
  const tally = (values: string[]) => Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));

  it("is a reasoning test of forty items, verbal, numerical and logical, each with its right answer", async () => {
    const { paper, key } = await published("penalaran-umum");
    const items = itemsOf(paper);
    expect(items).toHaveLength(40);
    expect(tally(items.map(({ id }: any) => key.items[id].facet))).toEqual({ verbal: 13, numerical: 14, logical: 13 });
    for (const { id, options } of items) expect([id, options.some((option: any) => option.id === key.items[id].correct)]).toEqual([id, true]);
  });

  it("is a situational judgement test of eighteen items, two for each of the nine competencies", async () => {
    const { paper, key } = await published("sjt-manajerial");
    const items = itemsOf(paper);
    expect(items).toHaveLength(18);
    expect(tally(items.map(({ id }: any) => key.items[id].competency))).toEqual(Object.fromEntries(coreCompetencies.map((competency) => [competency, 2])));
    for (const { id, options } of items) expect(Object.keys(key.items[id].effectiveness).toSorted()).toEqual(options.map((option: any) => option.id).toSorted());
  });

  it("is an in-basket of at least fourteen linked documents and four that arrive while time runs", async () => {
    const { paper, key } = await published("in-basket-administrator");
    const later = paper.documents.filter((document: any) => document.arrivesAfterSeconds > 0);
    expect(later).toHaveLength(4);
    for (const { arrivesAfterSeconds } of later) expect(arrivesAfterSeconds).toBeLessThan(60 * 60);
    const linked = new Set(Object.entries<any>(key.documents).flatMap(([id, { links }]) => (links.length > 0 ? [id, ...links] : [])));
    expect(paper.documents.filter((document: any) => document.arrivesAfterSeconds === 0 && linked.has(document.id)).length).toBeGreaterThanOrEqual(14);
    expect(Object.keys(key.documents).toSorted()).toEqual(paper.documents.map(({ id }: any) => id).toSorted());
  });

  it("is a case of at least eight exhibits, tables and charts among them, and three questions", async () => {
    const { paper, key } = await published("kasus-layanan-terpadu");
    expect(paper.exhibits.length).toBeGreaterThanOrEqual(8);
    expect(paper.exhibits.flatMap(({ body }: any) => body.map(({ type }: any) => type))).toEqual(expect.arrayContaining(["table", "chart"]));
    expect(paper.questions).toHaveLength(3);
    expect(Object.keys(key.questions).toSorted()).toEqual(paper.questions.map(({ id }: any) => id).toSorted());
  });
});

describe("a version", () => {
  it("is a draft that may change until it is published, and then never again", async () => {
    const draft = await load(sample("berubah"));
    const changed = sample("berubah");
    changed.header.title = "Judul baru";
    expect(await load(changed)).toBe(draft);
    expect((await app.run(scope(east), () => app.get(Instruments).versions([draft]))).get(draft)).toMatchObject({ title: "Judul baru", state: "draft", durationSeconds: 1800 });
    expect((await organiser.post(`/api/instruments/${draft}/publication`)).status).toBe(404);
    expect((await author.post(`/api/instruments/${draft}/publication`)).status).toBe(204);
    expect((await author.post(`/api/instruments/${draft}/publication`)).body.code).toBe("not-draft");
    await expect(load(sample("berubah"))).rejects.toThrow(/is published and cannot change/);
    expect(await load(changed)).toBe(draft);
    const next = sample("berubah");
    next.header.version = 2;
    expect(await load(next)).not.toBe(draft);
  });

  it("is kept from changing by the database itself", async () => {
    const id = await newPublishedInstrument(app, scope(east), "case");
    for (const statement of [
      "update instrument_paper set paper = '{}' where instrument_version_id = $1",
      "update instrument_key set key = '{}' where instrument_version_id = $1",
      "delete from instrument_key where instrument_version_id = $1",
      "update instrument_version set title = 'x' where id = $1",
    ]) {
      await withClient(app.database.ownerUrl, async (client) => {
        await client.query("select set_config('app.agency_id', $1, false)", [east]);
        await expect(client.query(statement, [id])).rejects.toThrow(/immutable/);
      });
    }
  });

  it("is not loaded with a fault, and the fault has its file and path", async () => {
    const content = sample("salah") as any;
    content.key.items.c1.correct = "z";
    await expect(load(content)).rejects.toThrow(/key\.items\.c1\.correct: there is no option z/);
    delete content.header.title;
    await expect(load(content)).rejects.toThrow(/instrument\.title/);
  });
});

describe("keys", () => {
  it("reach the author only: no other answer contains a word of one", async () => {
    const id = await newPublishedInstrument(app, scope(east), "in-basket");
    expect((await author.get(`/api/instruments/${id}/key`)).body.key.kind).toBe("in-basket");
    expect((await organiser.get(`/api/instruments/${id}/key`)).status).toBe(404);
    for (const role of ["organiser", "lead-assessor", "author"] as const) {
      const person = await signedIn(app, { agencyId: east, roles: [role] });
      for (const { id: versionId } of (await person.get("/api/instruments")).body.instruments) {
        const detail = await person.get(`/api/instruments/${versionId}`);
        expect(detail.status).toBe(200);
        expect(namesIn(detail.body).filter((name) => keyWords.includes(name))).toEqual([]);
      }
      expect(namesIn((await person.get("/api/instruments")).body).filter((name) => keyWords.includes(name))).toEqual([]);
    }
  });

  it("and papers come from memory once published, never across agencies", async () => {
    const id = await newPublishedInstrument(app, scope(east), "test");
    const [once, twice] = await app.run(scope(east), async () => [await app.get(Papers).paper(id), await app.get(Papers).paper(id)]);
    expect(twice).toBe(once);
    expect((await app.run(scope(east), () => app.get(Keys).key(id))).keySha256).toMatch(/^[0-9a-f]{64}$/);
    await expect(app.run(scope(islands), () => app.get(Papers).paper(id))).rejects.toThrow(/does not exist/);
    await expect(app.run(scope(islands), () => app.get(Keys).key(id))).rejects.toThrow(/has no key/);
  });
});

describe("permissions", () => {
  it("show nothing to candidates, assessors and the other agency's author", async () => {
    const id = await newPublishedInstrument(app, scope(east), "test");
    for (const role of ["candidate", "assessor", "official", "proctor"] as const) {
      const person = await signedIn(app, { agencyId: east, roles: [role] });
      expect([role, (await person.get("/api/instruments")).status, (await person.get(`/api/instruments/${id}`)).status]).toEqual([role, 404, 404]);
    }
    const neighbour = await signedIn(app, { agencyId: islands, roles: ["author"] });
    expect((await neighbour.get(`/api/instruments/${id}`)).status).toBe(404);
    expect((await neighbour.get(`/api/instruments/${id}/key`)).status).toBe(404);
    expect((await neighbour.post(`/api/instruments/${id}/publication`)).status).toBe(404);
  });
});

const keyWords = ["correct", "difficulty", "effectiveness", "rationale", "rubric", "anchors", "expected", "lookFor", "levelBands", "keySha256", "urgency", "importance", "links", "contentSha256"];

/** Every member name anywhere in a value. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]);
}

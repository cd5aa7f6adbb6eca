import { createDecipheriv } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paper as paperSchema, type Paper } from "@kompeten/shared/paper";
import { sql } from "kysely";
import { isDeepStrictEqual } from "node:util";
import { orderPaper } from "@kompeten/shared/attempt";
import { CandidateWalk, candidatesOwn, untold, type Told } from "../../test/candidate-walk.ts";
import { allInstruments, itemIds, Line, newDelivery, practice, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { newAccount, signedIn } from "../../test/identity.builders.ts";
import { keyMaterial, leaks, type KeyMaterial } from "../../test/key-leaks.ts";
import { newEmployee } from "../../test/personnel.builders.ts";
import { candidatePasswords, newOpenAssessment } from "../../test/planning.builders.ts";
import { Instruments, loadShippedInstruments, readShippedInstrument, shippedInstrumentCodes } from "../authoring/index.ts";
import { Assessments, Enrolling } from "../planning/index.ts";
import { newId } from "../platform/index.ts";
import { AttemptPreparation } from "./attempt-preparation.service.ts";
import { Attempts, Desk } from "./index.ts";
import { ServerTime } from "./server-time.service.ts";

let app: TestApp;
let delivery: Delivery;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 5 });
});
afterAll(() => app?.stop());

const candidate = (index: number): Candidate => delivery.candidates[index] as Candidate;
const finished = async (who: Candidate, code: (typeof allInstruments)[number]) => {
  await started(app, delivery, who, code);
  await app.get(Desk).submit(who.actor, who.attempts[code]);
};

describe("preparation", () => {
  it("makes one attempt per enrolment and instrument, with a seed, and never twice", async () => {
    const scope = { agencyId: delivery.agencyId, accountId: null };
    await app.run(scope, async () => expect(await app.get(AttemptPreparation).prepare(delivery.assessmentId)).toBe(0));
    const journal = await app.run(scope, () => app.get(Attempts).journal(candidate(0).attempts["penalaran-umum"]));
    expect(journal).toHaveLength(1);
    expect(journal[0]).toMatchObject({ kind: "prepared", accountId: null });
    const seeds = await withClient(app.database.ownerUrl, async (owner) => (await owner.query("select count(distinct seed)::int as seeds, count(*)::int as attempts from attempt")).rows[0]);
    expect(seeds).toEqual({ seeds: 20, attempts: 20 });
  });
});

describe("an assessment opened by planning", () => {
  it("has its attempts made ready by the job, for candidates enrolled later too, and their lobby says so", async () => {
    const agencyId = await app.newAgency();
    const versions = await app.run({ agencyId, accountId: null }, () => loadShippedInstruments(app.get(Instruments)));
    const opened = await newOpenAssessment(app, { agencyId, instruments: versions, candidates: 2, windowStart: new Date(Date.now() + 600_000) });
    await app.jobsDone();
    const scope = { agencyId, accountId: opened.organiserAccountId };
    const byEnrolment = (ids: string[]) => app.run(scope, () => app.get(Attempts).byEnrolments(ids));
    expect(await byEnrolment(opened.candidates.map((one) => one.enrolmentId))).toHaveLength(2 * versions.length);
    const later = await newEmployee(app, { agencyId });
    const version = await withClient(app.database.ownerUrl, async (owner) => (await owner.query("select version from assessment where id = $1", [opened.assessmentId])).rows[0].version as number);
    const enrolled = await app.run(scope, () => app.get(Enrolling).enrol(opened.assessmentId, { version, employeeIds: [later.employeeId] }));
    expect(enrolled).toMatchObject({ ok: true });
    await app.jobsDone();
    const enrolments = await app.run(scope, () => app.get(Assessments).enrolments(opened.assessmentId));
    expect(await byEnrolment(enrolments.map((one) => one.id))).toHaveLength(3 * versions.length);
    const card = (await candidatePasswords(app, opened)).get(opened.candidates[0]?.enrolmentId ?? "");
    const http = await app.http().signIn(card?.login ?? "", card?.password ?? "");
    expect((await http.get("/api/my-attempts")).body.sittings[0].attempts.map((attempt: { startRefusal: string }) => attempt.startRefusal)).toEqual(["notice-not-acknowledged", ...Array.from({ length: versions.length - 1 }, () => "previous-instrument-open")]);
  });
});

describe("the lobby", () => {
  it("shows a sitting with its notice and instruments in order, and what stands in the way", async () => {
    const { http } = candidate(0);
    const refusals = async () => (await http.get("/api/my-attempts")).body.sittings[0].attempts.map((attempt: { startRefusal: string }) => attempt.startRefusal);
    const { body } = await http.get("/api/my-attempts");
    expect(body.sittings).toHaveLength(1);
    expect(body.sittings[0]).toMatchObject({ sittingId: delivery.sittingId, timeZone: "Asia/Jakarta", notice: { noticeId: delivery.noticeId, acknowledged: false } });
    expect(body.sittings[0].attempts.map((attempt: { ordinal: number }) => attempt.ordinal)).toEqual([1, 2, 3, 4]);
    expect(await refusals()).toEqual(["notice-not-acknowledged", ...Array.from({ length: 3 }, () => "previous-instrument-open")]);
    expect((await http.post(`/api/my-sittings/${delivery.sittingId}/notice`, { opId: newId(), noticeId: newId() })).status).toBe(409);
    const opId = newId();
    for (let time = 0; time < 2; time++) expect((await http.post(`/api/my-sittings/${delivery.sittingId}/notice`, { opId, noticeId: delivery.noticeId })).status).toBe(204);
    expect((await http.get("/api/my-attempts")).body.sittings[0].notice.acknowledged).toBe(true);
    expect(await refusals()).toEqual([null, ...Array.from({ length: 3 }, () => "previous-instrument-open")]);
    await finished(candidate(0), "penalaran-umum");
    expect(await refusals()).toEqual([null, null, "previous-instrument-open", "previous-instrument-open"]);
  });

  it("starts instruments in order and inside the window only", async () => {
    const who = candidate(1);
    const desk = app.get(Desk);
    await desk.acknowledgeNotice(who.actor, who.attempts["sjt-manajerial"], delivery.noticeId);
    expect(await desk.start(who.actor, who.attempts["sjt-manajerial"])).toMatchObject({ ok: false, refusal: "previous-instrument-open" });
    const later = await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["penalaran-umum"], windowStartMs: Date.now() + 60_000 });
    const early = later.candidates[0] as Candidate;
    await desk.acknowledgeNotice(early.actor, early.attempts["penalaran-umum"], later.noticeId);
    expect(await desk.start(early.actor, early.attempts["penalaran-umum"])).toMatchObject({ ok: false, refusal: "outside-window" });
    expect((await early.http.get("/api/my-attempts")).body.sittings[0].attempts[0].startRefusal).toBe("outside-window");
  });
});

describe("the paper", () => {
  it("is not there before the start and after the end, and in the attempt's own order in between", async () => {
    const who = candidate(2);
    const path = `/api/attempts/${who.attempts["penalaran-umum"]}/paper`;
    expect((await who.http.get(path)).status).toBe(404);
    await started(app, delivery, who, "penalaran-umum");
    const first = await who.http.get(path);
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect((await who.http.get(path)).body).toEqual(first.body);
    const { paper } = await readShippedInstrument("penalaran-umum");
    expect(itemIds(first.body.paper).toSorted()).toEqual(itemIds(paper).toSorted());
    await app.get(Desk).submit(who.actor, who.attempts["penalaran-umum"]);
    expect((await who.http.get(path)).status).toBe(404);
  });

  it.each(["penalaran-umum", "in-basket-administrator", "kasus-layanan-terpadu"] as const)("[T6] %s waits sealed with the candidate before the start, and the start alone, alike at every replay, brings the key of what it then is", async (code) => {
    const { candidates: people } = await newDelivery(app, { agencyId: delivery.agencyId, candidates: 2, instruments: [code] });
    const [who, other] = people as [Candidate, Candidate];
    const attemptId = who.attempts[code];
    const path = `/api/attempts/${attemptId}/sealed-paper`;
    expect((await other.http.get(path)).status).toBe(404);
    const { body } = await who.http.get(path);
    const line = await Line.open(app.url, who.token);
    await line.snapshot(attemptId);
    const start = { opId: newId(), kind: "start" } as const;
    expect(await line.append(attemptId, [start])).toEqual([expect.objectContaining({ refusal: "notice-not-acknowledged" })]);
    await app.get(Desk).acknowledgeNotice(who.actor, attemptId, delivery.noticeId);
    const [first] = await line.append(attemptId, [start]);
    expect(await line.append(attemptId, [start])).toEqual([first]);
    const key = first?.ok ? (first.paperKey ?? "") : "";
    const { body: shown } = await who.http.get(`/api/attempts/${attemptId}/paper`);
    expect(opened(body, key)).toEqual({ ...shown, nextArrivalAtMs: code === "in-basket-administrator" ? 0 : null });
    expect(() => opened(body, other.token.slice(0, 43))).toThrow();
    expect((await who.http.get(path)).status).toBe(404);
    line.close();
  });

  it("of an in-basket holds only what has arrived; later documents are pushed and found at the next handshake", async () => {
    const desk = await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["in-basket-administrator"] });
    const who = desk.candidates[0] as Candidate;
    const attemptId = await started(app, desk, who, "in-basket-administrator");
    const { paper } = await readShippedInstrument("in-basket-administrator");
    if (paper.kind !== "in-basket") throw new Error("not an in-basket");
    const late = paper.documents.filter((document) => document.arrivesAfterSeconds > 0).toSorted((a, b) => a.arrivesAfterSeconds - b.arrivesAfterSeconds);
    const [soonest] = late;
    if (!soonest) throw new Error("no document arrives later");
    const shown = await who.http.get(`/api/attempts/${attemptId}/paper`);
    expect(shown.body.paper.documents).toHaveLength(paper.documents.length - late.length);
    expect(JSON.stringify(shown.body)).not.toContain(soonest.subject);
    const action = (documentId: string) => ({ opId: newId(), kind: "act" as const, action: { actionId: newId(), documentId, type: "file" as const, reason: null } });
    const line = await Line.open(app.url, who.token);
    await line.snapshot(attemptId);
    expect((await line.append(attemptId, [action(soonest.id)]))[0]).toMatchObject({ refusal: "does-not-fit" });
    line.close();
    // Two seconds before its time, by the clock that the server works with.
    const time = app.get(ServerTime);
    const nowMs = time.nowMs.bind(time);
    time.nowMs = () => nowMs() + soonest.arrivesAfterSeconds * 1000 - 2_000;
    const again = await Line.open(app.url, who.token);
    const arrival = again.next("documents:arrived", 15_000);
    await again.snapshot(attemptId);
    expect((await arrival).documents.map((document: { id: string }) => document.id)).toEqual([soonest.id]);
    expect((await who.http.get(`/api/attempts/${attemptId}/documents?after=0`)).body.documents.map((document: { id: string }) => document.id)).toEqual([soonest.id]);
    expect((await again.append(attemptId, [action(soonest.id)]))[0]).toMatchObject({ ok: true });
    again.close();
    time.nowMs = nowMs;
  });
});

describe("what a candidate receives", () => {
  let told: Told[];
  const keys = new Map<string, KeyMaterial>();
  const codes = [practice, ...allInstruments] as const;

  it("is everything that the permissions let a candidate ask and be told, in every instrument that ships", async () => {
    expect(codes.toSorted()).toEqual(await shippedInstrumentCodes());
    for (const code of codes) keys.set(code, await keyMaterial(code));
    for (const [code, { texts }] of keys) expect([code, texts.length > 10]).toEqual([code, true]);
    const stage = await newDelivery(app, { agencyId: delivery.agencyId, instruments: codes });
    const proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
    const walk = new CandidateWalk(app, stage, stage.candidates[0] as Candidate, proctor);
    ({ told } = walk);
    const { names } = candidatesOwn(app);
    const ofDesks = ["GET /api/attempts/:id/documents", "push documents:arrived"];
    const ofAttempts = names.filter((name) => name.includes("/attempts/") || (!name.includes("/api/") && name !== "device-check:save"));
    let receipt: unknown;
    for (const code of codes) {
      receipt = await walk.instrument(code);
      const lacking = untold(ofAttempts, told.filter((one) => one.code === code));
      expect([code, lacking]).toEqual([code, code === "in-basket-administrator" ? [] : ofDesks]);
    }
    await walk.deviceCheck();
    await walk.session({ ...(await newAccount(app, { agencyId: delivery.agencyId, roles: ["candidate"] })), agencyId: delivery.agencyId, receipt });
    await walk.browserFile((await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["penalaran-umum"], person: stage.candidates[0] as Candidate, safeExamBrowser: true })).sittingId);
    expect(untold(names, told)).toEqual([]);
    expect(untold([...names, "GET /api/attempts/:id/hint", "push hint:told"], told)).toEqual(["GET /api/attempts/:id/hint", "push hint:told"]);
    // Nothing of it is unknown: what has no contract has no content.
    expect(told.filter(({ good, contract, payload }) => good && contract === undefined && payload !== "")).toEqual([]);
    expect([...new Set(told.flatMap(({ payload }) => JSON.stringify(payload).match(/"interaction":"[a-z-]+"/g) ?? []))]).toHaveLength(10);
  }, 60_000);

  const allKeys = (): KeyMaterial => ({ texts: [...keys.values()].flatMap(({ texts }) => texts), scores: [...keys.values()].flatMap(({ scores }) => scores) });

  it("has nothing of a key in it", () => {
    const all = allKeys();
    expect(told.length).toBeGreaterThan(120);
    expect(told.flatMap(({ of, code, payload, contract }) => leaks(payload, contract, all).map((fault) => `${of} in ${code}: ${fault}`))).toEqual([]);
  });

  it("is of a paper what its author wrote, in the order of the attempt's seed, and not a word or a place else", async () => {
    const papers = told.filter(({ of, good }) => good && of === "GET /api/attempts/:id/paper");
    expect(new Set(papers.map(({ code }) => code)).size).toBe(codes.length);
    for (const { code, payload } of papers) {
      const { attemptId, paper } = payload as { attemptId: string; paper: Paper };
      const [seed] = await app.run({ agencyId: delivery.agencyId, accountId: null }, async (em) => (await sql<{ seed: number }>`select seed from attempt where id = ${attemptId}`.execute(em.getKysely())).rows);
      const shipped = orderPaper(paperSchema.parse((await readShippedInstrument(code ?? "")).paper), seed?.seed ?? 0);
      const isWritten = (seen: Paper) => isDeepStrictEqual(seen, seen.kind === "in-basket" && shipped.kind === "in-basket" ? { ...shipped, documents: shipped.documents.slice(0, seen.documents.length) } : shipped);
      // What would give the answer away without a word of a key: a hint somewhere, options from the best to the worst.
      expect([code, isWritten(paper), isWritten(hinted(paper)), isWritten(turned(paper))]).toEqual([code, true, false, false]);
    }
  });

  it("would be found out with any of a key in it", async () => {
    const all = allKeys();
    const key = async (code: string) => (await readShippedInstrument(code)).key as any;
    const [test, sjt, desk, analysis] = [await key("penalaran-umum"), await key("sjt-manajerial"), await key("in-basket-administrator"), await key("kasus-layanan-terpadu")];
    const anchor = desk.rubric[0].anchors["3"];
    const plants: [of: string, code: string, plant: (payload: any) => unknown, fault: RegExp][] = [
      ["GET /api/attempts/:id/paper", "penalaran-umum", ({ paper }) => (paper.sections[0].items[0].correct = test.items.v01.correct), /contract.*member correct/s],
      ["GET /api/attempts/:id/paper", "penalaran-umum", ({ paper }) => (paper.sections[0].items[0].difficulty = test.items.v01.difficulty), /member difficulty/],
      ["GET /api/attempts/:id/paper", "penalaran-umum", ({ paper }) => (paper.sections[0].items[0].prompt += test.items.v01.rationale), /says/],
      ["GET /api/attempts/:id/paper", "sjt-manajerial", ({ paper }) => (paper.sections[0].items[0].effectiveness = {}), /member effectiveness/],
      ["GET /api/attempts/:id/paper", "sjt-manajerial", ({ paper }) => (paper.sections[0].items[0].options[0].score = 3), /member score/],
      ["GET /api/attempts/:id/paper", "sjt-manajerial", ({ paper }) => (paper.sections[0].items[0].layout = Object.values<any>(sjt.items)[0].effectiveness), /scores of a key/],
      ["attempt:append", "sjt-manajerial", ({ acknowledgements }) => (acknowledgements[0].hint = 1), /contract/],
      ["push messages:told", "sjt-manajerial", ({ messages }) => (messages[0].text = Object.values<any>(sjt.items)[0].rationale), /^says/],
      ["GET /api/my-attempts", "in-basket-administrator", ({ sittings }) => (sittings[0].attempts[0].instrument.candidateInstructions += ` ${desk.documents.d03.expected}`), /^says/],
      ["push documents:arrived", "in-basket-administrator", ({ documents }) => documents[0].body.push({ type: "text", text: anchor }), /^says/],
      ["push documents:arrived", "in-basket-administrator", ({ documents }) => (documents[0].urgency = "high"), /member urgency/],
      ["GET /api/attempts/:id/documents", "in-basket-administrator", ({ documents }) => (documents[0].links = ["d04"]), /member links/],
      ["attempt:open", "kasus-layanan-terpadu", ({ snapshot }) => (snapshot.rubric = analysis.rubric), /member rubric.*member lookFor/s],
      ["GET /api/attempts/:id/answers/:itemId/revisions", "kasus-layanan-terpadu", ({ revisions }) => (revisions[0].edit.inserted = Object.values<any>(analysis.questions)[0].expected), /^says/],
      ["GET /api/attempts/:id/receipt", "kasus-layanan-terpadu", ({ receipt }) => (receipt.content.note = analysis.rubric[0].lookFor[0]), /^says/],
      ["GET /api/attempts/:id", "latihan-antarmuka", (payload) => (payload.levelBands = []), /member levelBands/],
    ];
    for (const [of, code, plant, fault] of plants) {
      const real = told.findLast((one) => one.good && one.of === of && one.code === code);
      const spoiled = structuredClone(real?.payload);
      plant(spoiled);
      expect([of, code, leaks(spoiled, real?.contract, all).join("\n")]).toEqual([of, code, expect.stringMatching(fault)]);
    }
  });

  it("would show a key in the paper as a failure, not as a page", async () => {
    const { paper } = await readShippedInstrument("penalaran-umum");
    const spoiled = structuredClone(orderPaper(paper, 1)) as any;
    spoiled.sections[0].items[0].correct = "a";
    expect(paperSchema.safeParse(spoiled).success).toBe(false);
  });
});

function hinted(paper: Paper): Paper {
  let isGiven = false;
  return JSON.parse(JSON.stringify(paper), (_, value: unknown) => (typeof value === "string" && value.length > 20 && !isGiven ? ((isGiven = true), `${value} (Jawaban: c)`) : value)) as Paper;
}

function turned(paper: Paper): Paper {
  return JSON.parse(JSON.stringify(paper), (_, value: unknown) => (Array.isArray(value) && value.length > 1 && typeof value[0] === "object" ? value.toReversed() : value)) as Paper;
}

function opened({ attemptId, sealed }: { attemptId: string; sealed: string }, key: string): unknown {
  const bytes = Buffer.from(sealed, "base64");
  const opening = createDecipheriv("aes-256-gcm", Buffer.from(key, "base64url"), bytes.subarray(0, 12)).setAAD(Buffer.from(attemptId)).setAuthTag(bytes.subarray(-16));
  return JSON.parse(gunzipSync(Buffer.concat([opening.update(bytes.subarray(12, -16)), opening.final()])).toString());
}

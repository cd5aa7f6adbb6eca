import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paper as paperSchema, type TestItem } from "@kompeten/shared/paper";
import { orderPaper } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { allInstruments, itemIds, Line, newDelivery, practice, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
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

/** An answer of the item's own shape; whether it is right does not matter. */
function someAnswer(item: TestItem): Extract<Operation, { kind: "respond" }>["response"] {
  const first = (options: readonly { id: string }[]) => options[0]?.id ?? null;
  switch (item.interaction) {
    case "choice":
      return { interaction: "choice", optionId: first(item.options) };
    case "best-worst":
      return { interaction: "best-worst", best: first(item.options), worst: first(item.options.slice(1)) };
    case "multiple-response":
    case "order":
      return { interaction: item.interaction, optionIds: item.options.map(({ id }) => id) };
    case "match":
      return { interaction: "match", chosen: Object.fromEntries(item.sources.map(({ id }, index) => [id, item.targets[index]?.id ?? null])) };
    case "inline-choice":
      return { interaction: "inline-choice", chosen: Object.fromEntries(item.text.flatMap((part) => ("gap" in part ? [[part.gap, first(part.options)]] : []))) };
    case "likert":
      return { interaction: "likert", chosen: Object.fromEntries(item.statements.map(({ id }) => [id, first(item.scale)])) };
    case "text-entry":
      return { interaction: "text-entry", text: item.format === "number" ? "1" : "surut", unit: item.units[0] ?? null };
    case "slider":
      return { interaction: "slider", value: item.lowerBound };
    case "extended-text":
      return { interaction: "extended-text", text: "Terus mengerjakan." };
  }
}

describe("what a candidate receives", () => {
  /** Every text of a key that its paper does not also show: rationales, anchors, what is expected; and the names of its members. */
  async function keyMaterial(code: string): Promise<string[]> {
    const { paper, key } = await readShippedInstrument(code);
    const shown = JSON.stringify(paper);
    const texts: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value === "string" && value.length >= 8 && !shown.includes(JSON.stringify(value).slice(1, -1))) texts.push(value);
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
    };
    walk(key);
    return texts;
  }
  const members = ["correct", "rationale", "effectiveness", "difficulty", "facet", "rubric", "lookFor", "anchors", "expected", "levelBands", "competency", "accepted", "tolerance", "reversed", "scoring"].map((name) => `"${name}":`);

  it("contains nothing of a key: lobby, snapshot, paper, documents, acknowledgements and pushes of every instrument that ships", async () => {
    const codes = [practice, ...allInstruments] as const;
    expect(codes.toSorted()).toEqual(await shippedInstrumentCodes());
    const stage = await newDelivery(app, { agencyId: delivery.agencyId, instruments: codes });
    const who = stage.candidates[0] as Candidate;
    const received: string[] = [];
    const answered = new Set<string>();
    const line = await Line.open(app.url, who.token);
    line.socket.onAny((...message: unknown[]) => received.push(JSON.stringify(message)));
    for (const code of codes) {
      const attemptId = await started(app, stage, who, code);
      received.push(JSON.stringify((await who.http.get("/api/my-attempts")).body));
      const { paper } = (await who.http.get(`/api/attempts/${attemptId}/paper`)).body;
      received.push(JSON.stringify(paper), JSON.stringify((await who.http.get(`/api/attempts/${attemptId}/documents`)).body), JSON.stringify(await line.snapshot(attemptId)));
      const sections = paper.kind === "test" ? (paper.sections as { id: string; items: TestItem[] }[]) : [];
      for (const [index, section] of sections.entries()) {
        // T7: the practice test takes its sections in turn.
        if (index > 0 && code === practice) received.push(JSON.stringify(await line.append(attemptId, [{ opId: newId(), kind: "open-section", sectionId: section.id }])));
        for (const item of section.items) {
          answered.add(item.interaction);
          const [acknowledgement] = await line.append(attemptId, [{ opId: newId(), kind: "respond", itemId: item.id, response: someAnswer(item) }]);
          expect(acknowledgement).toMatchObject({ ok: true });
          received.push(JSON.stringify(acknowledgement));
        }
      }
      received.push(JSON.stringify(await line.append(attemptId, [{ opId: newId(), kind: "submit" }])), JSON.stringify(await line.snapshot(attemptId)));
      const all = received.join("\n");
      const material = await keyMaterial(code);
      expect(material.length).toBeGreaterThan(10);
      expect(material.filter((text) => all.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
      expect(members.filter((member) => all.includes(member))).toEqual([]);
    }
    expect([...answered].toSorted()).toEqual(["best-worst", "choice", "extended-text", "inline-choice", "likert", "match", "multiple-response", "order", "slider", "text-entry"]);
    line.close();
  }, 60_000);

  it("would show a key in the paper as a failure, not as a page", async () => {
    const { paper } = await readShippedInstrument("penalaran-umum");
    const spoiled = structuredClone(orderPaper(paper, 1)) as any;
    spoiled.sections[0].items[0].correct = "a";
    expect(paperSchema.safeParse(spoiled).success).toBe(false);
  });
});

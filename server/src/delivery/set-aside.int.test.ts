import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editBetween } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Line, newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, testSecret, withClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { createApp } from "../app.ts";
import { newId } from "../platform/index.ts";
import { brokenAt } from "./journal-chain.ts";
import { Attempts, Desk } from "./index.ts";

let app: TestApp;
let delivery: Delivery;
const candidates: Candidate[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 10, instruments: ["penalaran-umum", "kasus-layanan-terpadu"] });
  candidates.push(...delivery.candidates);
});
afterAll(() => app?.stop());

const nextCandidate = () => {
  const candidate = candidates.pop();
  if (!candidate) throw new Error("more candidates are needed");
  return candidate;
};
const scope = () => ({ agencyId: delivery.agencyId, accountId: null });
const journalOf = (attemptId: string) => app.run(scope(), () => app.get(Attempts).journal(attemptId));
const itemsOf = async (attemptId: string) => (await app.run(scope(), () => app.get(Attempts).responses(attemptId))).items;
const refusalsOf = (answer: any) => answer.acknowledgements.map((one: any) => (one.ok ? "ok" : one.refusal));
/** What the room says of it. */
const shownOf = async ({ assessmentId }: Delivery, attemptId: string) => {
  const proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
  const { body } = await proctor.get(`/api/assessments/${assessmentId}/attempts`);
  return (body.attempts as SupervisedAttempt[]).find((one) => one.attemptId === attemptId);
};
const takeOver = (deviceId: string): Operation => ({ opId: newId(), kind: "take-over", deviceId });

describe("one device at a time", () => {
  it("[J5] a second browser takes over, and what the first still sends is kept and not applied", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    const [old, young] = [newId(), newId()];
    const first = await Line.open(app.url, candidate.token);
    const second = await Line.open(app.url, candidate.token);
    const open = async (line: Line, deviceId: string) => (await line.call("attempt:open", { attemptId, deviceId })).snapshot;
    expect(await open(first, old)).toMatchObject({ device: "free", epoch: 1 });
    expect(await first.append(attemptId, [takeOver(old)])).toMatchObject([{ ok: true }]);
    expect(await open(first, old)).toMatchObject({ device: "this", epoch: 2 });
    expect(await first.append(attemptId, [respond("v01", "a")], 2)).toMatchObject([{ ok: true }]);

    expect(await open(second, young)).toMatchObject({ device: "other", epoch: 2 });
    const told = first.next("attempt:changed");
    expect(await second.append(attemptId, [takeOver(young)], 2)).toMatchObject([{ ok: true }]);
    expect(await told).toMatchObject({ epoch: 3 });
    expect(await open(second, young)).toMatchObject({ device: "this", epoch: 3, status: { work: { responses: { v01: { optionId: "a" } } } } });

    const late = [respond("v01", "b"), respond("v02", "b")];
    for (const way of ["the socket", "HTTP", "the socket again"] as const) {
      const refusals = way === "HTTP" ? refusalsOf((await candidate.http.post(`/api/attempts/${attemptId}/operations`, { epoch: 2, operations: late })).body) : (await first.append(attemptId, late, 2)).map((one) => !one.ok && one.refusal);
      expect(refusals).toEqual(["quarantined", "quarantined"]);
    }
    // Set aside for good: not even under the epoch that holds now does it come to be applied.
    const [one, other] = late as [Operation, Operation];
    expect((await second.append(attemptId, [one, respond("v03", "a"), { ...other, ...respond("v02", "c"), opId: other.opId }], 3)).map((each) => each.ok || each.refusal)).toEqual(["quarantined", true, "quarantined"]);
    expect(await first.append(attemptId, [respond("v99", "b")], 2)).toMatchObject([{ ok: false, refusal: "unknown-item" }]);
    expect(await first.append(attemptId, [{ opId: newId(), kind: "submit" }, takeOver(old)], 2)).toMatchObject([{ refusal: "stale-epoch" }, { refusal: "stale-epoch" }]);
    expect(await open(second, young)).toMatchObject({ setAside: { quarantined: 2, late: 0, merged: 0 } });
    expect(await shownOf(delivery, attemptId)).toMatchObject({ setAside: 2, late: 0, lateCounted: 0 });
    expect(await itemsOf(attemptId)).toEqual({ v01: { interaction: "choice", optionId: "a" }, v03: { interaction: "choice", optionId: "a" } });
    expect(await second.append(attemptId, [respond("v02", "a")], 3)).toMatchObject([{ ok: true }]);
    first.close();
    second.close();
    expect(brokenAt(attemptId, await journalOf(attemptId))).toBeUndefined();
  });

  it("[J5] of two that take over at once one wins, and the other has to ask again", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    const both = await Promise.all([1, 2].map(() => app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [takeOver(newId())] })));
    expect(both.flatMap(refusalsOf).toSorted()).toEqual(["ok", "stale-epoch"]);
  });

  it("[J5] cannot be taken over by anybody else, before the start or after the end", async () => {
    const [candidate, stranger] = [nextCandidate(), nextCandidate()];
    const attemptId = candidate.attempts["penalaran-umum"];
    const send = (actor = candidate.actor) => app.get(Desk).append(actor, { attemptId, epoch: 1, operations: [takeOver(newId())] });
    expect(refusalsOf(await send())).toEqual(["not-started"]);
    await started(app, delivery, candidate, "penalaran-umum");
    expect(await send(stranger.actor)).toMatchObject({ ok: false, refusal: "not-found" });
    await app.get(Desk).submit(candidate.actor, attemptId);
    expect(refusalsOf(await send())).toEqual(["closed"]);
  });
});

describe("what comes too late", () => {
  it("[J7] is kept once, with when it was said to be made, and changes nothing", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    const desk = app.get(Desk);
    await desk.submit(candidate.actor, attemptId);
    const before = await journalOf(attemptId);
    const operations = [{ ...respond("v01", "a"), madeAtMs: 1_764_000_000_000 } as Operation];
    for (let tries = 0; tries < 3; tries++) expect(refusalsOf(await desk.append(candidate.actor, { attemptId, epoch: 1, operations }))).toEqual(["late"]);
    expect(await journalOf(attemptId)).toEqual(before);
    await withClient(app.database.ownerUrl, async (owner) => {
      const { rows } = await owner.query("select cause, kind, body, account_id from set_aside_operation where attempt_id = $1", [attemptId]);
      expect(rows).toEqual([{ cause: "late", kind: "responded", body: '{"itemId":"v01","madeAtMs":1764000000000,"response":{"interaction":"choice","optionId":"a"}}', account_id: candidate.actor.accountId }]);
      await expect(owner.query("delete from set_aside_operation")).rejects.toThrow("append-only");
      await expect(owner.query("update set_aside_operation set body = '{}'")).rejects.toThrow("append-only");
    });
  });
});

describe("what was set aside", () => {
  it("[J7] comes to count as it was set aside and in no other shape", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    const desk = app.get(Desk);
    await desk.submit(candidate.actor, attemptId);
    const late = respond("v01", "a");
    expect(refusalsOf(await desk.append(candidate.actor, { attemptId, epoch: 1, operations: [late] }))).toEqual(["late"]);
    const merge = (kind: string, optionId: string) =>
      withClient(app.database.appUrl, async (client) => {
        await client.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
        const body = { opId: late.opId, cause: "late", reason: "uji", madeAtMs: null, receivedAtMs: 1, deed: { kind, body: { itemId: "v01", response: { interaction: "choice", optionId } } } };
        const { rows } = await client.query("select outcome from journal_append(array[$1]::uuid[], array[$2]::uuid[], array[1], array[null]::uuid[], array['merged'], array[$3], array[null]::int[], array[null]::jsonb[])", [attemptId, newId(), JSON.stringify(body)]);
        return rows[0].outcome as string;
      });
    await expect(merge("responded", "b")).rejects.toThrow("not what was set aside");
    await expect(merge("flagged", "a")).rejects.toThrow("not what was set aside");
    expect(await merge("responded", "a")).toBe("appended");
    expect(await merge("responded", "a")).toBe("not-set-aside");
  });
});

describe("late work that counts", () => {
  it("[J7] was made in time while the line was down; the journal says by which rule, once, and scoring looks again", async () => {
    const short = await newDelivery(app, { agencyId: delivery.agencyId, candidates: 2, instruments: ["penalaran-umum"] });
    const [offline, handedIn] = short.candidates as [Candidate, Candidate];
    const attemptId = await started(app, short, offline, "penalaran-umum");
    const line = await Line.open(app.url, offline.token);
    await line.snapshot(attemptId);
    line.close();
    const other = await started(app, short, handedIn, "penalaran-umum");
    await app.get(Desk).submit(handedIn.actor, other);
    // The time is made short as the owner, who is not the application: making people takes longer than a short window.
    const deadlineMs = Date.now() + 1_500;
    await withClient(app.database.ownerUrl, (owner) => owner.query("update attempt set deadline_at = $1 where id = $2", [new Date(deadlineMs), attemptId]));
    await new Promise((resolve) => setTimeout(resolve, deadlineMs - Date.now() + 3_500));

    const made = (itemId: string, madeAtMs: number) => ({ ...respond(itemId, "a"), madeAtMs }) as Operation;
    const operations = [made("v01", deadlineMs - 1_000), made("v02", deadlineMs + 500), respond("v03", "a")];
    const send = () => offline.http.post(`/api/attempts/${attemptId}/operations`, { epoch: 1, operations });
    for (let tries = 0; tries < 2; tries++) expect(refusalsOf((await send()).body)).toEqual(["ok", "late", "late"]);
    expect((await offline.http.get(`/api/attempts/${attemptId}`)).body).toMatchObject({ setAside: { late: 3, merged: 1 }, status: { state: "closed", work: { responses: { v01: { optionId: "a" } } } } });
    // The proctor's screen says so.
    expect(await shownOf(short, attemptId)).toMatchObject({ setAside: 2, late: 2, lateCounted: 1 });
    expect(await itemsOf(attemptId)).toEqual({ v01: { interaction: "choice", optionId: "a" } });
    const journal = await journalOf(attemptId);
    expect(journal.at(-1)).toMatchObject({ kind: "merged", accountId: null });
    expect(JSON.parse(journal.at(-1)?.body ?? "{}")).toMatchObject({ opId: operations[0]?.opId, cause: "late", madeAtMs: deadlineMs - 1_000 });
    expect(brokenAt(attemptId, journal)).toBeUndefined();

    // Handed in is handed in.
    const late = await app.get(Desk).append(handedIn.actor, { attemptId: other, epoch: 1, operations: [made("v01", deadlineMs - 1_000)] });
    expect(refusalsOf(late)).toEqual(["late"]);
    expect(await itemsOf(other)).toEqual({});
  }, 30_000);
});

describe("[J7] what was on its way as time ran out", () => {
  it("counts and is acknowledged as saved, alike at every replay, though the line was up and the assessment grants no time; what was made late does not", async () => {
    const short = await newDelivery(app, { agencyId: delivery.agencyId, candidates: 1, instruments: ["penalaran-umum"], offlineWindowMinutes: 0 });
    const [candidate] = short.candidates as [Candidate];
    const attemptId = await started(app, short, candidate, "penalaran-umum");
    const line = await Line.open(app.url, candidate.token);
    await line.snapshot(attemptId);
    const deadlineMs = Date.now() + 700;
    await withClient(app.database.ownerUrl, (owner) => owner.query("update attempt set deadline_at = $1 where id = $2", [new Date(deadlineMs), attemptId]));
    await new Promise((resolve) => setTimeout(resolve, deadlineMs - Date.now() + 100));
    const made = (itemId: string, madeAtMs: number) => ({ ...respond(itemId, "a"), madeAtMs }) as Operation;
    const operations = [made("v01", deadlineMs - 30), made("v02", deadlineMs + 30)];
    const [first, again] = [await line.append(attemptId, operations), await line.append(attemptId, operations)];
    expect(refusalsOf({ acknowledgements: first })).toEqual(["ok", "late"]);
    expect(again).toEqual(first);
    expect(await itemsOf(attemptId)).toEqual({ v01: { interaction: "choice", optionId: "a" } });
    expect(brokenAt(attemptId, await journalOf(attemptId))).toBeUndefined();
    line.close();
  });
});

describe("a lead", () => {
  it("[J5] lets what was set aside count, with a reason, once; nobody else reads it", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    const desk = app.get(Desk);
    await desk.append(candidate.actor, { attemptId, epoch: 1, operations: [takeOver(newId())] });
    const kept = [respond("v01", "a"), respond("v02", "b"), respond("v01", "b")];
    await desk.append(candidate.actor, { attemptId, epoch: 1, operations: kept });
    await desk.append(candidate.actor, { attemptId, epoch: 2, operations: [respond("v02", "c"), { opId: newId(), kind: "submit" }] });

    const lead = await signedIn(app, { agencyId: delivery.agencyId, roles: ["lead-assessor"] });
    await withClient(app.database.ownerUrl, (owner) => owner.query("update assessment set lead_account_id = $1 where id = $2", [lead.accountId, delivery.assessmentId]));
    const others = await Promise.all([
      signedIn(app, { agencyId: delivery.agencyId, roles: ["lead-assessor"] }),
      signedIn(app, { agencyId: await app.newAgency(), roles: ["lead-assessor"] }),
    ]);
    const body = { opIds: kept.map(({ opId }) => opId).toReversed(), reason: "Perangkat lama rusak; jawaban dibuat sebelum pindah." };
    for (const other of others) {
      expect((await other.get(`/api/attempts/${attemptId}/set-aside`)).status).toBe(404);
      expect((await other.post(`/api/attempts/${attemptId}/merges`, body)).status).toBe(404);
      expect((await other.get("/api/set-aside")).body).toEqual({ attempts: [] });
    }
    const listed = async () => (await lead.get("/api/set-aside")).body.attempts.find((one: { attemptId: string }) => one.attemptId === attemptId);
    expect(await listed()).toMatchObject({ setAside: 3, merged: 0, state: "closed", over: false, candidate: { name: expect.any(String) } });
    const seen = await lead.get(`/api/attempts/${attemptId}/set-aside`);
    expect(seen.body.operations.map((one: any) => [one.cause, one.deed.itemId, one.deed.response.optionId, one.mergedSeq])).toEqual([
      ["stale-epoch", "v01", "a", null],
      ["stale-epoch", "v02", "b", null],
      ["stale-epoch", "v01", "b", null],
    ]);
    expect((await lead.post(`/api/attempts/${attemptId}/merges`, { ...body, reason: "ya" })).status).toBe(400);
    expect((await lead.post(`/api/attempts/${attemptId}/merges`, { ...body, opIds: [newId()] })).status).toBe(409);
    // In the order in which they came, whatever the order asked for.
    expect(await lead.post(`/api/attempts/${attemptId}/merges`, body)).toMatchObject({ status: 200, body: { seqs: [7, 8, 9] } });
    expect((await lead.post(`/api/attempts/${attemptId}/merges`, body)).status).toBe(409);
    expect(await listed()).toMatchObject({ setAside: 3, merged: 3 });
    expect(await itemsOf(attemptId)).toEqual({ v01: { interaction: "choice", optionId: "b" }, v02: { interaction: "choice", optionId: "b" } });
    expect((await journalOf(attemptId)).at(-1)).toMatchObject({ kind: "merged", accountId: lead.accountId });
    expect(brokenAt(attemptId, await journalOf(attemptId))).toBeUndefined();
  });
});

describe("texts as differences", () => {
  it("[J3] [J5] are applied to the very text they were made from, and asked for whole otherwise", async () => {
    const candidate = nextCandidate();
    await app.get(Desk).acknowledgeNotice(candidate.actor, candidate.attempts["kasus-layanan-terpadu"], delivery.noticeId);
    await started(app, delivery, candidate, "penalaran-umum");
    await app.get(Desk).submit(candidate.actor, candidate.attempts["penalaran-umum"]);
    const attemptId = candidate.attempts["kasus-layanan-terpadu"];
    expect(await app.get(Desk).start(candidate.actor, attemptId)).toMatchObject({ ok: true });
    const paper = (await candidate.http.get(`/api/attempts/${attemptId}/paper`)).body.paper;
    const itemId: string = paper.questions[0].id;
    const edit = (from: string, to: string, opId = newId()): Operation => ({ opId, kind: "edit", itemId, edit: editBetween(from, to) });
    const send = async (operations: Operation[], epoch = 1) => refusalsOf(await app.get(Desk).append(candidate.actor, { attemptId, epoch, operations }));
    const first = edit("", "Halo");
    const second = edit("Halo", "Halo dunia 👋");
    expect(await send([first, second])).toEqual(["ok", "ok"]);
    // J3: a resend of what is written, in the company of what is not.
    expect(await send([first, second, edit("Halo dunia 👋", "Halo dunia")])).toEqual(["ok", "ok", "ok"]);
    // Made from a text that is not there: it and what is behind it has to come again.
    expect(await send([edit("Lain", "Lain lagi"), edit("Lain lagi", "x")])).toEqual(["other-text", "other-text"]);
    expect(await itemsOf(attemptId)).toEqual({ [itemId]: { interaction: "extended-text", text: "Halo dunia" } });
    expect(await send([takeOver(newId())])).toEqual(["ok"]);
    expect(await send([edit("Halo dunia", "Halo")], 1)).toEqual(["other-text"]);
    expect(await send([{ opId: newId(), kind: "respond", itemId, response: { interaction: "extended-text", text: "Halo" } }], 1)).toEqual(["quarantined"]);
    expect((await itemsOf(attemptId))[itemId]).toMatchObject({ text: "Halo dunia" });
  });

  it("[J1] two processes that know different states never write a difference to the wrong text", async () => {
    const candidate = nextCandidate();
    const desk = app.get(Desk);
    await started(app, delivery, candidate, "penalaran-umum");
    await desk.submit(candidate.actor, candidate.attempts["penalaran-umum"]);
    const attemptId = candidate.attempts["kasus-layanan-terpadu"];
    await desk.acknowledgeNotice(candidate.actor, attemptId, delivery.noticeId);
    await desk.start(candidate.actor, attemptId);
    const itemId: string = (await candidate.http.get(`/api/attempts/${attemptId}/paper`)).body.paper.questions[0].id;
    const other = await createApp({ databaseUrl: app.database.appUrl, secret: testSecret, poolSize: 4, logLevels: false });
    try {
      const elsewhere = other.nest.get(Desk, { strict: false });
      const edit = (from: string, to: string): Operation => ({ opId: newId(), kind: "edit", itemId, edit: editBetween(from, to) });
      for (const one of [desk, elsewhere]) await one.append(candidate.actor, { attemptId, epoch: 1, operations: [edit("", "")] });
      expect(refusalsOf(await desk.append(candidate.actor, { attemptId, epoch: 1, operations: [edit("", "satu")] }))).toEqual(["ok"]);
      // The other process still remembers an empty text, by which this would be right.
      expect(refusalsOf(await elsewhere.append(candidate.actor, { attemptId, epoch: 1, operations: [edit("", "dua")] }))).toEqual(["other-text"]);
      expect(refusalsOf(await elsewhere.append(candidate.actor, { attemptId, epoch: 1, operations: [edit("satu", "satu dua")] }))).toEqual(["ok"]);
      expect((await itemsOf(attemptId))[itemId]).toMatchObject({ text: "satu dua" });
    } finally {
      await other.close();
    }
  });
});

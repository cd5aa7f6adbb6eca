import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Line, newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient, type HttpClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newId } from "../platform/index.ts";
import { brokenAt } from "./journal-chain.ts";
import { Attempts, Desk } from "./index.ts";

let app: TestApp;
let delivery: Delivery;
let proctor: HttpClient & { accountId: string };
const candidates: Candidate[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 16, instruments: ["penalaran-umum"] });
  candidates.push(...delivery.candidates);
  proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
});
afterAll(() => app?.stop());

const reason = "Listrik padam di ruang 2";
const running = async () => {
  const candidate = candidates.pop() as Candidate;
  return { candidate, attemptId: await started(app, delivery, candidate, "penalaran-umum") };
};
const waiting = () => (candidates.pop() as Candidate).attempts["penalaran-umum"];
const journalOf = (attemptId: string) => app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).journal(attemptId));
const change = (attemptIds: string[], given: object, opId = newId()) => proctor.post(`/api/assessments/${delivery.assessmentId}/time-changes`, { opId, attemptIds, change: given, reason });
const rowOf = async (attemptId: string) => (await proctor.get(`/api/assessments/${delivery.assessmentId}/attempts`)).body.attempts.find((one: { attemptId: string }) => one.attemptId === attemptId);

describe("time changes", () => {
  it("[T1] [J3] give each attempt what it may be given, once per opId, with author and reason", async () => {
    const [one, two, closed] = [await running(), await running(), await running()];
    const [ready, stranger] = [waiting(), newId()];
    await app.get(Desk).submit(closed.candidate.actor, closed.attemptId);
    const before = (await rowOf(one.attemptId)).deadlineMs;
    const opId = newId();
    const ids = [one.attemptId, two.attemptId, closed.attemptId, ready, stranger];
    const first = await change(ids, { kind: "extend", minutes: 10 }, opId);
    expect(first).toMatchObject({
      status: 200,
      body: { results: [{ attemptId: one.attemptId, ok: true, deadlineMs: before + 600_000 }, { ok: true }, { ok: false, refusal: "closed" }, { attemptId: ready, ok: true, deadlineMs: null }, { attemptId: stranger, ok: false, refusal: "not-found" }] },
    });
    expect((await change(ids, { kind: "extend", minutes: 10 }, opId)).body).toEqual(first.body);
    expect((await journalOf(one.attemptId)).at(-1)).toMatchObject({ seq: 4, kind: "extended", accountId: proctor.accountId, body: `{"ms":600000,"reason":"${reason}"}` });
    expect((await journalOf(ready)).at(-1)).toMatchObject({ seq: 2, kind: "extended" });
  });

  it("[T1] pause and resume, and the pause costs nobody time", async () => {
    const { attemptId } = await running();
    const ready = waiting();
    const before = (await rowOf(attemptId)).deadlineMs;
    expect((await change([attemptId, ready], { kind: "resume" })).body.results).toMatchObject([{ refusal: "not-paused" }, { refusal: "not-started" }]);
    expect((await change([attemptId, ready], { kind: "pause" })).body.results).toMatchObject([{ ok: true }, { refusal: "not-started" }]);
    expect((await change([attemptId], { kind: "pause" })).body.results).toMatchObject([{ refusal: "paused" }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [resumed] = (await change([attemptId], { kind: "resume" })).body.results;
    const journal = await journalOf(attemptId);
    expect(resumed.deadlineMs).toBe(before + JSON.parse(journal.at(-1)?.body ?? "{}").ms);
    expect(resumed.deadlineMs).toBeGreaterThan(before + 250);
    expect(brokenAt(attemptId, journal)).toBeUndefined();
  });

  it("[T4] reach the candidate's page at once, and the proctor sees who has not shown them yet", async () => {
    const { candidate, attemptId } = await running();
    const line = await Line.open(app.url, candidate.token);
    await line.snapshot(attemptId);
    const told = line.next("attempt:changed");
    await change([attemptId], { kind: "pause" });
    const push = await told;
    expect(push).toMatchObject({ attemptId, state: "running", pausedSinceMs: expect.any(Number), timeSeq: 4 });
    expect(await rowOf(attemptId)).toMatchObject({ pausedSinceMs: push.pausedSinceMs, timeUnacknowledged: true });
    await line.append(attemptId, [{ opId: newId(), kind: "acknowledge-time", seq: push.timeSeq }]);
    expect(await rowOf(attemptId)).toMatchObject({ timeUnacknowledged: false });
    line.close();
  });

  it("hold while the room is working, and two of them at once wait for each other", async () => {
    const room = await Promise.all([running(), running(), running()]);
    const ids = room.map(({ attemptId }) => attemptId);
    const working = room.map(async ({ candidate, attemptId }) => {
      for (let count = 0; count < 10; count++) await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [respond(`v0${(count % 9) + 1}`, "a")] });
    });
    const answers = await Promise.all([change(ids, { kind: "extend", minutes: 1 }), change(ids.toReversed(), { kind: "extend", minutes: 2 })]);
    await Promise.all(working);
    expect(answers.flatMap(({ body }) => body.results.map(({ ok }: { ok: boolean }) => ok))).toEqual(Array.from({ length: 6 }, () => true));
    for (const id of ids) expect(await rowOf(id)).toMatchObject({ extensionsMs: 180_000 });
  });

  it("are a proctor's, with a reason, in their own agency", async () => {
    const { attemptId } = await running();
    const path = `/api/assessments/${delivery.assessmentId}/time-changes`;
    const body = { opId: newId(), attemptIds: [attemptId], change: { kind: "pause" }, reason };
    for (const [agencyId, role] of [[delivery.agencyId, "organiser"], [await app.newAgency(), "proctor"]] as const) {
      const other = await signedIn(app, { agencyId, roles: [role] });
      expect((await other.post(path, body)).status).toBe(404);
      expect((await other.post(`/api/attempts/${attemptId}/freed-device`, { opId: newId(), reason })).status).toBe(404);
      expect((await other.get(`/api/assessments/${delivery.assessmentId}/outage?fromMs=1&toMs=2`)).status).toBe(404);
    }
    expect((await proctor.post(path, { ...body, reason: " " })).status).toBe(400);
    expect((await proctor.post(path, { ...body, attemptIds: [] })).status).toBe(400);
    expect((await journalOf(attemptId)).length).toBe(3);
  });
});

describe("a device", () => {
  it("[J5] is freed with a reason, and the next one works on", async () => {
    const { candidate, attemptId } = await running();
    const free = (opId: string) => proctor.post(`/api/attempts/${attemptId}/freed-device`, { opId, reason: "Layar laptop mati" });
    const opId = newId();
    expect((await free(opId)).status).toBe(204);
    expect((await free(opId)).status).toBe(204);
    expect((await candidate.http.get(`/api/attempts/${attemptId}`)).body).toMatchObject({ epoch: 2, device: "free" });
    expect((await journalOf(attemptId)).at(-1)).toMatchObject({ kind: "taken-over", accountId: proctor.accountId });
    expect((await proctor.post(`/api/attempts/${waiting()}/freed-device`, { opId: newId(), reason })).body).toMatchObject({ code: "not-started" });
  });
});

describe("an outage", () => {
  /** What the connection log would hold, written as the owner: waiting for real outages takes minutes. */
  const connected = (candidate: Candidate, attemptId: string, spans: [number, number][]) =>
    withClient(app.database.ownerUrl, async (owner) => {
      for (const [openedMs, closedMs] of spans) {
        await owner.query(
          "insert into attempt_connection (id, agency_id, attempt_id, account_id, way, opened_at, seen_at, closed_at, close_reason) values ($1, $2, $3, $4, 'socket', $5, $6, $6, 'transport close')",
          [newId(), delivery.agencyId, attemptId, candidate.actor.accountId, new Date(openedMs), new Date(closedMs)],
        );
      }
    });

  it("[T5] gives each candidate the exact time their line was down, with the evidence, and no second twice", async () => {
    const [down, steady] = [await running(), await running()];
    const startedMs = (await rowOf(down.attemptId)).startedAtMs;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await connected(down.candidate, down.attemptId, [[startedMs - 5_000, startedMs + 200], [startedMs + 700, startedMs + 60_000]]);
    await connected(steady.candidate, steady.attemptId, [[startedMs - 5_000, startedMs + 60_000]]);
    const view = (fromMs: number, toMs: number) => proctor.get(`/api/assessments/${delivery.assessmentId}/outage?fromMs=${fromMs}&toMs=${toMs}`);
    const of = (body: any, { attemptId }: { attemptId: string }) => body.attempts.find((one: any) => one.attemptId === attemptId);
    const interval = { fromMs: startedMs - 60_000, toMs: startedMs + 600 };
    const { body } = await view(interval.fromMs, interval.toMs);
    expect(of(body, down)).toEqual({ attemptId: down.attemptId, ms: 400, compensatedMs: 0, longestMs: 400, gaps: 1 });
    expect(of(body, steady)).toBeUndefined();

    const compensate = (opId: string, toMs: number) => proctor.post(`/api/assessments/${delivery.assessmentId}/outage-compensations`, { opId, attemptIds: [down.attemptId, steady.attemptId], fromMs: interval.fromMs, toMs, reason: "Jaringan ruang 2 terputus" });
    const before = (await rowOf(down.attemptId)).deadlineMs;
    const opId = newId();
    const first = await compensate(opId, interval.toMs);
    expect(first).toMatchObject({ status: 200, body: { results: [{ ok: true, deadlineMs: before + 400 }, { ok: false, refusal: "no-outage" }] } });
    expect((await compensate(opId, interval.toMs)).body.results[0]).toEqual(first.body.results[0]);
    expect(JSON.parse((await journalOf(down.attemptId)).at(-1)?.body ?? "{}")).toEqual({ ms: 400, outage: { ...interval, spans: [{ fromMs: startedMs + 200, toMs: startedMs + 600 }] }, reason: "Jaringan ruang 2 terputus" });
    // A longer interval later gives only what the first did not.
    expect(of((await view(interval.fromMs, startedMs + 1_000)).body, down)).toMatchObject({ ms: 100, compensatedMs: 400 });
    expect((await compensate(newId(), startedMs + 1_000)).body.results[0]).toMatchObject({ ok: true, deadlineMs: before + 500 });
    expect((await compensate(newId(), startedMs + 1_000)).body.results[0]).toMatchObject({ ok: false, refusal: "no-outage" });
    expect(await rowOf(down.attemptId)).toMatchObject({ extensionsMs: 500 });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { RoomPush, SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Line, newDelivery, respond, started, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { TestApp, testSecret } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { createApp, type App } from "../../app.ts";
import { newId } from "../../platform/index.ts";
import { LiveRooms } from "./live-rooms.service.ts";
import { Supervision } from "./supervision.service.ts";

/** Two web processes: proctors watch at one of them, candidates sit at either. */
let app: TestApp;
let other: App;
let otherUrl: string;
let delivery: Delivery;
let proctor: Awaited<ReturnType<typeof signedIn>>;
let next = 0;
const lines: Line[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  other = await createApp({ databaseUrl: app.database.appUrl, secret: testSecret, poolSize: 4, logLevels: false });
  await other.nest.listen(0, "127.0.0.1");
  otherUrl = await other.nest.getUrl();
  delivery = await newDelivery(app, { candidates: 12, instruments: ["penalaran-umum"] });
  proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
});
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});
afterAll(async () => {
  await other?.close();
  await app?.stop();
});

const room = () => ({ assessmentId: delivery.assessmentId });
const open = async (token: string | undefined, url = app.url) => {
  const line = await Line.open(url, token);
  lines.push(line);
  return line;
};
const watching = async (token = proctor.token) => {
  const line = await open(token);
  const pushes: RoomPush[] = [];
  line.socket.on("room:changed", (push: RoomPush) => pushes.push(push));
  const answer = await line.call("room:watch", room());
  return { line, pushes, answer };
};
const changeOf = (pushes: readonly RoomPush[], attemptId: string): Partial<SupervisedAttempt> => Object.assign({}, ...pushes.flatMap(({ attempts }) => attempts.filter((one) => one.attemptId === attemptId)));
const sitting = async (url = app.url) => {
  const candidate = delivery.candidates[next++] as Candidate;
  const attemptId = await started(app, delivery, candidate, "penalaran-umum");
  const line = await open(candidate.token, url);
  await line.snapshot(attemptId);
  return { candidate, attemptId, line };
};
const soon = { timeout: 6_000, interval: 100 };
const presence = (given: object) => ({ roundTripMs: null, unsaved: 0, awaySinceMs: null, events: [], ...given });

describe("[P1] a watched room", () => {
  it("is told whole, then by what has changed, to all who watch, and as HTTP tells it", async () => {
    const { attemptId, line } = await sitting();
    const [one, two] = [await watching(), await watching()];
    expect(one.answer).toMatchObject({ ok: true, view: { total: 12, sittings: [{ sittingId: delivery.sittingId }] } });
    expect(one.answer.view.attempts).toHaveLength(12);
    expect(one.answer.view.attempts.find((row: SupervisedAttempt) => row.attemptId === attemptId)).toMatchObject({ state: "running", answered: 0 });
    await line.append(attemptId, [respond("v01", "a"), respond("v02", "a")]);
    await vi.waitFor(() => expect(changeOf(one.pushes, attemptId)).toMatchObject({ answered: 2 }), soon);
    const push = one.pushes.find(({ attempts }) => attempts.some((row) => row.answered === 2)) as RoomPush;
    expect(push.attempts.find((row) => row.attemptId === attemptId)).not.toHaveProperty("candidate");
    await vi.waitFor(() => expect(two.pushes.map(({ version }) => version)).toContain(push.version), soon);
    const { body } = await proctor.get(`/api/assessments/${delivery.assessmentId}/attempts`);
    expect(body.attempts.find((row: SupervisedAttempt) => row.attemptId === attemptId)).toMatchObject({ answered: 2, line: "on" });
  });

  it("is the same from whichever process: a line comes and goes at the other one", async () => {
    const { pushes } = await watching();
    const { attemptId, line } = await sitting(otherUrl);
    await vi.waitFor(() => expect(changeOf(pushes, attemptId)).toMatchObject({ state: "running", line: "on" }), soon);
    await line.append(attemptId, [respond("v03", "a")]);
    await vi.waitFor(() => expect(changeOf(pushes, attemptId)).toMatchObject({ answered: 1 }), soon);
    const leftMs = Date.now();
    line.close();
    await vi.waitFor(() => expect(changeOf(pushes, attemptId)).toMatchObject({ line: "off", lineSinceMs: expect.any(Number) }), soon);
    expect(Math.abs((changeOf(pushes, attemptId).lineSinceMs ?? 0) - leftMs)).toBeLessThan(2_000);
  });

  it("is looked at once a second however many watch, and not at all when nobody does", async () => {
    const viewers = await Promise.all(Array.from({ length: 12 }, () => watching()));
    const looks = vi.spyOn(app.get(Supervision), "lines");
    const from = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 3_300));
    expect(looks.mock.calls.length).toBeGreaterThan(0);
    expect(looks.mock.calls.length).toBeLessThanOrEqual(Math.ceil((Date.now() - from) / 1_000));
    for (const { line } of viewers) line.close();
    await vi.waitFor(() => expect(app.get(LiveRooms).watched).toBe(0), soon);
    looks.mockRestore();
  });

  it("is told at most once a second to each who watches, however much happens in it", async () => {
    const { attemptId, line } = await sitting();
    const viewers = await Promise.all([watching(), watching(), watching()]);
    const told = viewers.map(({ line: { socket } }) => {
      const atMs: number[] = [];
      socket.on("room:changed", () => atMs.push(Date.now()));
      return atMs;
    });
    const untilMs = Date.now() + 4_000;
    for (let number = 1; Date.now() < untilMs; number++) {
      await line.append(attemptId, [respond(`v0${1 + (number % 8)}`, number % 16 < 8 ? "a" : "b")]);
      await proctor.post(`/api/assessments/${delivery.assessmentId}/room-record`, { opId: newId(), sittingId: delivery.sittingId, deed: { kind: "incident", category: "other", text: `Kejadian ${number}`, occurredAtMs: Date.now() } });
    }
    for (const atMs of told) {
      expect(atMs.length).toBeGreaterThanOrEqual(2);
      // A look that was late is followed by one that is on time.
      expect(atMs.length).toBeLessThanOrEqual(5);
    }
  });

  it("may be one sitting, and a socket watches one room only", async () => {
    const { line, answer } = await watching();
    const version = answer.view.version;
    expect(await line.call("room:watch", { ...room(), sittingId: delivery.sittingId })).toMatchObject({ ok: true, view: { total: 12 } });
    expect(await line.call("room:watch", { ...room(), sittingId: newId() })).toEqual({ ok: false, refusal: "not-found" });
    expect(version).toBeGreaterThan(0);
    expect((await proctor.get(`/api/assessments/${delivery.assessmentId}/attempts?sittingId=${newId()}`)).status).toBe(404);
    await vi.waitFor(() => expect(app.get(LiveRooms).watched).toBe(0), soon);
  });

  it("is a proctor's or an organiser's, in their own agency, and not found by anybody else", async () => {
    const candidate = delivery.candidates[11] as Candidate;
    const organiser = await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser"] });
    expect((await watching(organiser.token)).answer.ok).toBe(true);
    const strangers = [await signedIn(app, { agencyId: delivery.agencyId, roles: ["assessor", "lead-assessor", "author", "official", "auditor", "administrator"] }), await signedIn(app, { agencyId: await app.newAgency(), roles: ["proctor"] })];
    for (const token of [candidate.token, ...strangers.map((one) => one.token)]) expect((await watching(token)).answer).toEqual({ ok: false, refusal: "not-found" });
    const line = await open(proctor.token);
    for (const message of [undefined, "x", { assessmentId: "x" }, { ...room(), all: true }]) expect(await line.call("room:watch", message)).toEqual({ ok: false, refusal: "malformed" });
  });
});

describe("[P2] presence", () => {
  it("is told over the line, kept with the connection, and seen in the room", async () => {
    const { pushes } = await watching();
    const { attemptId, line } = await sitting(otherUrl);
    const awaySinceMs = Date.now();
    expect(await line.call("attempt:presence", { attemptId, ...presence({ roundTripMs: 40, unsaved: 3, awaySinceMs }) })).toEqual({ ok: true });
    await vi.waitFor(() => expect(changeOf(pushes, attemptId)).toMatchObject({ roundTripMs: 64, unsaved: 3, awaySinceMs }), soon);
    await line.call("attempt:presence", { attemptId, ...presence({ roundTripMs: 60 }) });
    await vi.waitFor(() => expect(changeOf(pushes, attemptId)).toMatchObject({ unsaved: 0, awaySinceMs: null }), soon);
  });

  it("is nobody else's to tell", async () => {
    const { attemptId } = await sitting();
    const stranger = delivery.candidates[11] as Candidate;
    const line = await open(stranger.token);
    expect(await line.call("attempt:presence", { attemptId, ...presence({ unsaved: 9 }) })).toEqual({ ok: false, refusal: "not-found" });
    expect(await (await open(proctor.token)).call("attempt:presence", { attemptId, ...presence({}) })).toEqual({ ok: false, refusal: "not-found" });
    expect(await line.call("attempt:presence", { attemptId, ...presence({ events: Array.from({ length: 21 }, () => ({})) }) })).toEqual({ ok: false, refusal: "malformed" });
    expect((await stranger.http.post(`/api/attempts/${attemptId}/presence`, presence({}))).status).toBe(404);
    expect((await proctor.post(`/api/attempts/${attemptId}/presence`, presence({}))).status).toBe(404);
  });

  it("[P3] keeps when the page was out of sight, each event once, over the socket or HTTP, and shows it in the evidence", async () => {
    const { candidate, attemptId, line } = await sitting();
    const atMs = Date.now();
    const away = { eventId: newId(), kind: "away", cause: "hidden", atMs: atMs - 9_000 };
    const back = { eventId: newId(), kind: "back", cause: "hidden", atMs: atMs - 4_000 };
    for (let sent = 0; sent < 2; sent++) expect(await line.call("attempt:presence", { attemptId, ...presence({ events: [away] }) })).toEqual({ ok: true });
    expect((await candidate.http.post(`/api/attempts/${attemptId}/presence`, presence({ events: [away, back] }))).status).toBe(204);
    const { body } = await proctor.get(`/api/attempts/${attemptId}/time-evidence.json`);
    expect(body.focus).toEqual([
      { kind: "away", cause: "hidden", atMs: away.atMs, receivedAtMs: expect.any(Number) },
      { kind: "back", cause: "hidden", atMs: back.atMs, receivedAtMs: expect.any(Number) },
    ]);
    const view = await proctor.get(`/api/assessments/${delivery.assessmentId}/attempts`);
    expect(view.body.attempts.find((row: SupervisedAttempt) => row.attemptId === attemptId)).toMatchObject({ awayCount: 1 });
  });
});

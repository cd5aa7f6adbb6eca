import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Line, newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newId } from "../platform/index.ts";
import { ConnectionLog } from "./connection-log.service.ts";

let app: TestApp;
let delivery: Delivery;
let next = 0;
let candidate: Candidate;
let attemptId: string;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 16, instruments: ["penalaran-umum", "sjt-manajerial"] });
});
afterAll(() => app?.stop());
beforeEach(async () => {
  candidate = delivery.candidates[next++] as Candidate;
  attemptId = await started(app, delivery, candidate, "penalaran-umum");
});

describe("the socket way", () => {
  it("tells the whole state at every connection, and acknowledges in order", async () => {
    const line = await Line.open(app.url, candidate.token);
    const snapshot = await line.snapshot(attemptId);
    expect(snapshot).toMatchObject({ attemptId, epoch: 1, seq: 3, instrument: { kind: "test" }, status: { state: "running", work: { responses: {} } } });
    const operations = [respond("v01", "a"), respond("v02", "b"), { opId: newId(), kind: "flag", itemId: "v02", flagged: true } as const];
    const acknowledgements = await line.append(attemptId, operations);
    expect(acknowledgements.map((one) => [one.opId, one.ok && one.seq])).toEqual(operations.map(({ opId }, index) => [opId, 4 + index]));
    line.close();
    const again = await Line.open(app.url, candidate.token);
    const { status, seq } = await again.snapshot(attemptId);
    expect(seq).toBe(6);
    expect(status).toMatchObject({ work: { responses: { v01: { interaction: "choice", optionId: "a" }, v02: { interaction: "choice", optionId: "b" } }, flagged: ["v02"] } });
    expect((await again.call("clock", {})).serverNowMs).toBeGreaterThan(Date.now() - 60_000);
    again.close();
  });

  it("listens to the end of a socket once, however many attempts it has open", async () => {
    const warnings: string[] = [];
    const heard = (warning: Error) => void warnings.push(`${warning.name}: ${warning.message}`);
    process.on("warning", heard);
    // More than Node suffers in silence: the same person in twelve sittings.
    const more: string[] = [];
    for (let index = 0; index < 11; index++) {
      const { attempts } = (await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["penalaran-umum"], person: candidate })).candidates[0] as Candidate;
      more.push(attempts["penalaran-umum"]);
    }
    const line = await Line.open(app.url, candidate.token);
    for (const id of [attemptId, ...more]) await line.snapshot(id);
    line.close();
    const closed = () =>
      withClient(app.database.ownerUrl, async (owner) => {
        await owner.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
        return (await owner.query("select attempt_id as id from attempt_connection where attempt_id = any($1) and closed_at is not null", [[attemptId, ...more]])).rows.length;
      });
    await expect.poll(closed, { timeout: 10_000 }).toBe(12);
    process.off("warning", heard);
    expect(warnings).toEqual([]);
  });

  it("writes down the other connections when one is of an attempt that is not there", async () => {
    const log = app.get(ConnectionLog);
    log.opened("stray", candidate.actor, { attemptId: newId(), deviceId: null, userAgent: "uji" });
    log.opened("true", candidate.actor, { attemptId, deviceId: null, userAgent: "uji" });
    const written = () =>
      withClient(app.database.ownerUrl, async (owner) => {
        await owner.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
        return (await owner.query("select attempt_id as id from attempt_connection where user_agent = 'uji'")).rows;
      });
    await expect.poll(written, { timeout: 5_000 }).toEqual([{ id: attemptId }]);
    for (const key of ["stray", "true"]) log.ended(key, "transport close");
  });

  it("[J3] acknowledges a resend over HTTP as the socket did, and the other way round", async () => {
    const line = await Line.open(app.url, candidate.token);
    const operation = respond("v05", "c");
    const first = await line.append(attemptId, [operation]);
    const { status, body } = await candidate.http.post(`/api/attempts/${attemptId}/operations`, { epoch: 1, operations: [operation] });
    expect({ status, acknowledgements: body.acknowledgements }).toEqual({ status: 200, acknowledgements: first });
    const handIn = { opId: newId(), kind: "submit" as const };
    const closing = await candidate.http.post(`/api/attempts/${attemptId}/operations`, { epoch: 1, operations: [respond("v06", "a"), handIn, respond("v07", "a")] });
    expect(closing.body.acknowledgements).toMatchObject([{ ok: true, seq: 5 }, { ok: true, seq: 6 }, { ok: false, refusal: "late" }]);
    expect(await line.append(attemptId, [handIn])).toEqual([closing.body.acknowledgements[1]]);
    line.close();
  });

  it("does not wait for what only names the attempt, as a connection or a receipt that is being written does", async () => {
    const other = await newDelivery(app, { agencyId: delivery.agencyId, candidates: 1, instruments: ["penalaran-umum"] });
    const [who] = other.candidates as [Candidate];
    const id = await started(app, other, who, "penalaran-umum");
    await withClient(app.database.ownerUrl, async (owner) => {
      await owner.query("begin");
      await owner.query("select from attempt where id = $1 for key share", [id]);
      const line = await Line.open(app.url, who.token);
      expect(await line.append(id, [respond("v01", "a")])).toMatchObject([{ ok: true }]);
      line.close();
      await owner.query("rollback");
    });
  });

  it("[J8] says of each refusal in a batch what it is, and applies the rest", async () => {
    const line = await Line.open(app.url, candidate.token);
    const choose = (itemId: string, optionId: string) => respond(itemId, optionId);
    const acknowledgements = await line.append(attemptId, [choose("nope", "a"), choose("v01", "nope"), choose("v01", "a"), { opId: newId(), kind: "start" }, choose("v02", "a")]);
    expect(acknowledgements.map((one) => (one.ok ? "ok" : one.refusal))).toEqual(["unknown-item", "does-not-fit", "ok", "already-started", "ok"]);
    expect((await line.append(attemptId, [choose("v01", "b")], 2)).map((one) => !one.ok && one.refusal)).toEqual(["quarantined"]);
    line.close();
  });

  it.each([
    ["no object", "x"],
    ["an unknown member", { attemptId: newId(), epoch: 1, operations: [{ ...respond("v01", "a"), correct: true }] }],
    ["too many operations", { attemptId: newId(), epoch: 1, operations: Array.from({ length: 51 }, () => respond("v01", "a")) }],
    ["too long a text", { attemptId: newId(), epoch: 1, operations: [{ opId: newId(), kind: "respond", itemId: "q1", response: { interaction: "extended-text", text: "x".repeat(50_001) } }] }],
    ["nothing", undefined],
  ])("refuses %s as malformed", async (_, message) => {
    const line = await Line.open(app.url, candidate.token);
    expect(await line.call("attempt:append", message)).toEqual({ ok: false, refusal: "malformed" });
    expect(await line.call("attempt:open", message)).toEqual({ ok: false, refusal: "malformed" });
    line.close();
  });
});

describe("somebody else's attempt", () => {
  const ways: [string, (line: Line) => Promise<unknown>][] = [
    ["attempt:open", (line) => line.call("attempt:open", { attemptId })],
    ["attempt:append", (line) => line.call("attempt:append", { attemptId, epoch: 1, operations: [respond("v01", "a")] })],
    ["attempt:append of a hand-in", (line) => line.call("attempt:append", { attemptId, epoch: 1, operations: [{ opId: newId(), kind: "submit" }] })],
  ];

  it("is not found by another candidate, a candidate of another agency or staff, on any message or route", async () => {
    const other = delivery.candidates[next] as Candidate;
    const foreign = await newDelivery(app, { candidates: 1, instruments: ["penalaran-umum"] });
    const proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor", "organiser", "administrator"] });
    const people = [other.http, (foreign.candidates[0] as Candidate).http, proctor];
    for (const http of people) {
      const line = await Line.open(app.url, http.token);
      for (const [, send] of ways) expect(await send(line)).toEqual({ ok: false, refusal: "not-found" });
      line.close();
      for (const path of ["", "/paper", "/documents"]) expect((await http.get(`/api/attempts/${attemptId}${path}`)).status).toBe(404);
      expect((await http.post(`/api/attempts/${attemptId}/operations`, { epoch: 1, operations: [respond("v01", "a")] })).status).toBe(404);
      expect((await http.post(`/api/my-sittings/${delivery.sittingId}/notice`, { opId: newId(), noticeId: delivery.noticeId })).status).toBe(http === other.http ? 204 : 404);
    }
    expect((await other.http.get("/api/my-attempts")).body.sittings[0].attempts.map((attempt: { attemptId: string }) => attempt.attemptId)).toEqual(Object.values(other.attempts));
    expect((await proctor.get("/api/my-attempts")).status).toBe(404);
    const line = await Line.open(app.url, candidate.token);
    expect((await line.snapshot(attemptId)).seq).toBe(3);
    line.close();
  });

  it("needs a session and the protocol's version", async () => {
    await expect(Line.open(app.url, undefined)).rejects.toThrow("not-signed-in");
    await expect(Line.open(app.url, "wrong")).rejects.toThrow("not-signed-in");
    await expect(Line.open(app.url, candidate.token, 99)).rejects.toThrow("protocol");
  });
});

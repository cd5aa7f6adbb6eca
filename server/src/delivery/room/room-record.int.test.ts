import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { RoomEntry, RoomDeed } from "@kompeten/shared/contracts/room-record";
import { Line, newDelivery, started, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { TestApp, testSecret, withClient } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { createApp, type App } from "../../app.ts";
import { newId } from "../../platform/index.ts";

let app: TestApp;
let other: App;
let otherUrl: string;
let delivery: Delivery;
let proctor: Awaited<ReturnType<typeof signedIn>>;
const lines: Line[] = [];
const path = () => `/api/assessments/${delivery.assessmentId}/room-record`;
const write = (deed: RoomDeed, given: object = {}, opId = newId()) => proctor.post(path(), { opId, ...given, deed });
const recordOf = async (): Promise<RoomEntry[]> => (await proctor.get(`/api/assessments/${delivery.assessmentId}/attempts`)).body.record;
const candidate = (index: number) => delivery.candidates[index] as Candidate;
const sit = async (index: number, url = app.url) => {
  const line = await Line.open(url, candidate(index).token);
  lines.push(line);
  await line.snapshot(candidate(index).attempts["penalaran-umum"]);
  return line;
};
const hello = { kind: "message", text: "Waktu istirahat pukul 10.00 WIB." } as const;

beforeAll(async () => {
  app = await TestApp.start();
  other = await createApp({ databaseUrl: app.database.appUrl, secret: testSecret, poolSize: 4, logLevels: false });
  await other.nest.listen(0, "127.0.0.1");
  otherUrl = await other.nest.getUrl();
  delivery = await newDelivery(app, { candidates: 6, instruments: ["penalaran-umum"] });
  proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
});
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});
afterAll(async () => {
  await other?.close();
  await app?.stop();
});

describe("[R2] a message", () => {
  it("to one reaches only them, at whichever process they sit, and its reading is in the room", async () => {
    const [here, there, third] = [await sit(0), await sit(1, otherUrl), await sit(2)];
    let strayed = 0;
    third.socket.on("messages:told", () => strayed++);
    const told = [here.next("messages:told", 2_000), there.next("messages:told", 3_000)];
    const opId = newId();
    expect(await write(hello, { enrolmentIds: [candidate(0).enrolmentId, candidate(1).enrolmentId] }, opId)).toMatchObject({ status: 200, body: { entries: 2 } });
    const [push] = await Promise.all(told);
    expect(push).toEqual({ attemptId: candidate(0).attempts["penalaran-umum"], messages: [{ messageId: expect.any(String), atMs: expect.any(Number), text: hello.text }] });
    // J3: sent again, it is there once.
    await write(hello, { enrolmentIds: [candidate(0).enrolmentId, candidate(1).enrolmentId] }, opId);
    expect((await recordOf()).filter((entry) => entry.opId === opId)).toHaveLength(2);
    const reading = { attemptId: push.attemptId, messageId: push.messages[0].messageId };
    for (let sent = 0; sent < 2; sent++) expect(await here.call("message:read", reading)).toEqual({ ok: true });
    expect((await recordOf()).filter((entry) => entry.kind === "message-read")).toMatchObject([{ messageId: reading.messageId, enrolmentId: candidate(0).enrolmentId }]);
    expect(strayed).toBe(0);
    // It survives a reload until it is read.
    expect((await (await sit(1, otherUrl)).next("messages:told", 3_000)).messages).toHaveLength(1);
    expect((await candidate(0).http.get(`/api/attempts/${push.attemptId}/messages`)).body.messages).toEqual([]);
  });

  it("to all of a sitting reaches everybody, over HTTP too, and is read by each for themselves", async () => {
    const attemptId = candidate(3).attempts["penalaran-umum"];
    await write({ kind: "message", text: "Mohon tenang." }, { sittingId: delivery.sittingId });
    const { body } = await candidate(3).http.get(`/api/attempts/${attemptId}/messages`);
    expect(body.messages.map(({ text }: { text: string }) => text)).toEqual(["Mohon tenang."]);
    expect((await candidate(3).http.post(`/api/attempts/${attemptId}/messages/${body.messages[0].messageId}/reading`)).status).toBe(204);
    expect((await candidate(3).http.get(`/api/attempts/${attemptId}/messages`)).body.messages).toEqual([]);
    expect((await candidate(4).http.get(`/api/attempts/${candidate(4).attempts["penalaran-umum"]}/messages`)).body.messages).toHaveLength(1);
  });

  it("is not found by those it was not meant for", async () => {
    await write({ kind: "message", text: "Untuk satu orang." }, { enrolmentIds: [candidate(5).enrolmentId] });
    const attemptId = candidate(5).attempts["penalaran-umum"];
    const messageId = (await candidate(5).http.get(`/api/attempts/${attemptId}/messages`)).body.messages.at(-1).messageId;
    const stranger = candidate(4);
    const line = await sit(4);
    for (const given of [{ attemptId, messageId }, { attemptId: stranger.attempts["penalaran-umum"], messageId }]) expect(await line.call("message:read", given)).toEqual({ ok: false, refusal: "not-found" });
    expect(await line.call("message:read", { attemptId, messageId: "x" })).toEqual({ ok: false, refusal: "malformed" });
    expect((await stranger.http.get(`/api/attempts/${attemptId}/messages`)).status).toBe(404);
    expect((await stranger.http.post(`/api/attempts/${attemptId}/messages/${messageId}/reading`)).status).toBe(404);
  });
});

describe("[R1] the record of a room", () => {
  const incident = { kind: "incident", category: "technical", text: "Layar padam lima menit", occurredAtMs: 1_780_000_000_000 } as const;

  it("keeps incidents of one and of all, in the room, the evidence and the audit record, and nobody changes them", async () => {
    const attemptId = await started(app, delivery, candidate(0), "penalaran-umum");
    await write(incident, { enrolmentIds: [candidate(0).enrolmentId] });
    await write({ ...incident, category: "disturbance", text: "Alarm kebakaran" }, { sittingId: delivery.sittingId });
    const noted = (await recordOf()).filter((entry) => entry.kind === "incident");
    expect(noted).toMatchObject([{ category: "technical", enrolmentId: candidate(0).enrolmentId, occurredAtMs: incident.occurredAtMs }, { category: "disturbance", enrolmentId: null, sittingId: delivery.sittingId }]);
    const { body } = await proctor.get(`/api/attempts/${attemptId}/time-evidence.json`);
    expect(body.room.filter(({ kind }: RoomEntry) => kind === "incident").map(({ text }: { text: string }) => text)).toEqual([incident.text, "Alarm kebakaran"]);
    expect(body.room.map(({ kind }: RoomEntry) => kind)).toContain("message-read");
    const elsewhere = await started(app, delivery, candidate(1), "penalaran-umum");
    expect((await proctor.get(`/api/attempts/${elsewhere}/time-evidence.json`)).body.room.filter(({ kind }: RoomEntry) => kind === "incident")).toHaveLength(1);
    for (const change of ["update room_entry set body = '{}'", "delete from room_entry"]) await expect(withClient(app.database.ownerUrl, (owner) => owner.query(change))).rejects.toThrow("append-only");
  });

  it("is written by proctors of this agency, about candidates and sittings of this assessment", async () => {
    const foreign = await newDelivery(app, { candidates: 1, instruments: ["penalaran-umum"] });
    const before = (await recordOf()).length;
    for (const given of [{ enrolmentIds: [(foreign.candidates[0] as Candidate).enrolmentId] }, { sittingId: foreign.sittingId }]) expect((await write(hello, given)).status).toBe(404);
    const strangers = [await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser", "lead-assessor"] }), await signedIn(app, { agencyId: foreign.agencyId, roles: ["proctor"] }), candidate(0).http];
    for (const http of strangers) expect((await http.post(path(), { opId: newId(), deed: hello })).status).toBe(404);
    for (const deed of [{ kind: "message", text: " " }, { kind: "message", text: "x".repeat(1_001) }, { ...incident, category: "weather" }, { kind: "message-read", messageId: newId() }]) expect((await proctor.post(path(), { opId: newId(), deed })).status).toBe(400);
    expect((await proctor.post(path(), { opId: newId(), enrolmentIds: [], deed: hello })).status).toBe(400);
    expect((await recordOf()).length).toBe(before);
  });
});

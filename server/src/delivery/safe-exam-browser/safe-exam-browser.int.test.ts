import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RoomEntry } from "@kompeten/shared/contracts/room-record";
import { itemIds, Line, newDelivery, respond, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { TestApp, type HttpClient } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { configKeyOfSitting } from "../../planning/index.ts";
import { newId } from "../../platform/index.ts";
import { Desk } from "../index.ts";
import { ServerTime } from "../server-time.service.ts";

let app: TestApp;
let delivery: Delivery;
let proctor: HttpClient;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 9, instruments: ["penalaran-umum"], safeExamBrowser: true });
  proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
  for (const { actor, attempts } of delivery.candidates) await app.get(Desk).acknowledgeNotice(actor, attempts["penalaran-umum"], delivery.noticeId);
});
afterAll(() => app?.stop());

const one = (index: number) => delivery.candidates[index] as Candidate;
const attemptOf = ({ attempts }: Candidate) => attempts["penalaran-umum"];
/** As Safe Exam Browser with the sitting's file makes it, by the documentation and none of our code. */
const hashOf = (url: string, sittingId = delivery.sittingId) => keyHashOf(url, configKeyOfSitting(app.url, sittingId));
const keyHashOf = (url: string, key: string) => createHash("sha256").update(url + key).digest("hex");
const ask = async (who: Candidate, path: string, { body, headers = {} }: { body?: object; headers?: Record<string, string> } = {}) => {
  const response = await fetch(`${app.url}${path}`, { method: body ? "POST" : "GET", headers: { cookie: `kompeten_session=${who.token}`, ...(body ? { "content-type": "application/json" } : {}), ...headers }, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, body: (await response.json().catch(() => null)) as any }; // oxlint-disable-line no-explicit-any -- tests read what they expect
};
const passPath = (who: Candidate) => `/api/attempts/${attemptOf(who)}/browser-pass`;
const prove = (who: Candidate, hash?: string, page: object | null = null, requestHash?: string) =>
  ask(who, passPath(who), { body: { page }, headers: { ...(hash === undefined ? {} : { "x-safeexambrowser-configkeyhash": hash }), ...(requestHash === undefined ? {} : { "x-safeexambrowser-requesthash": requestHash }) } });
const decide = (http: HttpClient, who: Candidate, kind: "browser-exempted" | "browser-released", reason: string) =>
  http.post(`/api/assessments/${delivery.assessmentId}/room-record`, { opId: newId(), enrolmentIds: [who.enrolmentId], deed: { kind, reason } });
const others = async (who: Candidate) => [await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser", "lead-assessor"] }), await signedIn(app, { agencyId: await app.newAgency(), roles: ["proctor"] }), who.http];
const refused = (held: boolean) => ({ ok: false, refusal: "browser-not-allowed", held });
const rightHash = (who: Candidate) => hashOf(`${app.url}${passPath(who)}`);
const passOf = async (who: Candidate): Promise<string> => (await prove(who, rightHash(who))).body.pass;
const openIn = async (who: Candidate, browserPass?: string) => {
  const line = await Line.open(app.url, who.token);
  const answer = await line.call("attempt:open", { attemptId: attemptOf(who), ...(browserPass === undefined ? {} : { browserPass }) });
  return { line, answer: answer.ok ? "open" : answer.refusal };
};
const start = async (line: Line, who: Candidate, browserPass?: string) => (await line.append(attemptOf(who), [{ opId: newId(), kind: "start", ...(browserPass === undefined ? {} : { browserPass }) }]))[0];
const findings = async (who: Candidate) => {
  const { body } = await proctor.get(`/api/attempts/${attemptOf(who)}/time-evidence.json`);
  return (body.room as RoomEntry[]).filter((entry) => entry.kind === "browser-checked");
};

describe("[R5] a sitting in Safe Exam Browser", () => {
  it("opens, shows its paper and starts with the Config Key's hash in the header, and not without", async () => {
    const who = one(0);
    const without = await openIn(who);
    expect(without.answer).toBe("browser-not-allowed");
    expect(await start(without.line, who)).toMatchObject({ ok: false, refusal: "browser-not-allowed" });
    without.line.close();
    expect(await ask(who, `/api/attempts/${attemptOf(who)}`)).toMatchObject({ status: 409, body: { code: "browser-not-allowed" } });
    const pass = await passOf(who);
    const { line, answer } = await openIn(who, pass);
    expect(answer).toBe("open");
    expect(await start(line, who, pass)).toMatchObject({ ok: true });
    expect((await ask(who, `/api/attempts/${attemptOf(who)}/paper`)).status).toBe(409);
    const headers = { "x-kompeten-browser-pass": pass };
    const { body } = await ask(who, `/api/attempts/${attemptOf(who)}/paper`, { headers });
    expect((await ask(who, `/api/attempts/${attemptOf(who)}`, { headers })).status).toBe(200);
    const [itemId] = itemIds(body.paper);
    // J8: what arrives is taken, whichever way it comes.
    const elsewhere = await openIn(who);
    expect(elsewhere.answer).toBe("browser-not-allowed");
    expect(await elsewhere.line.append(attemptOf(who), [respond(itemId as string, null)])).toMatchObject([{ ok: true }]);
    elsewhere.line.close();
    // What has ended may be looked back at from anywhere.
    await line.append(attemptOf(who), [{ opId: newId(), kind: "submit" }]);
    expect((await ask(who, `/api/attempts/${attemptOf(who)}`)).status).toBe(200);
    line.close();
  });

  it("believes what the page was told where no header is sent, of its own address now or when it was loaded", async () => {
    const who = one(1);
    const [now, loaded] = [`${app.url}/pengerjaan/${attemptOf(who)}`, `${app.url}/pengerjaan?sesi=${delivery.sittingId}`];
    const told = (configKeyHash: string, ...urls: string[]) => prove(who, undefined, { urls, configKeyHash, version: "SEB_Windows_3.9" });
    expect((await told(hashOf(now), now, loaded)).body.ok).toBe(true);
    expect((await told(hashOf(loaded), now, loaded)).body.ok).toBe(true);
    expect((await told(hashOf("https://lain.example/"), "https://lain.example/")).body).toEqual(refused(true));
    expect(await findings(who)).toMatchObject([{ outcome: "matched", way: "page", url: now, browser: "SEB_Windows_3.9" }, { outcome: "matched", url: loaded }, { outcome: "mismatch", url: "https://lain.example/" }]);
  });

  it("tells another browser what to open, and needs nobody for that", async () => {
    const who = one(6);
    expect((await prove(who)).body).toEqual(refused(false));
    expect((await prove(who, rightHash(who))).body.ok).toBe(true);
    expect(await findings(who)).toMatchObject([{ outcome: "missing", received: null, request: { expected: [], received: null } }, { outcome: "matched", received: rightHash(who) }]);
  });

  it("stops whoever shows a wrong hash, in the right browser too, keeps what is sent, and checks again by the proctor's word", async () => {
    const who = one(7);
    const pass = await passOf(who);
    const { line } = await openIn(who, pass);
    expect(await start(line, who, pass)).toMatchObject({ ok: true });
    const [itemId] = itemIds((await ask(who, `/api/attempts/${attemptOf(who)}/paper`, { headers: { "x-kompeten-browser-pass": pass } })).body.paper);
    const wrong = hashOf(`${app.url}${passPath(who)}`, newId());
    const stopped = async () => {
      expect((await prove(who, wrong)).body).toEqual(refused(true));
      expect((await prove(who, rightHash(who))).body).toEqual(refused(true));
      expect((await prove(who)).body).toEqual(refused(true));
    };
    await stopped();
    expect(await line.append(attemptOf(who), [respond(itemId as string, null)])).toMatchObject([{ ok: true }]);
    for (const http of await others(who)) expect((await decide(http, who, "browser-released", "Berkas lama sudah ditutup")).status).toBe(404);
    expect((await decide(proctor, who, "browser-released", "")).status).toBe(400);
    expect((await prove(who, rightHash(who))).body).toEqual(refused(true));
    expect((await decide(proctor, who, "browser-released", "Berkas lama sudah ditutup")).status).toBe(200);
    expect((await prove(who)).body).toEqual(refused(false));
    expect((await prove(who, rightHash(who))).body.ok).toBe(true);
    // The same wrong hash once more is another mismatch.
    await stopped();
    expect((await findings(who)).filter(({ outcome }) => outcome === "mismatch")).toMatchObject(Array.from({ length: 2 }, () => ({ expected: rightHash(who), received: wrong })));
    expect((await decide(proctor, who, "browser-exempted", "Komputer cadangan")).status).toBe(200);
    expect((await prove(who, wrong)).body.ok).toBe(true);
    line.close();
  });

  it("holds for a wrong hash again after a release, however many there were before", async () => {
    const who = one(8);
    const wrong = (text: string) => prove(who, hashOf(`${app.url}${passPath(who)}`, text));
    for (let tries = 0; tries < 201; tries++) await wrong(`${tries}`);
    expect((await findings(who)).length).toBe(200);
    expect((await decide(proctor, who, "browser-released", "Diperiksa")).status).toBe(200);
    expect((await prove(who, rightHash(who))).body.ok).toBe(true);
    for (const text of ["satu", "dua"]) expect((await wrong(text)).body).toEqual(refused(true));
    expect((await prove(who, rightHash(who))).body).toEqual(refused(true));
    expect((await findings(who)).filter(({ outcome }) => outcome === "mismatch").length).toBe(201);
  });

  it("asks for the program as well where the organiser has entered Browser Exam Keys, by header or by page, and writes down both hashes", async () => {
    const path = `/api/assessments/${delivery.assessmentId}/sittings/${delivery.sittingId}/browser-exam-keys`;
    const organiser = await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser"] });
    const enter = async (keys: string[]) => organiser.put(path, { version: (await organiser.get(`/api/assessments/${delivery.assessmentId}`)).body.version, keys });
    const [windows, mac] = ["0f".repeat(32), "a1".repeat(32)];
    expect((await enter([windows, mac])).status).toBe(200);
    const who = one(3);
    const url = `${app.url}${passPath(who)}`;
    const own = `${app.url}/pengerjaan/${attemptOf(who)}`;
    expect((await prove(who, rightHash(who))).body).toEqual(refused(false));
    expect((await prove(who, rightHash(who), null, keyHashOf(url, windows))).body.ok).toBe(true);
    expect((await prove(who, undefined, { urls: [own], configKeyHash: hashOf(own), requestHash: keyHashOf(own, mac), version: "SEB_macOS_3.6" })).body.ok).toBe(true);
    const another = keyHashOf(url, "b2".repeat(32));
    expect((await prove(who, rightHash(who), null, another)).body).toEqual(refused(true));
    expect((await prove(who, rightHash(who), null, keyHashOf(url, windows))).body).toEqual(refused(true));
    const expected = [keyHashOf(url, windows), keyHashOf(url, mac)];
    expect(await findings(who)).toMatchObject([
      { outcome: "missing", received: rightHash(who), request: { expected, received: null } },
      { outcome: "matched", request: { way: "header", expected, received: expected[0] } },
      { outcome: "matched", way: "page", request: { way: "page", url: own, received: keyHashOf(own, mac) }, browser: "SEB_macOS_3.6" },
      { outcome: "mismatch", received: rightHash(who), expected: rightHash(who), request: { expected, received: another } },
    ]);
    expect((await enter([])).status).toBe(200);
    expect((await decide(proctor, who, "browser-released", "Kunci diperbaiki")).status).toBe(200);
    expect((await prove(who, rightHash(who), null, another)).body.ok).toBe(true);
  });

  it("writes down what was expected and received once, and lets go on in another browser by the proctor's word", async () => {
    const who = one(2);
    const wrong = hashOf(`${app.url}${passPath(who)}`, newId());
    for (let tries = 0; tries < 2; tries++) expect((await prove(who, wrong)).body).toEqual(refused(true));
    expect((await prove(who)).body.ok).toBe(false);
    expect(await findings(who)).toMatchObject([{ outcome: "mismatch", way: "header", expected: rightHash(who), received: wrong }, { outcome: "missing", received: null }]);
    const exempt = (http: HttpClient, reason: string) => decide(http, who, "browser-exempted", reason);
    for (const http of await others(who)) expect((await exempt(http, "Komputer rusak")).status).toBe(404);
    expect((await exempt(proctor, "")).status).toBe(400);
    expect((await proctor.post(`/api/assessments/${delivery.assessmentId}/room-record`, { opId: newId(), deed: { kind: "browser-exempted", reason: "Untuk semua" } })).status).toBe(400);
    expect((await prove(who)).body.ok).toBe(false);
    expect((await exempt(proctor, "Komputer rusak")).status).toBe(200);
    const { pass } = (await prove(who)).body;
    const { line, answer } = await openIn(who, pass);
    expect([answer, await start(line, who, pass)]).toMatchObject(["open", { ok: true }]);
    line.close();
    expect((await prove(one(4))).body.ok).toBe(false);
  });

  it("takes a pass only from whom it was given to, in that session, and for a while", async () => {
    const [who, other] = [one(4), one(5)];
    const pass = await passOf(who);
    const forged = `${Date.now() + 86_400_000}.${pass.split(".")[1]}`;
    for (const given of ["", "x", ".", forged, `${pass}x`]) {
      const { line, answer } = await openIn(who, given);
      expect([given, answer]).toEqual([given, "browser-not-allowed"]);
      line.close();
    }
    const theirs = await openIn(other, pass);
    expect(theirs.answer).toBe("browser-not-allowed");
    theirs.line.close();
    expect((await ask(other, passPath(who), { body: { page: null }, headers: { "x-safeexambrowser-configkeyhash": rightHash(who) } })).status).toBe(404);
    const time = app.get(ServerTime);
    const nowMs = time.nowMs.bind(time);
    time.nowMs = () => nowMs() + 11 * 60_000;
    try {
      const late = await openIn(who, pass);
      expect(late.answer).toBe("browser-not-allowed");
      late.line.close();
    } finally {
      time.nowMs = nowMs;
    }
  });

  it("gives its file to those who sit in it and to the organiser of the agency, and to nobody else", async () => {
    const path = `/api/my-sittings/${delivery.sittingId}/safe-exam-browser.seb`;
    const file = await one(0).http.get(path);
    expect([file.status, file.headers.get("content-type"), file.body]).toEqual([200, "application/seb", expect.stringContaining(`<string>${app.url}/pengerjaan?sesi=${delivery.sittingId}</string>`)]);
    const open = await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["penalaran-umum"] });
    expect((await (open.candidates[0] as Candidate).http.get(path)).status).toBe(404);
    expect((await (open.candidates[0] as Candidate).http.get(`/api/my-sittings/${open.sittingId}/safe-exam-browser.seb`)).status).toBe(404);
    const planned = (assessmentId: string, sittingId = delivery.sittingId) => `/api/assessments/${assessmentId}/sittings/${sittingId}/safe-exam-browser.seb`;
    const organiser = await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser"] });
    expect(await organiser.get(planned(delivery.assessmentId))).toMatchObject({ status: 200, body: file.body });
    expect((await organiser.get(planned(open.assessmentId))).status).toBe(404);
    expect((await organiser.get(planned(open.assessmentId, open.sittingId))).status).toBe(404);
    expect((await proctor.get(planned(delivery.assessmentId))).status).toBe(404);
    expect((await (await signedIn(app, { agencyId: await app.newAgency(), roles: ["organiser"] })).get(planned(delivery.assessmentId))).status).toBe(404);
  });

  it("keeps Browser Exam Keys from everybody but the organiser of the agency, in a sitting that asks for the browser", async () => {
    const path = (assessmentId = delivery.assessmentId, sittingId = delivery.sittingId) => `/api/assessments/${assessmentId}/sittings/${sittingId}/browser-exam-keys`;
    const organiser = await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser"] });
    const version = async (assessmentId = delivery.assessmentId) => (await organiser.get(`/api/assessments/${assessmentId}`)).body.version as number;
    const key = "0F".repeat(32);
    expect((await organiser.get(path())).body).toEqual({ keys: [] });
    const saved = await organiser.put(path(), { version: await version(), keys: [key, key.toLowerCase()] });
    expect([saved.status, JSON.stringify(saved.body).includes(key.toLowerCase())]).toEqual([200, false]);
    expect((await organiser.get(path())).body).toEqual({ keys: [key.toLowerCase()] });
    const { rows } = (await (await signedIn(app, { agencyId: delivery.agencyId, roles: ["auditor"] })).get("/api/audit?action=planning.assessment.browser-keys-changed")).body;
    expect(rows[0]).toMatchObject({ subjectId: delivery.assessmentId, details: { sittingId: delivery.sittingId, keys: 1 } });
    for (const keys of [["0f"], ["g".repeat(64)], Array.from({ length: 21 }, (_, index) => index.toString(16).padStart(64, "0")), "x"]) expect((await organiser.put(path(), { version: await version(), keys })).status).toBe(400);
    expect((await organiser.put(path(), { version: 1, keys: [] })).body.code).toBe("changed-meanwhile");
    const open = await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["penalaran-umum"] });
    expect((await organiser.put(path(open.assessmentId), { version: await version(open.assessmentId), keys: [] })).body.code).toBe("unknown-sitting");
    expect((await organiser.put(path(open.assessmentId, open.sittingId), { version: await version(open.assessmentId), keys: [] })).body.code).toBe("unknown-sitting");
    expect((await organiser.get(path(open.assessmentId, open.sittingId))).status).toBe(404);
    for (const http of [proctor, await signedIn(app, { agencyId: await app.newAgency(), roles: ["organiser"] }), one(0).http]) {
      expect((await http.get(path())).status).toBe(404);
      expect((await http.put(path(), { version: await version(), keys: [] })).status).toBe(404);
    }
    expect((await organiser.get(path())).body.keys).toHaveLength(1);
  });

  it("does not concern other sittings", async () => {
    const open = await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["penalaran-umum"] });
    const [who] = open.candidates as [Candidate];
    const { line, answer } = await openIn(who);
    expect(answer).toBe("open");
    line.close();
    expect((await who.http.get("/api/my-attempts")).body.sittings[0].safeExamBrowser).toBe(false);
    expect((await one(3).http.get("/api/my-attempts")).body.sittings[0].safeExamBrowser).toBe(true);
  });
});

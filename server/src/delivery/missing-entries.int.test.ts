/** J10: a page that has had more acknowledged than the journal holds, as after a restore from an older copy. */
import { Logger } from "@nestjs/common";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { Line, newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, type HttpClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";

let app: TestApp;
let delivery: Delivery;
let auditor: HttpClient;
let candidate: Candidate;
let attemptId: string;
let line: Line;
let next = 0;
const error = vi.spyOn(Logger.prototype, "error");
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 3, instruments: ["penalaran-umum"] });
  auditor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["auditor", "proctor"] });
});
afterAll(async () => {
  error.mockRestore();
  await app?.stop();
});
beforeEach(async () => {
  candidate = delivery.candidates[next++] as Candidate;
  attemptId = await started(app, delivery, candidate, "penalaran-umum");
  line = await Line.open(app.url, candidate.token);
  await line.append(attemptId, [respond("v01", "a")]);
  error.mockClear();
});
afterEach(() => line.close());

const cries = () => error.mock.calls.map(([text]) => String(text)).filter((text) => text.includes(attemptId));
type Noted = { kind: string; enrolmentId: string; lastSeq?: number; seq?: number };
const noted = async () => {
  const room = await auditor.get(`/api/assessments/${delivery.assessmentId}/attempts`);
  return (room.body.record as Noted[]).filter(({ kind, enrolmentId }) => kind === "entries-missing" && enrolmentId === candidate.enrolmentId).map(({ lastSeq, seq }) => ({ lastSeq, seq }));
};

it("is answered with what there is; the log says it at every new number, the room's record and the evidence once", async () => {
  expect(await line.call("attempt:open", { attemptId, lastSeq: 7 })).toMatchObject({ ok: true, snapshot: { seq: 4 } });
  expect(cries()).toEqual([`acknowledged entries are missing: the page of attempt ${attemptId} has seen entry 7, the journal ends at 4`]);
  await expect.poll(noted).toEqual([{ lastSeq: 7, seq: 4 }]);
  await line.call("attempt:open", { attemptId, lastSeq: 7 });
  expect(cries()).toHaveLength(1);
  expect((await candidate.http.get(`/api/attempts/${attemptId}?lastSeq=9`)).body).toMatchObject({ seq: 4 });
  expect(cries()[1]).toContain("has seen entry 9, the journal ends at 4");
  await line.append(attemptId, [{ opId: crypto.randomUUID(), kind: "submit" }]);
  const { body } = await auditor.get(`/api/attempts/${attemptId}/evidence.json`);
  expect(body.room).toMatchObject([{ kind: "entries-missing", attemptId, lastSeq: 7, seq: 4 }]);
  expect((await auditor.get(`/api/attempts/${attemptId}/evidence.pdf`)).status).toBe(200);
  expect(await noted()).toHaveLength(1);
});

it("is nothing where the page knows as much, less or does not say, by either way", async () => {
  for (const lastSeq of [undefined, 0, 3, 4]) {
    expect(await line.call("attempt:open", { attemptId, lastSeq })).toMatchObject({ ok: true });
    expect((await candidate.http.get(`/api/attempts/${attemptId}${lastSeq === undefined ? "" : `?lastSeq=${lastSeq}`}`)).status).toBe(200);
  }
  expect(cries()).toEqual([]);
  expect(await noted()).toEqual([]);
});

it("is nobody's word but the candidate's own", async () => {
  const other = await Line.open(app.url, (delivery.candidates[0] as Candidate).token);
  expect(await other.call("attempt:open", { attemptId, lastSeq: 99 })).toEqual({ ok: false, refusal: "not-found" });
  other.close();
  expect(cries()).toEqual([]);
  expect((await candidate.http.get(`/api/attempts/${attemptId}?lastSeq=-1`)).status).toBe(400);
});

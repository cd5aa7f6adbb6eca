import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { roles } from "@kompeten/shared/contracts/permissions";
import { Line, newDelivery, respond, started, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { TestApp, withClient, type HttpClient } from "../../../test/harness.ts";
import { newAccount, signedIn } from "../../../test/identity.builders.ts";
import { newId } from "../../platform/index.ts";
import { Attempts, Desk } from "../index.ts";
import { brokenAt } from "../journal-chain.ts";

let app: TestApp;
let delivery: Delivery;
let proctor: HttpClient;
let proctorId: string;
const candidates: Candidate[] = [];
const reason = "Membawa catatan ke dalam ruang";

beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 9, instruments: ["penalaran-umum", "sjt-manajerial"] });
  candidates.push(...delivery.candidates);
  const account = await newAccount(app, { agencyId: delivery.agencyId, roles: ["proctor"], name: "Wayan Sudarma" });
  proctorId = account.accountId;
  proctor = await app.http().signIn(account.login, account.password);
});
afterAll(() => app?.stop());

const running = async () => {
  const candidate = candidates.pop() as Candidate;
  return { candidate, attemptId: await started(app, delivery, candidate, "penalaran-umum") };
};
const end = (attemptIds: string[], opId = newId(), http = proctor) => http.post(`/api/assessments/${delivery.assessmentId}/endings`, { opId, attemptIds, reason });
const journalOf = (attemptId: string) => app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).journal(attemptId));
const own = async ({ http }: Candidate, attemptId: string) => (await http.get(`/api/attempts/${attemptId}`)).body;
const roomOf = async () => (await proctor.get(`/api/assessments/${delivery.assessmentId}/attempts`)).body;

describe("[R7] an attempt that a proctor ends", () => {
  it("is closed at that moment with author and reason, keeps what was acknowledged, and the candidate hears of it at once", async () => {
    const { candidate, attemptId } = await running();
    const line = await Line.open(app.url, candidate.token);
    await line.snapshot(attemptId);
    await line.append(attemptId, [respond("v01", "a")]);
    const told = line.next("attempt:changed", 2_000);
    const opId = newId();
    const first = await end([attemptId], opId);
    expect(first).toMatchObject({ status: 200, body: { results: [{ attemptId, ok: true }] } });
    expect(await told).toMatchObject({ attemptId, state: "closed", closedReason: "ended" });
    expect(await own(candidate, attemptId)).toMatchObject({ status: { state: "closed", reason: "ended", ended: { by: "Wayan Sudarma", reason }, work: { responses: { v01: { optionId: "a" } } } } });
    const journal = await journalOf(attemptId);
    expect(journal.at(-1)).toMatchObject({ kind: "ended", accountId: proctorId, body: JSON.stringify({ reason }) });
    expect(brokenAt(attemptId, journal)).toBeUndefined();
    // J3: sent again, it is there once.
    expect((await end([attemptId], opId)).body.results).toMatchObject([{ attemptId, ok: true }]);
    expect((await journalOf(attemptId)).length).toBe(journal.length);
    const { attempts, record } = await roomOf();
    expect(attempts.find((one: { attemptId: string }) => one.attemptId === attemptId)).toMatchObject({ state: "closed", closedReason: "ended", answered: 1 });
    expect(record.filter((entry: { opId: string }) => entry.opId === opId)).toMatchObject([{ kind: "ended", attemptId, reason, by: "Wayan Sudarma", enrolmentId: candidate.enrolmentId, sittingId: delivery.sittingId }]);
    line.close();
  });

  it("has a receipt, is in the evidence pack, is scored, and the next instrument may be started", async () => {
    const { candidate, attemptId } = await running();
    await candidate.http.post(`/api/attempts/${attemptId}/operations`, { epoch: 1, operations: [respond("v01", "a")] });
    await end([attemptId]);
    await app.jobsDone();
    const { receipt } = (await candidate.http.get(`/api/attempts/${attemptId}/receipt`)).body;
    expect(receipt.content).toMatchObject({ reason: "ended", parts: [expect.anything()] });
    const auditor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["auditor"] });
    const pack = (await auditor.get(`/api/attempts/${attemptId}/evidence.json`)).body;
    expect(pack.attempt.closedReason).toBe("ended");
    expect(pack.events.at(-1)).toMatchObject({ kind: "ended", author: "Wayan Sudarma", reason });
    expect(pack.room.at(-1)).toMatchObject({ kind: "ended", reason });
    const scored = await withClient(app.database.ownerUrl, async (owner) => {
      await owner.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
      return owner.query("select from score where attempt_id = $1", [attemptId]);
    });
    expect(scored.rowCount).toBeGreaterThan(0);
    expect(await started(app, delivery, candidate, "sjt-manajerial")).toBe(candidate.attempts["sjt-manajerial"]);
  });

  it("[J7] sets aside what arrives later, though it says it was made before and the line was down; it does not count by itself", async () => {
    const { candidate, attemptId } = await running();
    const madeAtMs = Date.now();
    await end([attemptId]);
    const late = { ...respond("v01", "a"), madeAtMs } as Operation;
    const answer = await candidate.http.post(`/api/attempts/${attemptId}/operations`, { epoch: 1, operations: [late] });
    expect(answer.body.acknowledgements).toMatchObject([{ ok: false, refusal: "late" }]);
    expect(await own(candidate, attemptId)).toMatchObject({ setAside: { late: 1, merged: 0 }, status: { work: { responses: {} } } });
  });

  it("answers one by one: many at once, and those that do not run are refused", async () => {
    const [one, two, handedIn] = [await running(), await running(), await running()];
    await app.get(Desk).submit(handedIn.candidate.actor, handedIn.attemptId);
    const waiting = (candidates.at(-1) as Candidate).attempts["penalaran-umum"];
    const ids = [one.attemptId, two.attemptId, handedIn.attemptId, waiting, newId()];
    expect((await end(ids)).body.results).toMatchObject([{ ok: true }, { ok: true }, { refusal: "closed" }, { refusal: "not-started" }, { refusal: "not-found" }]);
    expect((await end([one.attemptId])).body.results).toMatchObject([{ refusal: "closed" }]);
  });

  it("is ended by proctors of this agency alone, with a reason", async () => {
    const { candidate, attemptId } = await running();
    const elsewhere = await app.newAgency();
    const others = roles.filter((role) => role !== "proctor" && role !== "candidate");
    for (const http of [candidate.http, await signedIn(app, { agencyId: delivery.agencyId, roles: others }), await signedIn(app, { agencyId: elsewhere, roles: [...roles] })]) expect((await end([attemptId], newId(), http)).status).toBe(404);
    expect((await proctor.post(`/api/assessments/${delivery.assessmentId}/endings`, { opId: newId(), attemptIds: [attemptId], reason: " " })).status).toBe(400);
    expect((await own(candidate, attemptId)).status.state).toBe("running");
  });
});

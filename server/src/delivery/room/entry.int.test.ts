import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allInstruments, Line, newDelivery, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { TestApp, withClient, type HttpClient } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { newId } from "../../platform/index.ts";
import { Desk, Attempts } from "../index.ts";
import { AttemptPreparation } from "../attempt-preparation.service.ts";

let app: TestApp;
const proctorOf = new Map<string, HttpClient>();
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

const room = async (given: object, candidates = 3): Promise<Delivery> => {
  const delivery = await newDelivery(app, { candidates, instruments: ["penalaran-umum", "sjt-manajerial"], ...given });
  proctorOf.set(delivery.assessmentId, await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] }));
  for (const { actor, attempts } of delivery.candidates) for (const code of allInstruments) if (attempts[code]) await app.get(Desk).acknowledgeNotice(actor, attempts[code], delivery.noticeId);
  return delivery;
};
const one = (delivery: Delivery, index = 0) => delivery.candidates[index] as Candidate;
const start = async ({ actor, attempts }: Candidate, code: "penalaran-umum" | "sjt-manajerial" = "penalaran-umum") => {
  const answer = await app.get(Desk).start(actor, attempts[code]);
  return answer.ok ? "started" : answer.refusal;
};
const lobby = async ({ http }: Candidate) => (await http.get("/api/my-attempts")).body.sittings[0].attempts[0].startRefusal;
const deed = (delivery: Delivery, deed: object, given: object = {}) => proctorOf.get(delivery.assessmentId)?.post(`/api/assessments/${delivery.assessmentId}/room-record`, { opId: newId(), ...given, deed });

describe("[R3] a room that the proctor starts", () => {
  it("lets nobody begin before, tells those who wait at once, and counts lateness from its start", async () => {
    const delivery = await room({ proctorStarts: true, entryClosesMinutes: 1, windowStartMs: Date.now() - 3_600_000 });
    const candidate = one(delivery);
    expect([await start(candidate), await lobby(candidate)]).toEqual(["room-not-started", "room-not-started"]);
    const line = await Line.open(app.url, candidate.token);
    await line.snapshot(candidate.attempts["penalaran-umum"]);
    const told = line.next("entry:changed", 3_000);
    expect(await deed(delivery, { kind: "room-started" }, { sittingId: delivery.sittingId })).toMatchObject({ status: 200, body: { entries: 1 } });
    expect(await told).toEqual({ attemptId: candidate.attempts["penalaran-umum"] });
    expect([await lobby(candidate), await start(candidate)]).toEqual([null, "started"]);
    line.close();
  });

  it("is not started for one candidate, nor by those who do not keep it", async () => {
    const delivery = await room({ proctorStarts: true }, 1);
    expect((await deed(delivery, { kind: "room-started" }, { enrolmentIds: [one(delivery).enrolmentId] }))?.status).toBe(400);
    const organiser = await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser"] });
    expect((await organiser.post(`/api/assessments/${delivery.assessmentId}/room-record`, { opId: newId(), deed: { kind: "room-started" } })).status).toBe(404);
    expect(await start(one(delivery))).toBe("room-not-started");
  });
});

describe("[R3] entry", () => {
  it("closes for whoever has begun nothing, unless the proctor admits them with a reason", async () => {
    const delivery = await room({ entryClosesMinutes: 2, windowStartMs: Date.now() - 3 * 60_000 });
    const [late, also] = [one(delivery, 0), one(delivery, 1)];
    expect([await start(late), await lobby(late)]).toEqual(["entry-closed", "entry-closed"]);
    expect((await deed(delivery, { kind: "admitted", reason: "" }, { enrolmentIds: [late.enrolmentId] }))?.status).toBe(400);
    expect((await deed(delivery, { kind: "admitted", reason: "Banjir" }))?.status).toBe(400);
    await deed(delivery, { kind: "admitted", reason: "Terhalang banjir" }, { enrolmentIds: [late.enrolmentId] });
    expect([await start(late), await start(also)]).toEqual(["started", "entry-closed"]);
    // Whoever is in goes on to the next instrument however late that is.
    await app.get(Desk).submit(late.actor, late.attempts["penalaran-umum"]);
    expect(await start(late, "sjt-manajerial")).toBe("started");
    const { body } = await (proctorOf.get(delivery.assessmentId) as HttpClient).get(`/api/attempts/${late.attempts["penalaran-umum"]}/time-evidence.json`);
    expect(body.room).toMatchObject([{ kind: "admitted", reason: "Terhalang banjir" }]);
  });
});

describe("[R4] identity", () => {
  it("is checked beside the register; refused, nobody begins until it is confirmed", async () => {
    const delivery = await room({}, 2);
    const candidate = one(delivery);
    const proctor = proctorOf.get(delivery.assessmentId) as HttpClient;
    const { body, status } = await proctor.get(`/api/enrolments/${candidate.enrolmentId}/identity`);
    expect([status, body.enrolmentId, body.nip]).toEqual([200, candidate.enrolmentId, expect.stringMatching(/^\d{18}$/)]);
    expect((await deed(delivery, { kind: "identity", outcome: "refused", reason: null }, { enrolmentIds: [candidate.enrolmentId] }))?.status).toBe(400);
    await deed(delivery, { kind: "identity", outcome: "refused", reason: "Kartu pegawai milik orang lain" }, { enrolmentIds: [candidate.enrolmentId] });
    expect([await start(candidate), await lobby(candidate), await start(one(delivery, 1))]).toEqual(["identity-refused", "identity-refused", "started"]);
    await deed(delivery, { kind: "identity", outcome: "confirmed", reason: null }, { enrolmentIds: [candidate.enrolmentId] });
    expect(await start(candidate)).toBe("started");
    const strangers = [await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser", "assessor"] }), await signedIn(app, { agencyId: await app.newAgency(), roles: ["proctor"] }), candidate.http];
    for (const http of strangers) expect((await http.get(`/api/enrolments/${candidate.enrolmentId}/identity`)).status).toBe(404);
  });
});

describe("[T1] an accommodation", () => {
  const employeeOf = async (delivery: Delivery, organiser: HttpClient, enrolmentId: string): Promise<string> =>
    (await organiser.get(`/api/assessments/${delivery.assessmentId}`)).body.enrolments.find(({ id }: { id: string }) => id === enrolmentId).employeeId;
  const extra = { extraPercent: 25, reason: "Low vision", approvedBy: "Kepala BKD", validUntil: null };
  const journalOf = (delivery: Delivery, attemptId: string) => app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).journal(attemptId));

  it("holds for every attempt of the person that waits, once, with its reason and who recorded it", async () => {
    const delivery = await room({}, 2);
    const organiser = await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser"] });
    const candidate = one(delivery);
    const employeeId = await employeeOf(delivery, organiser, candidate.enrolmentId);
    const path = `/api/employees/${employeeId}/accommodations`;
    expect((await organiser.post(path, extra)).status).toBe(204);
    await app.jobsDone();
    await app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(AttemptPreparation).accommodateEmployee(employeeId));
    const given = (await journalOf(delivery, candidate.attempts["penalaran-umum"])).filter(({ kind }) => kind === "accommodated");
    expect(given).toHaveLength(1);
    const { limitMs, accommodationsMs } = (await (proctorOf.get(delivery.assessmentId) as HttpClient).get(`/api/assessments/${delivery.assessmentId}/attempts`)).body.attempts
      .map((row: { enrolmentId: string; attemptId: string; accommodationsMs: number }) => ({ ...row, limitMs: JSON.parse(given[0]?.body ?? "{}").ms }))
      .find(({ attemptId }: { attemptId: string }) => attemptId === candidate.attempts["penalaran-umum"]);
    expect(accommodationsMs).toBe(limitMs);
    expect(given[0]).toMatchObject({ accountId: organiser.accountId, body: expect.stringContaining("Low vision (25%, disetujui Kepala BKD)") });
    expect((await journalOf(delivery, one(delivery, 1).attempts["penalaran-umum"])).map(({ kind }) => kind)).not.toContain("accommodated");
    // In another assessment it is there from the start.
    const other = await room({ agencyId: delivery.agencyId }, 1);
    const enrolmentId = newId();
    await withClient(app.database.ownerUrl, async (owner) => {
      await owner.query("insert into enrolment (id, agency_id, assessment_id, employee_id, account_id) values ($1, $2, $3, $4, $5)", [enrolmentId, delivery.agencyId, other.assessmentId, employeeId, candidate.actor.accountId]);
      await owner.query("insert into enrolment_sitting values ($1, $2, $3)", [delivery.agencyId, enrolmentId, other.sittingId]);
    });
    await app.run({ agencyId: delivery.agencyId, accountId: null }, async () => {
      await app.get(AttemptPreparation).prepare(other.assessmentId);
      for (const attempt of await app.get(Attempts).byEnrolments([enrolmentId])) expect((await app.get(Attempts).journal(attempt.id)).map(({ kind }) => kind)).toEqual(["prepared", "accommodated"]);
    });
    const { body } = await organiser.get(path);
    expect(body.accommodations).toMatchObject([{ ...extra, revokedAtMs: null }]);
    expect((await organiser.delete(`${path}/${body.accommodations[0].id}`)).status).toBe(204);
    expect((await organiser.delete(`${path}/${body.accommodations[0].id}`)).status).toBe(404);
  });

  it("is an organiser's to record, of their own agency", async () => {
    const delivery = await room({}, 1);
    const organiser = await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser"] });
    const path = `/api/employees/${await employeeOf(delivery, organiser, one(delivery).enrolmentId)}/accommodations`;
    for (const http of [await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor", "official"] }), await signedIn(app, { agencyId: await app.newAgency(), roles: ["organiser"] })]) {
      expect((await http.get(path)).status).toBe(404);
      expect((await http.post(path, extra)).status).toBe(404);
    }
    for (const wrong of [{ extraPercent: 4 }, { extraPercent: 201 }, { reason: "" }, { approvedBy: " " }, { validUntil: "soon" }]) expect((await organiser.post(path, { ...extra, ...wrong })).status).toBe(400);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk, Attempts } from "../src/delivery/index.ts";
import { newId } from "../src/platform/index.ts";
import { applied, asEdit, noWork, type Response, type WorkCommand } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { forms, Line, newDelivery, started, type Candidate, type Delivery } from "./delivery.builders.ts";
import { type HttpClient, TestApp, withClient } from "./harness.ts";
import { signedIn } from "./identity.builders.ts";

const [cv, questionnaire, incidents] = forms;
const day = 86_400_000;
const reason = "Tugas luar kota";
let app: TestApp;
let delivery: Delivery;
let proctor: HttpClient;
let assessor: HttpClient & { accountId: string };
let lead: HttpClient & { accountId: string };
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 5, instruments: forms, windowStartMs: Date.now() - day, windowEndMs: Date.now() + 6 * day });
  const { agencyId, assessmentId } = delivery;
  proctor = await signedIn(app, { agencyId, roles: ["proctor"] });
  assessor = await signedIn(app, { agencyId, roles: ["assessor"] });
  lead = await signedIn(app, { agencyId, roles: ["lead-assessor"] });
  await withClient(app.database.ownerUrl, async (client) => {
    await client.query("update assessment set lead_account_id = $1 where id = $2", [lead.accountId, assessmentId]);
    for (const { enrolmentId } of delivery.candidates) await client.query("insert into assessor_assignment (id, agency_id, enrolment_id, account_id) values ($1, $2, $3, $4)", [newId(), agencyId, enrolmentId, assessor.accountId]);
  });
}, 120_000);
afterAll(() => app?.stop());

const person = (index: number): Candidate => delivery.candidates[index] as Candidate;
const education = (...rows: Record<string, string>[]) => ({ interaction: "rows" as const, rows: rows.map((cells, index) => ({ id: `baris-${index + 1}`, cells })) });
const respond = (itemId: string, response: Extract<Operation, { kind: "respond" }>["response"]): Operation => ({ opId: newId(), kind: "respond", itemId, response });
const school = { jenjang: "S1", lembaga: "Universitas Airlangga", bidang: "Administrasi Publik", lulus: "2009" };
const write = (who: Candidate, attemptId: string, ...operations: Operation[]) => app.get(Desk).append(who.actor, { attemptId, epoch: 1, operations });
const readForms = (reader: HttpClient, who: Candidate) => reader.get(`/api/candidate-forms/${who.enrolmentId}`);
const lobbyOf = async (who: Candidate) => (await who.http.get("/api/my-attempts")).body.sittings[0];
/** As if the days had gone by: nothing but the times of the row and of its window move. */
const daysPass = (attemptId: string, days: number) =>
  withClient(app.database.ownerUrl, async (client) => {
    await client.query("update attempt set started_at = started_at - make_interval(days => $2), window_start = window_start - make_interval(days => $2), deadline_at = deadline_at - make_interval(days => $2), window_end = window_end - make_interval(days => $2) where id = $1", [attemptId, days]);
  });

describe("[T8] a form", () => {
  it("has no clock, and is begun in any order", async () => {
    const who = person(0);
    await started(app, delivery, who, incidents);
    await started(app, delivery, who, cv);
    const { attempts, windowEndMs } = await lobbyOf(who);
    expect(attempts.map((one: any) => [one.instrument.kind, one.limitMs, one.state, one.startRefusal])).toEqual([["form", null, "running", null], ["form", null, "waiting", "notice-not-acknowledged"], ["form", null, "running", null]]);
    const line = await Line.open(app.url, who.token);
    expect((await line.snapshot(who.attempts[cv])).status).toMatchObject({ withoutLimit: true, deadlineMs: windowEndMs });
    line.close();
  });

  it("takes rows, texts as splices, and refuses what is not of it", async () => {
    const who = person(0);
    const answer = await write(who, who.attempts[cv], respond("riwayat-pendidikan", education(school)), respond("riwayat-pendidikan", education(school, { jenjang: "S2", lembaga: "Universitas Brawijaya" })));
    expect(answer).toMatchObject({ ok: true, acknowledgements: [{ ok: true }, { ok: true }] });
    const refused = await write(who, who.attempts[cv], respond("riwayat-pendidikan", education({ gaji: "1" })), respond("telepon", education()), respond("riwayat-pendidikan", education(...Array.from({ length: 9 }, () => school))));
    expect(refused.ok && refused.acknowledgements.map((one) => !one.ok && one.refusal)).toEqual(["does-not-fit", "does-not-fit", "does-not-fit"]);
    const text = await write(who, who.attempts[incidents], respond("situasi-1", { interaction: "extended-text", text: "Antrean memanjang." }));
    expect(text).toMatchObject({ ok: true, acknowledgements: [{ ok: true }] });
  });

  it("is gone on with days later, on another device, with everything that was written", async () => {
    const who = person(1);
    const attemptId = await started(app, delivery, who, cv);
    await write(who, attemptId, respond("telepon", { interaction: "text-entry", text: "0812 0000 0000", unit: null }));
    const { attempts } = await lobbyOf(who);
    expect(attempts[0]).toMatchObject({ state: "running", startRefusal: null });
    const line = await Line.open(app.url, who.token);
    const here = newId();
    expect(await line.snapshot(attemptId)).toMatchObject({ status: { state: "running", work: { responses: { telepon: { text: "0812 0000 0000" } } } } });
    expect(await line.append(attemptId, [{ opId: newId(), kind: "take-over", deviceId: here }])).toMatchObject([{ ok: true }]);
    line.close();
    await daysPass(attemptId, 3);
    const answer = await app.get(Desk).append(who.actor, { attemptId, epoch: 2, operations: [respond("domisili", { interaction: "text-entry", text: "Sidoarjo", unit: null })] });
    expect(answer).toMatchObject({ ok: true, acknowledgements: [{ ok: true }] });
    const { items } = await app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).responses(attemptId));
    expect(Object.keys(items)).toEqual(["telepon", "domisili"]);
  });

  it("takes one cell of a table as a splice, and none of another text, another row or another column", async () => {
    const who = person(0);
    const attemptId = who.attempts[cv];
    await write(who, attemptId, respond("riwayat-pendidikan", education(school, school)));
    const itemId = "riwayat-pendidikan";
    /** As a page makes it that has seen the table before. */
    const cell = (before: Response, after: Response) => ({ ...(asEdit(applied(noWork, { kind: "respond", itemId, response: before } as WorkCommand, 0), { kind: "respond", itemId, response: after }) as Extract<Operation, { kind: "edit-cell" }>), opId: newId() });
    const of = (lembaga: string, first = school) => education(first, { ...school, lembaga });
    const here = of("Universitas Brawijaya");
    const refusals = async (...operations: Operation[]) => {
      const answer = await write(who, attemptId, ...operations);
      return answer.ok && answer.acknowledgements.map((one) => one.ok || one.refusal);
    };
    expect(await refusals(cell(of(school.lembaga), of("Universitas Diponegoro")), cell(of("Universitas Diponegoro"), here))).toEqual([true, true]);
    const other = { ...school, lembaga: "Lain" };
    // Another text there, a row that is not there, and [J8] another text in another row: it would say that it is saved as its page shows it.
    for (const one of [cell(of(school.lembaga), of(`${school.lembaga}!`)), { ...cell(here, of("Lain")), rowId: "baris-9" }, cell(of("Universitas Brawijaya", other), of("Lain", other))]) expect(await refusals(one)).toEqual(["other-text"]);
    const one = cell(here, of("Lain"));
    expect(await refusals({ ...one, columnId: "gaji" }, { ...one, opId: newId(), itemId: "telepon" }, { ...one, opId: newId(), itemId: "tidak-ada" })).toEqual(["does-not-fit", "does-not-fit", "unknown-item"]);
    const { items } = await app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).responses(attemptId));
    expect(items[itemId]).toEqual(here);
    expect((await who.http.get(`/api/attempts/${attemptId}`)).body.status.work.responses[itemId]).toEqual(here);
  });

  it("can be handed in although something is missing, with a receipt", async () => {
    const who = person(2);
    const attemptId = await started(app, delivery, who, cv);
    await write(who, attemptId, respond("riwayat-pendidikan", education(school)));
    expect(await app.get(Desk).submit(who.actor, attemptId)).toMatchObject({ ok: true });
    await app.jobsDone();
    const { status, body } = await who.http.get(`/api/attempts/${attemptId}/receipt`);
    expect([status, body.receipt.content.instrument.kind, body.receipt.content.reason]).toEqual([200, "form", "submitted"]);
    expect(await write(who, attemptId, respond("riwayat-pendidikan", education()))).toMatchObject({ acknowledgements: [{ ok: false, refusal: "late" }] });
  });

  it("is closed by the end of its window with what there is", async () => {
    const who = person(3);
    const attemptId = await started(app, delivery, who, cv);
    await write(who, attemptId, respond("domisili", { interaction: "text-entry", text: "Batu", unit: null }));
    await daysPass(attemptId, 7);
    await expect.poll(async () => (await lobbyOf(who)).attempts[0], { timeout: 10_000 }).toMatchObject({ state: "closed", closedReason: "expired" });
    expect(await app.get(Desk).start(who.actor, who.attempts[questionnaire])).toMatchObject({ ok: false });
  });

  describe("and the proctor", () => {
    const change = (attemptIds: string[], what: object) => proctor.post(`/api/assessments/${delivery.assessmentId}/time-changes`, { opId: newId(), attemptIds, change: what, reason });

    it("sees it without a clock", async () => {
      const { body } = await proctor.get(`/api/assessments/${delivery.assessmentId}/attempts`);
      expect(body.attempts.length).toBe(15);
      expect(body.attempts.every((one: any) => one.withoutLimit && one.total > 0)).toBe(true);
    });

    it("can neither pause it nor give it minutes", async () => {
      const attemptId = person(0).attempts[cv];
      expect((await change([attemptId], { kind: "pause" })).body.results).toMatchObject([{ ok: false, refusal: "no-limit" }]);
      expect((await change([attemptId], { kind: "extend", minutes: 10 })).body.results).toMatchObject([{ ok: false, refusal: "no-limit" }]);
      const span = { fromMs: Date.now() - 60_000, toMs: Date.now() };
      expect((await proctor.post(`/api/assessments/${delivery.assessmentId}/outage-compensations`, { opId: newId(), attemptIds: [attemptId], ...span, reason })).body.results).toMatchObject([{ ok: false }]);
    });

    it("extends its window by days, whether it was begun or not", async () => {
      const [begun, waiting] = [person(0).attempts[cv], person(0).attempts[questionnaire]];
      const before = (await lobbyOf(person(0))).windowEndMs;
      const { body } = await change([begun, waiting], { kind: "extend-window", days: 2 });
      expect(body.results).toMatchObject([{ ok: true, deadlineMs: before + 2 * day }, { ok: true }]);
      expect(await lobbyOf(person(0))).toMatchObject({ windowEndMs: before + 2 * day });
      expect((await lobbyOf(person(1))).windowEndMs).toBe(before);
      const view = await app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).byId(waiting));
      expect(view?.windowEnd.getTime()).toBe(before + 2 * day);
      expect(await started(app, delivery, person(0), questionnaire)).toBe(waiting);
    });

    it("gives no days to what has a clock", async () => {
      const timed = await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["sjt-manajerial"] });
      const attemptId = await started(app, timed, timed.candidates[0] as Candidate, "sjt-manajerial");
      const { body } = await proctor.post(`/api/assessments/${timed.assessmentId}/time-changes`, { opId: newId(), attemptIds: [attemptId], change: { kind: "extend-window", days: 2 }, reason });
      expect(body.results).toMatchObject([{ ok: false, refusal: "has-limit" }]);
    });
  });
});

describe("[S2] the filled forms of a candidate", () => {
  it("lie before the assigned assessor and the lead once they are closed", async () => {
    for (const reader of [assessor, lead]) {
      const { status, body } = await readForms(reader, person(2));
      expect([status, body.forms.map((form: any) => [form.title, form.state])]).toEqual([200, [["Riwayat Hidup", "closed"], ["Kuesioner Kompetensi", "open"], ["Formulir Insiden Kritis", "open"]]]);
      expect(body.forms[0]).toMatchObject({ closedReason: "submitted", paper: { kind: "form" }, responses: { "riwayat-pendidikan": education(school) } });
    }
  });

  it("are read as they are where a proctor ended one, and say so", async () => {
    const who = person(4);
    const attemptId = await started(app, delivery, who, incidents);
    expect((await proctor.post(`/api/assessments/${delivery.assessmentId}/endings`, { opId: newId(), attemptIds: [attemptId], reason })).body).toMatchObject({ results: [{ ok: true }] });
    for (const reader of [assessor, lead]) expect((await readForms(reader, who)).body.forms).toContainEqual(expect.objectContaining({ attemptId, state: "closed", closedReason: "ended" }));
  });

  it("are not told while they are under way", async () => {
    const { body } = await readForms(assessor, person(1));
    expect(body.forms[0]).toEqual({ attemptId: person(1).attempts[cv], title: "Riwayat Hidup", state: "open" });
    expect(JSON.stringify(body)).not.toContain("0812");
  });

  it("are there for no one else", async () => {
    const { agencyId } = delivery;
    const others = [await signedIn(app, { agencyId, roles: ["assessor"] }), await signedIn(app, { agencyId, roles: ["lead-assessor"] }), await signedIn(app, { agencyId: await app.newAgency(), roles: ["assessor"] })];
    for (const other of [...others, proctor, person(1).http]) expect((await readForms(other, person(2))).status).toBe(404);
    const other = person(1);
    expect((await other.http.get(`/api/attempts/${person(2).attempts[cv]}`)).status).toBe(404);
    expect(await write(other, person(0).attempts[cv], respond("domisili", { interaction: "text-entry", text: "x", unit: null }))).toMatchObject({ ok: false, refusal: "not-found" });
  });

  it("are not rated, and no board and no list waits for them", async () => {
    expect((await assessor.get(`/api/ratings/${person(2).attempts[cv]}`)).status).toBe(404);
    const { assignments } = (await assessor.get("/api/ratings")).body;
    expect(assignments.every((one: any) => one.instruments.length === 0)).toBe(true);
  });
});

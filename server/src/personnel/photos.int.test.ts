import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles, rolesMay } from "@kompeten/shared/contracts/permissions";
import { sql } from "kysely";
import { newDelivery, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, type HttpClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newEmployee, photograph } from "../../test/personnel.builders.ts";
import { sessionCookie } from "../platform/auth/index.ts";
import { readPhoto } from "./photo.rules.ts";

let app: TestApp;
let delivery: Delivery;
let one: Candidate;
let organiser: HttpClient;
let proctor: HttpClient;
let employeeId: string;
const file = (content: Buffer): FormData => {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(content)]), "foto.jpg");
  return form;
};
const path = () => `/api/employees/${employeeId}/photo`;
const fetched = (http: HttpClient, from: string) => fetch(`${app.url}${from}`, { headers: { cookie: `${sessionCookie}=${http.token}` } });
const kept = async (): Promise<unknown> => (await organiser.get(`/api/employees/${employeeId}`)).body.photoKeptAtMs;
const recorded = async (action: string): Promise<number> =>
  app.run({ agencyId: delivery.agencyId, accountId: null }, async (em) => (await sql`select from audit_entry where action = ${action} and subject_id = ${employeeId}`.execute(em.getKysely())).rows.length);

beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 2, instruments: ["penalaran-umum"] });
  one = delivery.candidates[0] as Candidate;
  organiser = await signedIn(app, { agencyId: delivery.agencyId, roles: ["organiser"] });
  proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
  employeeId = one.employeeId;
});
afterAll(() => app?.stop());

describe("[R4] the photograph of an employee", () => {
  it("is kept as the picture alone, replaced, shown to its readers, and removed; each is recorded", async () => {
    expect(await kept()).toBeNull();
    expect((await organiser.get(path())).status).toBe(404);
    for (const name of ["female-1", "male-1"]) expect((await organiser.post(path(), file(photograph(name)))).status).toBe(204);
    const answer = await fetched(organiser, path());
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control"), answer.headers.get("x-content-type-options")]).toEqual([200, "image/jpeg", "private, no-store", "nosniff"]);
    expect(readPhoto(photograph("male-1"))).toEqual({ ok: true, value: Buffer.from(await answer.arrayBuffer()) });
    expect(await kept()).toBeCloseTo(Date.now(), -5);
    expect([await recorded("personnel.photo.kept"), await recorded("personnel.photo.read")]).toEqual([2, 1]);
    expect((await organiser.delete(path())).status).toBe(204);
    expect((await organiser.delete(path())).status).toBe(404);
    expect([await kept(), await recorded("personnel.photo.removed")]).toEqual([null, 1]);
  });

  it("is beside the candidate in the identity check, and that reading is recorded too", async () => {
    const identity = async () => (await proctor.get(`/api/enrolments/${one.enrolmentId}/identity`)).body.photoKeptAtMs;
    expect(await identity()).toBeNull();
    expect((await proctor.get(`/api/enrolments/${one.enrolmentId}/photo`)).status).toBe(404);
    await organiser.post(path(), file(photograph()));
    expect(await identity()).toBeGreaterThan(0);
    const before = await recorded("personnel.photo.read");
    const answer = await fetched(proctor, `/api/enrolments/${one.enrolmentId}/photo`);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "image/jpeg", "private, no-store"]);
    expect(await recorded("personnel.photo.read")).toBe(before + 1);
  });

  it("belongs to whom its file's NIP names, and of another agency's people nothing is told", async () => {
    const elsewhere = await app.newAgency();
    const [here, there] = [await newEmployee(app, { agencyId: delivery.agencyId }), await newEmployee(app, { agencyId: elsewhere })];
    const check = (http: HttpClient, nips: string[]) => http.post("/api/employees/photo-checks", { nips });
    expect((await check(organiser, [here.nip, there.nip])).body).toEqual({ people: [{ nip: here.nip, employeeId: here.employeeId, photoKeptAtMs: null }] });
    await organiser.post(`/api/employees/${here.employeeId}/photo`, file(photograph()));
    expect((await check(organiser, [here.nip])).body.people[0].photoKeptAtMs).toBeGreaterThan(0);
    for (const http of [proctor, one.http]) expect((await check(http, [here.nip])).status).toBe(404);
    for (const nips of [[], ["123"], Array.from({ length: 1_001 }, () => here.nip)]) expect((await check(organiser, nips)).status).toBe(400);
  });

  it("is refused with the reason where it is no photograph", async () => {
    const before = await kept();
    for (const [given, code] of [[Buffer.from("bukan foto"), "photo-unreadable"], [Buffer.alloc(210_000, 1), "photo-too-large"]] as const) expect(await organiser.post(path(), file(given))).toMatchObject({ status: 422, body: { code } });
    expect((await organiser.post(path(), {})).body.code).toBe("file-missing");
    expect(await kept()).toBe(before);
  });

  it("is nobody else's to see or change: not the candidate's, no other role's, no other agency's", async () => {
    const before = await kept();
    const elsewhere = await newDelivery(app, { candidates: 1, instruments: ["penalaran-umum"] });
    const enrolment = `/api/enrolments/${one.enrolmentId}/photo`;
    for (const agencyId of [delivery.agencyId, elsewhere.agencyId]) {
      for (const role of roles) {
        const http = role === "candidate" ? (agencyId === delivery.agencyId ? one : (elsewhere.candidates[0] as Candidate)).http : await signedIn(app, { agencyId, roles: [role] });
        const own = agencyId === delivery.agencyId;
        const read = own && rolesMay([role], "employee.read");
        const door = own && rolesMay([role], "room.record");
        expect([role, (await fetched(http, path())).status, (await fetched(http, enrolment)).status]).toEqual([role, read ? 200 : 404, door ? 200 : 404]);
        if (own && rolesMay([role], "employee.import")) continue;
        for (const answer of [await http.post(path(), file(photograph("male-2"))), await http.delete(path())]) expect([role, answer.status]).toEqual([role, 404]);
      }
    }
    expect(await kept()).toBe(before);
    await expect(app.run({ agencyId: elsewhere.agencyId, accountId: null }, (em) => sql`insert into employee_photo (employee_id, agency_id, content) values (${employeeId}, ${delivery.agencyId}, 'x')`.execute(em.getKysely()))).rejects.toThrow("row-level security");
  });
});

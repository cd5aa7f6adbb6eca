import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HttpClient, TestApp } from "../../test/harness.ts";
import { grantRoles, newAccount, signedIn } from "../../test/identity.builders.ts";
import { roles } from "@kompeten/shared/contracts/permissions";
import { Accounts } from "./index.ts";

let app: TestApp;
let east: string;
let islands: string;
let admin: HttpClient & { accountId: string };
beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  islands = await app.newAgency();
  admin = await signedIn(app, { agencyId: east, roles: ["administrator"] });
});
afterAll(() => app?.stop());

const body = (over: object = {}) => ({ login: `siti.${crypto.randomUUID().slice(0, 8)}`, name: "Siti Rahmawati", roles: ["assessor"], basis: "SK 12/2026", ...over });

const nameOf = (agencyId: string) => app.run({ agencyId, accountId: null }, async (em) => (await sql<{ name: string }>`select name from agency where id = ${agencyId}`.execute(em.getKysely())).rows[0]?.name);

describe("account.manage", () => {
  it("is for administrators only", async () => {
    for (const role of roles.filter((one) => one !== "administrator")) {
      const client = await signedIn(app, { agencyId: east, roles: [role] });
      const answers = [await client.get("/api/accounts"), await client.post("/api/accounts", body()), await client.post(`/api/accounts/${admin.accountId}/password`)];
      expect([role, ...answers.map((answer) => answer.status)]).toEqual([role, 404, 404, 404]);
    }
    expect((await app.http().get("/api/accounts")).status).toBe(401);
  });

  it("creates an account whose one-time password works once changed", async () => {
    const given = body({ roles: ["assessor", "proctor"], validUntil: "2099-12-31" });
    const created = await admin.post("/api/accounts", given);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ login: given.login, existing: false });
    const client = await app.http().signIn(given.login, created.body.password);
    expect((await client.get("/api/session")).body).toMatchObject({ roles: ["assessor", "proctor"], account: { mustChangePassword: true } });
    const listed = await admin.get(`/api/accounts?search=${given.login}`);
    expect(listed.body).toMatchObject({ total: 1, rows: [{ login: given.login, memberships: [{ role: "assessor", basis: "SK 12/2026", validUntil: "2099-12-31", valid: true }, { role: "proctor" }] }] });
    expect(JSON.stringify(listed.body)).not.toContain("argon2");
  });

  it.each([{ login: "x" }, { roles: [] }, { roles: ["king"] }, { basis: "" }, { validUntil: "31-12-2099" }, { validUntil: "2001-01-01" }, { extra: 1 }])("refuses %j", async (over) => {
    expect((await admin.post("/api/accounts", body(over))).status).toBe(400);
  });

  it("sees nothing of the other agency", async () => {
    const theirs = await newAccount(app, { agencyId: islands, roles: ["administrator", "official"] });
    expect((await admin.get(`/api/accounts?search=${theirs.login}`)).body.total).toBe(0);
    expect((await admin.post(`/api/accounts/${theirs.accountId}/password`)).status).toBe(404);
    expect((await admin.post(`/api/accounts/${theirs.accountId}/memberships`, { role: "assessor", basis: "PKS 2022" })).status).toBe(404);
    const other = await app.http().signIn(theirs.login, theirs.password);
    const membership = (await other.get(`/api/accounts?search=${theirs.login}`)).body.rows[0].memberships[0];
    expect((await admin.delete(`/api/memberships/${membership.id}`)).status).toBe(404);
    expect((await other.get("/api/session")).status).toBe(200);
  });

  it("does not show an administrator's own memberships elsewhere", async () => {
    const both = await newAccount(app, { agencyId: east, roles: ["administrator"] });
    await grantRoles(app, { agencyId: islands, accountId: both.accountId, roles: ["assessor"] });
    const client = await app.http().signIn(both.login, both.password);
    const row = (await client.get(`/api/accounts?search=${both.login}`)).body.rows[0];
    expect(row.memberships.map((one: { role: string }) => one.role)).toEqual(["administrator"]);
  });

  it("lends somebody of another agency without touching name or password", async () => {
    const theirs = await newAccount(app, { agencyId: islands, roles: ["assessor"] });
    const asked = await admin.post("/api/accounts", body({ login: theirs.login, name: "Nama Lain" }));
    expect([asked.status, asked.body.code, asked.body.params]).toEqual([409, "looked-after-elsewhere", { agency: await nameOf(islands) }]);
    expect((await admin.get(`/api/accounts?search=${theirs.login}`)).body.total).toBe(0);
    const lent = await admin.post("/api/accounts", body({ login: theirs.login, name: "Nama Lain", acceptOtherAgency: true }));
    expect(lent.body).toEqual({ accountId: theirs.accountId, login: theirs.login, existing: true, password: null });
    const client = await app.http().signIn(theirs.login, theirs.password);
    expect((await client.get("/api/session")).body.agencies).toHaveLength(2);
    const refused = await admin.post(`/api/accounts/${theirs.accountId}/password`);
    expect([refused.status, refused.body.code]).toEqual([409, "other-agency"]);
    expect((await admin.get(`/api/accounts?search=${theirs.login}`)).body.rows[0]).toMatchObject({ ownPassword: false });
    const grant = (over: object) => admin.post(`/api/accounts/${theirs.accountId}/memberships`, { role: "proctor", basis: "PKS 2022", ...over });
    expect((await grant({})).body).toMatchObject({ code: "looked-after-elsewhere", params: { agency: await nameOf(islands) } });
    expect((await client.get("/api/session")).status).toBe(200);
    expect((await admin.get(`/api/accounts?search=${theirs.login}`)).body.rows[0].memberships).toHaveLength(1);
    expect((await grant({ acceptOtherAgency: true })).status).toBe(204);
    expect((await admin.get(`/api/accounts?search=${theirs.login}`)).body.rows[0].memberships).toHaveLength(2);
  });

  it("ends a membership at once, keeping it on record", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    const client = await app.http().signIn(account.login, account.password);
    await client.get("/api/session");
    const [membership] = (await admin.get(`/api/accounts?search=${account.login}`)).body.rows[0].memberships;
    expect((await admin.delete(`/api/memberships/${membership.id}`)).status).toBe(204);
    expect((await client.get("/api/session")).status).toBe(401);
    expect((await admin.delete(`/api/memberships/${membership.id}`)).status).toBe(404);
    expect((await admin.get(`/api/accounts?search=${account.login}&state=ended`)).body.rows[0].memberships[0]).toMatchObject({ role: "official", valid: false });
    expect((await admin.get(`/api/accounts?search=${account.login}&state=valid`)).body.total).toBe(0);
  });

  it("does not let administrators lock themselves out", async () => {
    const [membership] = (await admin.get("/api/accounts?role=administrator&pageSize=200")).body.rows.find((row: { id: string }) => row.id === admin.accountId).memberships;
    const refused = await admin.delete(`/api/memberships/${membership.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, "own-last-administrator"]);
  });

  it("resets a password: the old one and all sessions end", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    const client = await app.http().signIn(account.login, account.password);
    await client.get("/api/session");
    const reset = await admin.post(`/api/accounts/${account.accountId}/password`);
    expect(reset.status).toBe(200);
    expect((await client.get("/api/session")).status).toBe(401);
    expect((await app.http().post("/api/session", { login: account.login, password: account.password })).status).toBe(401);
    await app.http().signIn(account.login, reset.body.password);
  });

  it("disables an account everywhere at once, and enables it again; both are on record", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    await grantRoles(app, { agencyId: islands, accountId: account.accountId, roles: ["assessor"] });
    const client = await app.http().signIn(account.login, account.password);
    const url = `/api/accounts/${account.accountId}/disabling`;
    expect((await admin.post(url)).status).toBe(204);
    expect((await client.get("/api/session")).status).toBe(401);
    const refused = await app.http().post("/api/session", { login: account.login, password: account.password });
    expect([refused.status, refused.body.code]).toEqual([401, "sign-in-refused"]);
    const row = async () => (await admin.get(`/api/accounts?search=${account.login}`)).body.rows[0];
    expect(await row()).toMatchObject({ disabledAt: expect.any(String), memberships: [{ role: "official", valid: true }] });
    expect([(await admin.post(url)).status, (await admin.delete(url)).status, (await admin.delete(url)).status]).toEqual([204, 204, 204]);
    expect(await row()).toMatchObject({ disabledAt: null });
    await app.http().signIn(account.login, account.password);
    const { rows } = await app.run({ agencyId: east, accountId: null }, (em) => sql<{ action: string }>`select action from audit_entry where subject_id = ${account.accountId} and action ~ 'abled$' order by seq`.execute(em.getKysely()));
    expect(rows.map((one) => one.action)).toEqual(["identity.account.disabled", "identity.account.enabled"]);
  });

  it("disables neither oneself, nor people another agency looks after, nor strangers; nor may anybody else", async () => {
    const theirs = await newAccount(app, { agencyId: islands, roles: ["assessor"] });
    const stranger = await newAccount(app, { agencyId: islands, roles: ["official"] });
    await grantRoles(app, { agencyId: east, accountId: theirs.accountId, roles: ["assessor"] });
    const refusal = async (accountId: string) => {
      const answer = await admin.post(`/api/accounts/${accountId}/disabling`);
      return [answer.status, answer.body.code];
    };
    expect(await refusal(admin.accountId)).toEqual([409, "own-account"]);
    expect(await refusal(theirs.accountId)).toEqual([409, "other-agency"]);
    expect(await refusal(stranger.accountId)).toEqual([404, "not-found"]);
    expect((await admin.delete(`/api/accounts/${theirs.accountId}/disabling`)).body.code).toBe("other-agency");
    await app.http().signIn(theirs.login, theirs.password);
    const official = await signedIn(app, { agencyId: east, roles: ["official"] });
    expect([(await official.post(`/api/accounts/${theirs.accountId}/disabling`)).status, (await official.delete(`/api/accounts/${theirs.accountId}/disabling`)).status]).toEqual([404, 404]);
  });

  it("leaves an agency an administrator, also when two disable each other at once", async () => {
    const agencyId = await app.newAgency();
    const two = [await signedIn(app, { agencyId, roles: ["administrator"] }), await signedIn(app, { agencyId, roles: ["administrator"] })] as const;
    const answers = await Promise.all([two[0].post(`/api/accounts/${two[1].accountId}/disabling`), two[1].post(`/api/accounts/${two[0].accountId}/disabling`)]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    const { rows } = await app.run({ agencyId, accountId: null }, (em) => sql<{ n: number }>`select count(*)::int as n from account where id = any(${two.map((one) => one.accountId)}::uuid[]) and disabled_at is null`.execute(em.getKysely()));
    expect(rows[0]?.n).toBe(1);
  });

  it("makes one account when administrators of two agencies make the same login at once", async () => {
    const other = await signedIn(app, { agencyId: islands, roles: ["administrator"] });
    for (let round = 0; round < 5; round++) {
      const given = body({ acceptOtherAgency: true });
      const created = await Promise.all([admin, other].map((client) => client.post("/api/accounts", given)));
      expect(created.map(({ status }) => status)).toEqual([201, 201]);
      expect(new Set(created.map(({ body: { accountId } }) => accountId)).size).toBe(1);
      expect(created.map(({ body: { existing } }) => existing).toSorted()).toEqual([false, true]);
    }
  });

  it("counts what needs attention, and finds it", async () => {
    const agencyId = await app.newAgency();
    const administrator = await signedIn(app, { agencyId, roles: ["administrator"] });
    const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
    const soon = await newAccount(app, { agencyId, roles: ["proctor"], validUntil: day(10) });
    await newAccount(app, { agencyId, roles: ["proctor"], validUntil: day(60) });
    const locked = await newAccount(app, { agencyId, roles: ["proctor"] });
    await app.run({ agencyId, accountId: null }, (em) => sql`update account set locked_until = now() + interval '10 minutes' where id = ${locked.accountId}`.execute(em.getKysely()));
    expect((await administrator.get("/api/accounts/attention")).body).toEqual({ failedJobs: 0, locked: 1, ending: 1, valid: 4 });
    const found = async (state: string) => (await administrator.get(`/api/accounts?state=${state}`)).body.rows.map(({ id }: { id: string }) => id);
    expect(await found("ending")).toEqual([soon.accountId]);
    expect(await found("locked")).toEqual([locked.accountId]);
    expect((await (await signedIn(app, { agencyId, roles: ["organiser"] })).get("/api/accounts/attention")).status).toBe(404);
  });

  it("pages", async () => {
    const first = (await admin.get("/api/accounts?pageSize=2&page=1")).body;
    const second = (await admin.get("/api/accounts?pageSize=2&page=2")).body;
    expect(first.rows).toHaveLength(2);
    expect(second.rows).toHaveLength(2);
    expect(new Set([...first.rows, ...second.rows].map((row: { id: string }) => row.id)).size).toBe(4);
  });
});

describe("Accounts, for other contexts", () => {
  const inEast = <T>(work: () => Promise<T>): Promise<T> => app.run({ agencyId: east, accountId: null }, work);

  it("grants the same role once, and again when the first has ended", async () => {
    const { accountId, login } = await newAccount(app, { agencyId: east, roles: ["assessor"] });
    await grantRoles(app, { agencyId: east, accountId, roles: ["assessor"] });
    const memberships = async () => (await admin.get(`/api/accounts?search=${login}`)).body.rows[0].memberships;
    expect(await memberships()).toHaveLength(1);
    await admin.delete(`/api/memberships/${(await memberships())[0].id}`);
    await grantRoles(app, { agencyId: east, accountId, roles: ["assessor"] });
    expect(await memberships()).toHaveLength(2);
  });

  it("names the holders of a role in this agency, today", async () => {
    const here = await newAccount(app, { agencyId: east, roles: ["lead-assessor"], name: "Utama" });
    const there = await newAccount(app, { agencyId: islands, roles: ["lead-assessor"] });
    const holders = await inEast(() => app.get(Accounts).holdersOf("lead-assessor"));
    expect(holders).toContainEqual({ accountId: here.accountId, name: "Utama", login: here.login });
    expect(holders.map((holder) => holder.accountId)).not.toContain(there.accountId);
  });

  it("issues cards to candidates, and to nobody whose rights a card could steal", async () => {
    const candidate = await inEast(() => app.get(Accounts).ensureOwn({ login: "198001012005011001", name: "Calon", linked: null }));
    await grantRoles(app, { agencyId: east, accountId: candidate, roles: ["candidate"] });
    const staff = await newAccount(app, { agencyId: east, roles: ["candidate", "administrator"] });
    const lent = await newAccount(app, { agencyId: islands, roles: ["candidate"] });
    await grantRoles(app, { agencyId: east, accountId: lent.accountId, roles: ["candidate"] });
    const issued = await inEast(() => app.get(Accounts).issuePasswords([candidate, staff.accountId, lent.accountId]));
    expect(issued.map((one) => one.accountId)).toEqual([candidate]);
    const client = await app.http().signIn("198001012005011001", issued[0]?.password ?? "");
    expect((await client.get("/api/session")).body).toMatchObject({ roles: ["candidate"], account: { mustChangePassword: false } });
    await app.http().signIn(staff.login, staff.password);
    // A second card ends the first and the session it opened, and every card is on record.
    const [again] = await inEast(() => app.get(Accounts).issuePasswords([candidate, staff.accountId]));
    expect((await client.get("/api/session")).status).toBe(401);
    expect((await app.http().post("/api/session", { login: "198001012005011001", password: issued[0]?.password })).status).toBe(401);
    await app.http().signIn("198001012005011001", again?.password ?? "");
    const { rows } = await app.run({ agencyId: east, accountId: null }, (em) => sql<{ n: number }>`select count(*)::int as n from audit_entry where action = 'identity.password.issued' and subject_id = ${candidate}`.execute(em.getKysely()));
    expect(rows[0]?.n).toBe(2);
  });
});

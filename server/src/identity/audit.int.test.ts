import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "@kompeten/shared/contracts/permissions";
import { HttpClient, TestApp, withClient } from "../../test/harness.ts";
import { newAccount, signedIn } from "../../test/identity.builders.ts";
import { Audit } from "../platform/index.ts";

let app: TestApp;
let east: string;
let islands: string;
let auditor: HttpClient;
beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  islands = await app.newAgency();
  auditor = await signedIn(app, { agencyId: east, roles: ["auditor"] });
});
afterAll(() => app?.stop());

const actionsOn = async (accountId: string): Promise<string[]> => (await auditor.get(`/api/audit?subjectKind=account&subjectId=${accountId}`)).body.rows.map((row: { action: string }) => row.action);

describe("audit.read", () => {
  it("is for auditors only", async () => {
    for (const role of roles.filter((one) => one !== "auditor")) {
      const client = await signedIn(app, { agencyId: east, roles: [role] });
      for (const path of ["", "/export", "/verification"]) expect([role, (await client.get(`/api/audit${path}`)).status]).toEqual([role, 404]);
    }
  });

  it("tells of sign-ins, failures, the lock and the end of sessions", async () => {
    const { accountId, login, password } = await newAccount(app, { agencyId: east, roles: ["official"], name: "Budi Santoso" });
    const client = await app.http().signIn(login, password);
    await client.delete("/api/sessions");
    for (let failure = 0; failure < 5; failure++) await app.http().post("/api/session", { login, password: "salah sekali" });
    const failed = "identity.sign-in.failed";
    expect(await actionsOn(accountId)).toEqual([
      "identity.account.locked", failed, failed, failed, failed, failed,
      "identity.session.closed-everywhere", "identity.session.opened", "identity.membership.granted", "identity.account.created",
    ]);
    const byPerson = await auditor.get("/api/audit?person=santoso&action=identity.session");
    expect(byPerson.body.total).toBe(2);
    expect(byPerson.body.rows[0]).toMatchObject({ person: { name: "Budi Santoso" }, subjectName: "Budi Santoso", subjectKind: "account" });
  });

  it("filters by the agency's dates and pages", async () => {
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(new Date());
    expect((await auditor.get(`/api/audit?from=${today}&to=${today}`)).body.total).toBeGreaterThan(0);
    expect((await auditor.get("/api/audit?to=2020-01-01")).body).toMatchObject({ total: 0, rows: [] });
    const second = await auditor.get("/api/audit?page=2&pageSize=3");
    expect(second.body.rows.map((row: { seq: number }) => row.seq)).toEqual([second.body.total - 3, second.body.total - 4, second.body.total - 5]);
    expect((await auditor.get("/api/audit?from=kemarin")).status).toBe(400);
  });

  it("exports what it shows, without formulas, and records that", async () => {
    await app.run({ agencyId: east, accountId: null }, () => app.get(Audit).record({ action: "test.thing.done", subjectKind: "thing", subjectId: "=1+1" }));
    const answer = await auditor.get("/api/audit/export?action=test.");
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(answer.body).toContain("'=1+1");
    expect((await auditor.get("/api/audit?action=identity.audit.exported")).body.total).toBe(1);
  });

  it("shows nothing of the other agency", async () => {
    await newAccount(app, { agencyId: islands, roles: ["official"], name: "Orang Kepulauan" });
    const foreign = await signedIn(app, { agencyId: islands, roles: ["auditor"] });
    const rows = (await foreign.get("/api/audit?pageSize=200")).body.rows;
    const own = (await auditor.get("/api/audit?pageSize=200")).body.rows;
    expect(rows.length).toBeLessThan(own.length);
    expect(own.map((row: { subjectName: string }) => row.subjectName)).not.toContain("Orang Kepulauan");
    const hashes = new Set(own.map((row: { hash: string }) => row.hash));
    expect(rows.some((row: { hash: string }) => hashes.has(row.hash))).toBe(false);
  });
});

describe("the chain", () => {
  it("holds for what the application wrote, over several pages", async () => {
    await app.run({ agencyId: east, accountId: null }, async () => {
      for (let count = 0; count < 2100; count++) await app.get(Audit).record({ action: "test.thing.done", subjectKind: "thing", subjectId: `é ${count}`, details: { count } });
    });
    const answer = await auditor.get("/api/audit/verification");
    expect(answer.body).toMatchObject({ holds: true, broken: null });
    expect(answer.body.entries).toBeGreaterThan(2100);
  });

  it("holds for an agency without entries", async () => {
    const quiet = await app.newAgency();
    const { AuditVerifier } = await import("./audit-verifier.service.ts");
    expect(await app.run({ agencyId: quiet, accountId: null }, () => app.get(AuditVerifier).verify())).toMatchObject({ holds: true, entries: 0 });
  });

  it("does not hold once somebody with the keys to the database changed or cut it", async () => {
    const asOwner = (statement: string) =>
      withClient(app.database.ownerUrl, async (client) => {
        await client.query("alter table audit_entry disable trigger user");
        await client.query(statement, [east]);
        await client.query("alter table audit_entry enable trigger user");
      });
    await asOwner("update audit_entry set details = '{\"count\":9}' where agency_id = $1 and seq = 1500");
    expect((await auditor.get("/api/audit/verification")).body).toMatchObject({ holds: false, broken: { seq: 1500, reason: "hash" } });
    await asOwner("delete from audit_entry where agency_id = $1 and seq = 20");
    expect((await auditor.get("/api/audit/verification")).body).toMatchObject({ holds: false, broken: { seq: 20, reason: "gap" } });
  });
});

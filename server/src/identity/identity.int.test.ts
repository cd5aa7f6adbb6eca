import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { TestApp } from "../../test/harness.ts";
import { grantRoles, newAccount, signedIn } from "../../test/identity.builders.ts";
import { Clock } from "../platform/index.ts";

let app: TestApp;
let east: string;
let islands: string;
beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  islands = await app.newAgency();
});
afterAll(() => app?.stop());
afterEach(() => {
  vi.restoreAllMocks();
});

function laterBy(ms: number): void {
  const now = Date.now();
  vi.spyOn(app.get(Clock), "now").mockImplementation(() => new Date(now + ms));
}
const minutes = (count: number): number => count * 60_000;
const attempt = (login: string, password: string) => app.http().post("/api/session", { login, password });

describe("signing in", () => {
  it("opens a session with the roles of the agency, and says who one is", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["organiser", "proctor"] });
    const client = app.http();
    const answer = await client.post("/api/session", { login: ` ${account.login.toUpperCase()} `, password: account.password });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ account: { id: account.accountId, mustChangePassword: false }, agency: { id: east }, roles: ["organiser", "proctor"] });
    expect((await client.get("/api/session")).body).toEqual(answer.body);
    expect((await app.http().get("/api/session")).status).toBe(401);
  });

  it("sets a cookie that scripts and other sites cannot use", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    const cookie = (await attempt(account.login, account.password)).headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/^kompeten_session=[\w-]{43};/);
    for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(flag);
    expect(cookie).not.toContain("Secure");
  });

  it("takes a NIP as it is printed", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["candidate"], login: "198503122010011005" });
    expect((await attempt("19850312 201001 1 005", account.password)).status).toBe(200);
  });

  it("refuses unknown, wrong, without password, and without membership alike", async () => {
    const known = await newAccount(app, { agencyId: east, roles: ["official"] });
    const stranger = await newAccount(app, { agencyId: east, roles: [] });
    const answers = [
      await attempt("tidak.ada", known.password),
      await attempt(known.login, "bukan sandinya"),
      await attempt(stranger.login, stranger.password),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(answers[0]?.body.code).toBe("sign-in-refused");
  });

  it("counts guesses made at the same moment, and refuses each like any other", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    const guesses = await Promise.all(Array.from({ length: 5 }, (_, index) => attempt(account.login, `tebakan ${index}`)));
    expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect((await attempt(account.login, account.password)).body.code).toBe("locked-out");
  });

  it("locks after five failures, tells only who knows the password, and opens after fifteen minutes", async () => {
    const { login, password } = await newAccount(app, { agencyId: east, roles: ["official"] });
    for (let failure = 0; failure < 5; failure++) expect((await attempt(login, "salah sekali")).status).toBe(401);
    const wrong = await attempt(login, "salah sekali");
    expect([wrong.status, wrong.body.code]).toEqual([401, "sign-in-refused"]);
    const right = await attempt(login, password);
    expect([right.status, right.body.code, right.body.params]).toEqual([429, "locked-out", { minutes: 15 }]);
    laterBy(minutes(15) + 1000);
    expect((await attempt(login, password)).status).toBe(200);
  });

  it("limits attempts per login, whether it exists or not, and says when to come back", async () => {
    for (let count = 0; count < 10; count++) expect((await attempt("banyak.sekali", "salah sekali")).status).toBe(401);
    const refused = await attempt("banyak.sekali", "salah sekali");
    expect([refused.status, refused.body.code]).toEqual([429, "too-many-requests"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    laterBy(minutes(1) + 1000);
    expect((await attempt("banyak.sekali", "salah sekali")).status).toBe(401);
  });

  it("does not count people who know their password", async () => {
    const { login, password } = await newAccount(app, { agencyId: east, roles: ["official"] });
    for (let count = 0; count < 14; count++) expect((await attempt(login, password)).status).toBe(200);
  });
});

describe("a session", () => {
  it("ends with signing out, on this device only", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    const here = await app.http().signIn(account.login, account.password);
    const there = await app.http().signIn(account.login, account.password);
    const token = here.token;
    expect((await here.get("/api/session")).status).toBe(200);
    expect((await here.delete("/api/session")).status).toBe(204);
    expect(here.token).toBeUndefined();
    here.token = token;
    expect((await here.get("/api/session")).status).toBe(401);
    expect((await there.get("/api/session")).status).toBe(200);
  });

  it("ends everywhere at once", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    const here = await app.http().signIn(account.login, account.password);
    const there = await app.http().signIn(account.login, account.password);
    const other = await signedIn(app, { agencyId: east, roles: ["official"] });
    await there.get("/api/session");
    expect((await here.delete("/api/sessions")).status).toBe(204);
    expect((await there.get("/api/session")).status).toBe(401);
    expect((await other.get("/api/session")).status).toBe(200);
  });

  it("ends after two idle hours, and after twelve in any case", async () => {
    const idle = await signedIn(app, { agencyId: east, roles: ["official"] });
    const busy = await signedIn(app, { agencyId: east, roles: ["official"] });
    for (let hour = 1; hour < 12; hour++) {
      laterBy(minutes(60 * hour));
      expect((await busy.get("/api/session")).status).toBe(200);
    }
    laterBy(minutes(60 * 3));
    expect((await idle.get("/api/session")).status).toBe(401);
    laterBy(minutes(60 * 12) + 1000);
    expect((await busy.get("/api/session")).status).toBe(401);
  });

  it("ends with the last valid membership, by the agency's date", async () => {
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(new Date());
    const client = await signedIn(app, { agencyId: east, roles: ["official"], validUntil: today });
    expect((await client.get("/api/session")).status).toBe(200);
    const midnight = new Date(`${today}T17:00:00Z`).getTime();
    laterBy(midnight - Date.now() + 1000);
    // The session itself would be idle by then: a new one is refused as well.
    expect((await client.get("/api/session")).status).toBe(401);
    expect((await attempt("x".repeat(10), "x")).status).toBe(401);
  });

  it("is worth nothing with another token", async () => {
    const client = await signedIn(app, { agencyId: east, roles: ["official"] });
    client.token = `${client.token?.slice(0, -2)}AA`;
    expect((await client.get("/api/session")).status).toBe(401);
  });
});

describe("agencies", () => {
  it("lets one switch only to where one holds a membership", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["assessor"] });
    const client = await app.http().signIn(account.login, account.password);
    expect((await client.post("/api/session/agency", { agencyId: islands })).status).toBe(404);
    await grantRoles(app, { agencyId: islands, accountId: account.accountId, roles: ["lead-assessor"] });
    const old = client.token;
    const answer = await client.post("/api/session/agency", { agencyId: islands });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ agency: { id: islands }, roles: ["lead-assessor"] });
    expect(answer.body.agencies).toHaveLength(2);
    client.token = old;
    expect((await client.get("/api/session")).status).toBe(401);
  });
});

describe("a password of one's own", () => {
  it("must be changed before anything else when it was a one-time one", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["administrator"], mustChangePassword: true });
    const client = await app.http().signIn(account.login, account.password);
    expect((await client.get("/api/session")).body.account.mustChangePassword).toBe(true);
    const refused = await client.get("/api/accounts");
    expect([refused.status, refused.body.code]).toEqual([403, "password-change-required"]);
    const changed = await client.post("/api/session/password", { currentPassword: account.password, newPassword: "sandi baru saya" });
    expect([changed.status, changed.body.account.mustChangePassword]).toEqual([200, false]);
    expect((await client.get("/api/accounts")).status).toBe(200);
  });

  it.each([
    ["salah", "sandi baru saya", "wrong-password"],
    [undefined, "pendek", "password-too-short"],
    [undefined, "LOGIN", "password-is-login"],
    [undefined, "SAME", "password-unchanged"],
  ])("is refused: %s → %s (%s)", async (current, next, code) => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    const client = await app.http().signIn(account.login, account.password);
    const newPassword = next === "LOGIN" ? account.login : next === "SAME" ? account.password : next;
    const answer = await client.post("/api/session/password", { currentPassword: current ?? account.password, newPassword });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it("ends the sessions on other devices", async () => {
    const account = await newAccount(app, { agencyId: east, roles: ["official"] });
    const here = await app.http().signIn(account.login, account.password);
    const there = await app.http().signIn(account.login, account.password);
    await there.get("/api/session");
    await here.post("/api/session/password", { currentPassword: account.password, newPassword: "sandi baru saya" });
    expect((await there.get("/api/session")).status).toBe(401);
    expect((await here.get("/api/session")).status).toBe(200);
    expect((await attempt(account.login, account.password)).status).toBe(401);
  });
});

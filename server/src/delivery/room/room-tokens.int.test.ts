import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { roles } from "@kompeten/shared/contracts/permissions";
import type { SittingTokenCards } from "@kompeten/shared/contracts/sitting-tokens";
import { newDelivery, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { TestApp, type HttpClient } from "../../../test/harness.ts";
import { grantRoles, newAccount, signedIn } from "../../../test/identity.builders.ts";
import { Clock } from "../../platform/index.ts";

let app: TestApp;
let delivery: Delivery;
let proctor: HttpClient;
const path = (sittingId = delivery.sittingId) => `/api/sittings/${sittingId}`;
const candidate = (index: number) => delivery.candidates[index] as Candidate;
const make = async (...people: Candidate[]): Promise<SittingTokenCards["cards"][number][]> => (await proctor.post(`${path()}/tokens`, { enrolmentIds: people.map(({ enrolmentId }) => enrolmentId) })).body.cards;
const tokenOf = async (one: Candidate) => (await make(one))[0] as SittingTokenCards["cards"][number];
const enter = (login: string, password: string, http = app.http()) => http.post("/api/session", { login, password });
const at = (ms: number) => vi.spyOn(app.get(Clock), "now").mockImplementation(() => new Date(ms));
const window = { startMs: Date.now() - 10 * 60_000, endMs: Date.now() + 4 * 3_600_000 };

beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 8, instruments: ["penalaran-umum"], windowStartMs: window.startMs, windowEndMs: window.endMs });
  proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => app?.stop());

describe("[R6] a sitting token", () => {
  it("lets its candidate in, as a candidate and no more, and to their attempts", async () => {
    const one = candidate(0);
    await grantRoles(app, { accountId: one.actor.accountId, agencyId: delivery.agencyId, roles: ["organiser", "administrator"] });
    const card = await tokenOf(one);
    expect(card).toMatchObject({ enrolmentId: one.enrolmentId, nip: expect.stringMatching(/^\d{18}$/), token: expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/) });
    const http = app.http();
    // As it is typed from a card.
    const entered = await enter(card.login, ` ${card.token.replaceAll("-", " ").toUpperCase()}`, http);
    expect(entered).toMatchObject({ status: 200, body: { roles: ["candidate"], bySittingToken: true, account: { mustChangePassword: false } } });
    expect(entered.body.agencies).toHaveLength(1);
    expect((await http.get(`/api/attempts/${one.attempts["penalaran-umum"]}`)).status).toBe(200);
    expect((await http.get("/api/session")).body.roles).toEqual(["candidate"]);
    for (const closed of ["/api/employees", "/api/accounts", "/api/assessments", `${path()}/tokens`]) expect([closed, (await http.get(closed)).status]).toEqual([closed, 404]);
    for (const answer of [
      await http.post("/api/session/password", { currentPassword: card.token, newPassword: "kata sandi yang baru" }),
      await http.post("/api/session/agency", { agencyId: delivery.agencyId }),
      await http.delete("/api/sessions"),
    ]) expect(answer).toMatchObject({ status: 403, body: { code: "sitting-token-session" } });
    expect((await proctor.get(`${path()}/tokens`)).body.candidates.find(({ enrolmentId }: { enrolmentId: string }) => enrolmentId === one.enrolmentId)).toMatchObject({ madeAtMs: expect.any(Number), usedAtMs: expect.any(Number) });
    expect((await http.delete("/api/session")).status).toBe(204);
  });

  it("is nobody else's, and is stored as a hash alone", async () => {
    const [mine, theirs] = await make(candidate(1), candidate(2));
    expect((await enter(mine?.login ?? "", theirs?.token ?? "")).body.code).toBe("sign-in-refused");
    const stored = await app.run({ agencyId: delivery.agencyId, accountId: null }, (em) => sql`select * from sitting_token`.execute(em.getKysely()));
    expect(JSON.stringify(stored.rows)).not.toContain(mine?.token);
    const recorded = await app.run({ agencyId: delivery.agencyId, accountId: null }, (em) => sql<{ details: string }>`select details from audit_entry where action like 'identity.sitting-tokens%'`.execute(em.getKysely()));
    expect(recorded.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(recorded.rows)).not.toContain(mine?.token);
  });

  it("is good from an hour before the window to an hour after it, and its session ends with it", async () => {
    const one = candidate(3);
    // The role is from today on; just after midnight an hour ago was yesterday.
    await app.run({ agencyId: delivery.agencyId, accountId: null }, (em) => sql`update membership set valid_from = valid_from - 1 where account_id = ${one.actor.accountId}`.execute(em.getKysely()));
    const card = await tokenOf(one);
    const [fromMs, untilMs] = [window.startMs - 3_600_000, window.endMs + 3_600_000];
    for (const [ms, status] of [[fromMs - 1_000, 401], [fromMs + 1_000, 200], [untilMs - 1_000, 200], [untilMs + 1_000, 401]] as const) {
      vi.restoreAllMocks();
      at(ms);
      expect([ms - fromMs, (await enter(card.login, card.token)).status]).toEqual([ms - fromMs, status]);
    }
    vi.restoreAllMocks();
    const http = app.http();
    expect((await enter(card.login, card.token, http)).body.expiresAt).toBe(new Date(untilMs).toISOString());
    at(untilMs + 1_000);
    expect((await http.get("/api/session")).status).toBe(401);
    expect((await proctor.post(`${path()}/tokens`, {})).status).toBe(401);
    vi.restoreAllMocks();
  });

  it("renewed or revoked it is worth nothing, nor what was opened with it", async () => {
    const one = candidate(4);
    const first = await tokenOf(one);
    const http = app.http();
    expect((await enter(first.login, first.token, http)).status).toBe(200);
    const second = await tokenOf(one);
    expect((await http.get("/api/session")).status).toBe(401);
    expect((await enter(first.login, first.token)).status).toBe(401);
    expect((await enter(second.login, second.token, http)).status).toBe(200);
    // A session of their own does not end with it.
    expect((await proctor.post(`${path()}/token-revocations`, { enrolmentIds: [one.enrolmentId] })).body).toEqual({ revoked: 1 });
    expect((await proctor.post(`${path()}/token-revocations`, { enrolmentIds: [one.enrolmentId] })).body).toEqual({ revoked: 0 });
    expect((await http.get("/api/session")).status).toBe(401);
    expect((await enter(second.login, second.token)).status).toBe(401);
    expect((await one.http.get("/api/session")).status).toBe(200);
  });

  it("is made for all who have none, and the others keep theirs", async () => {
    const kept = await tokenOf(candidate(5));
    const { cards } = (await proctor.post(`${path()}/tokens`, {})).body as SittingTokenCards;
    expect(cards.map(({ enrolmentId }) => enrolmentId)).toContain(candidate(6).enrolmentId);
    expect(cards.map(({ enrolmentId }) => enrolmentId)).not.toContain(candidate(5).enrolmentId);
    expect((await enter(kept.login, kept.token)).status).toBe(200);
    expect((await proctor.post(`${path()}/tokens`, {})).body.cards).toEqual([]);
  });

  it("locks like a password, and a right one takes no failures back", async () => {
    const card = await tokenOf(candidate(7));
    for (let tried = 0; tried < 4; tried++) expect((await enter(card.login, "aaaa-bbbb-cccc")).status).toBe(401);
    expect((await enter(card.login, card.token)).status).toBe(200);
    expect((await enter(card.login, "aaaa-bbbb-cccc")).status).toBe(401);
    expect(await enter(card.login, card.token)).toMatchObject({ status: 429, body: { code: "locked-out" } });
  });

  it("leaves the password alone, which is tried first", async () => {
    const account = await newAccount(app, { agencyId: delivery.agencyId, roles: ["candidate", "proctor"] });
    const answer = await enter(account.login, account.password);
    expect(answer.body).toMatchObject({ bySittingToken: false, roles: expect.arrayContaining(["candidate", "proctor"]) });
  });

  it("is made, seen and revoked by proctors of this agency alone, for those who sit there", async () => {
    const elsewhere = await newDelivery(app, { candidates: 1, instruments: ["penalaran-umum"] });
    const asked = (http: HttpClient) => [http.get(`${path()}/tokens`), http.post(`${path()}/tokens`, {}), http.post(`${path()}/token-revocations`, { enrolmentIds: [candidate(0).enrolmentId] })];
    const others = roles.filter((role) => role !== "proctor" && role !== "candidate");
    const strangers = [candidate(0).http, await signedIn(app, { agencyId: delivery.agencyId, roles: others }), await signedIn(app, { agencyId: elsewhere.agencyId, roles: [...roles] })];
    for (const http of strangers) for (const answer of await Promise.all(asked(http))) expect(answer.status).toBe(404);
    const foreign = [(elsewhere.candidates[0] as Candidate).enrolmentId];
    for (const way of ["tokens", "token-revocations"]) expect((await proctor.post(`${path()}/${way}`, { enrolmentIds: foreign })).status).toBe(404);
    expect((await proctor.post(`${path(elsewhere.sittingId)}/tokens`, {})).status).toBe(404);
    expect((await proctor.post(`${path()}/tokens`, { enrolmentIds: [] })).status).toBe(400);
  });

  it("is not made any more once the sitting is over", async () => {
    const over = await newDelivery(app, { agencyId: delivery.agencyId, candidates: 1, instruments: ["penalaran-umum"], windowStartMs: Date.now() - 9 * 3_600_000, windowEndMs: Date.now() - 2 * 3_600_000 });
    expect((await proctor.post(`${path(over.sittingId)}/tokens`, {})).body.code).toBe("sitting-over");
  });
});

/** Another agency's people, in every role, at every route, with the real ids of somebody else's work: they learn and change nothing. */
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles, type Permission } from "@kompeten/shared/contracts/permissions";
import { Sessions } from "../src/identity/index.ts";
import { newId, UnitOfWork } from "../src/platform/index.ts";
import { newAccount, signedIn } from "./identity.builders.ts";
import { TestApp, withClient, type HttpClient } from "./harness.ts";
import { photograph } from "./personnel.builders.ts";
import { declaredRoutes, type DeclaredRoute } from "./routes.ts";
import { finished, integrated, newScoringStage, note, ratedByAll, type Rated, type ScoringStage } from "./scoring.builders.ts";
import { nineBoxId, withTalentData } from "./talent.builders.ts";

let app: TestApp;
let routes: DeclaredRoute[];
let strangers: { role: string; http: HttpClient }[];
let stage: ScoringStage;
let rated: Rated;
/** People of the first agency itself: who may ask what the strangers ask. */
let insiders: { candidate: HttpClient; others: HttpClient };
const accommodation = { extraPercent: 25, reason: "Gangguan penglihatan", approvedBy: "Kepala UPT", validUntil: null };
/** Ids of the first agency's rows by table. */
let ids: Map<string, string[]>;
let agencyId: string;
/** Of the first agency's in-basket, which no table holds by itself. */
let actionId: string;

beforeAll(async () => {
  app = await TestApp.start();
  routes = declaredRoutes(app);
  stage = await newScoringStage(app, { candidates: 2 });
  agencyId = stage.agencyId;
  rated = stage.candidates[0] as Rated;
  await finished(app, stage, rated);
  actionId = (await stage.assessors[0].get(`/api/ratings/${rated.attempts.basket}`)).body.work.actions[0].actionId;
  await ratedByAll(stage, rated);
  await integrated(app, stage, rated);
  await app.jobsDone();
  await withTalentData(app, { agencyId, employeeId: rated.employeeId, year: new Date().getFullYear() - 1 });
  const others = await signedIn(app, { agencyId, roles: roles.filter((role) => role !== "candidate" && role !== "assessor") });
  const cycle = await others.post("/api/talent-cycles", { title: "Siklus uji", asOf: new Date().toISOString().slice(0, 10), configurationId: await nineBoxId(app, agencyId) });
  if (cycle.status >= 300) throw new Error(`no talent cycle: ${JSON.stringify(cycle.body)}`);
  const imported = await others.post("/api/employees/imports", fileOf((await others.get("/api/employees/template?format=csv")).body));
  if (imported.status !== 201) throw new Error(`no import: ${JSON.stringify(imported.body)}`);
  const message = await others.post(`/api/assessments/${stage.assessmentId}/room-record`, { opId: newId(), enrolmentIds: [rated.enrolmentId], deed: { kind: "message", text: "Silakan duduk." } });
  if (message.status >= 300) throw new Error(`no message: ${JSON.stringify(message.body)}`);
  const accommodated = await others.post(`/api/employees/${rated.employeeId}/accommodations`, accommodation);
  if (accommodated.status >= 300) throw new Error(`no accommodation: ${JSON.stringify(accommodated.body)}`);
  const photographed = await others.post(`/api/employees/${rated.employeeId}/photo`, photoFile());
  if (photographed.status >= 300) throw new Error(`no photograph: ${JSON.stringify(photographed.body)}`);
  const session = await app.get(UnitOfWork).run({ agencyId: null, accountId: null }, async () => app.get(Sessions).open({ accountId: rated.actor.accountId, agencyId, userAgent: undefined }));
  const candidate = app.http();
  candidate.token = session.token;
  insiders = { candidate, others };

  const other = await app.newAgency();
  strangers = [];
  for (const role of roles) {
    const account = await newAccount(app, { agencyId: other, roles: [role] });
    strangers.push({ role, http: await app.http().signIn(account.login, account.password) });
  }
  ids = await withClient(app.database.ownerUrl, idsOf);
  // Accounts stand above agencies; of this one are those that it let in. Somebody without work of their own comes first, whom the insiders can do without.
  const { accountId } = await newAccount(app, { agencyId, roles: ["auditor"] });
  const admitted = await withClient(app.database.ownerUrl, (client) => client.query<{ id: string; account: string }>("select id, account_id as account from membership where agency_id = $1 order by account_id = $2 desc", [agencyId, accountId]));
  ids.set("membership", admitted.rows.map(({ id }) => id));
  ids.set("account", [...new Set(admitted.rows.map(({ account }) => account))]);
  ids.set("attempt", [rated.attempts.basket, rated.attempts.sjt]);
}, 180_000);
afterAll(() => app?.stop());

async function tenantTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map((row) => row.name);
}

/** The owner is held by the same policies, so the agency is set here as everywhere. */
async function idsOf(client: pg.Client): Promise<Map<string, string[]>> {
  await client.query("select set_config('app.agency_id', $1, false)", [agencyId]);
  const found = new Map<string, string[]>();
  for (const table of await tenantTables(client)) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${table} t where agency_id = $1 limit 50`, [agencyId]);
    found.set(table, rows.map(({ row }) => row["id"]).filter((id): id is string => typeof id === "string"));
  }
  return found;
}

async function fingerprint(client: pg.Client): Promise<string> {
  await client.query("select set_config('app.agency_id', $1, false)", [agencyId]);
  const parts: string[] = [];
  for (const table of await tenantTables(client)) {
    const { rows } = await client.query<{ sum: string | null }>(`select md5(string_agg(md5(t::text), '' order by md5(t::text))) as sum from ${table} t where agency_id = $1`, [agencyId]);
    parts.push(`${table}:${rows[0]?.sum ?? ""}`);
  }
  return parts.join("\n");
}

const tableOfParameter: [RegExp, string][] = [
  [/^\/api\/assessments\//, "assessment"],
  [/^\/api\/(attempts|ratings)\//, "attempt"],
  [/^\/api\/accounts\//, "account"],
  [/^\/api\/memberships\//, "membership"],
  [/^\/api\/configurations\//, "configuration"],
  [/^\/api\/employees\/imports\//, "import_batch"],
  [/^\/api\/employees\//, "employee"],
  [/^\/api\/instruments\//, "instrument_version"],
  [/^\/api\/(integrations|enrolments|candidate-forms)\//, "enrolment"],
  [/^\/api\/(my-)?sittings\//, "sitting"],
  [/^\/api\/results\//, "result"],
  [/^\/api\/talent-cycles\//, "talent_cycle"],
];

/** Whose parameter is no row of an agency's table; failed-jobs.int.test.ts looks at them. */
const elsewhere = /^\/api\/failed-jobs\//;
/** What a route asks for besides, without which it would answer that the question is incomplete. */
const questions: Record<string, string> = { "/api/assessments/:id/outage": "?fromMs=0&toMs=60000" };

function fileOf(text: string): FormData {
  const form = new FormData();
  form.append("file", new Blob([text]), "daftar.csv");
  return form;
}

function photoFile(): FormData {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(photograph())]), "foto.jpg");
  return form;
}

/** What each route is sent: complete and true of the first agency, so that nothing but whose it is can be the reason of a refusal. */
function bodies(): Record<string, object | undefined> {
  const [version, opId, reason] = [1, newId(), "Alasan yang cukup panjang."];
  const enrolmentIds = stage.candidates.map(({ enrolmentId }) => enrolmentId);
  const accountIds = stage.assessors.map(({ accountId }) => accountId);
  const attemptIds = [rated.attempts.basket];
  const first = (table: string) => ids.get(table)?.[0] as string;
  const sha = "0123456789abcdef";
  return {
    "POST /api/accounts/:id/memberships": { role: "official", basis: "Surat tugas uji", validUntil: null },
    "POST /api/accounts/:id/password": undefined,
    "POST /api/accounts/:id/disabling": undefined,
    "DELETE /api/accounts/:id/disabling": undefined,
    "POST /api/assessments/:id/assessor-distribution": { version, accountIds, perCandidate: 2 },
    "PUT /api/assessments/:id/assessors": { version, enrolmentIds, accountIds, mode: "add" },
    "PUT /api/assessments/:id/basics": { version, title: "Judul lain", purpose: "mapping", standardsId: first("configuration"), standardCode: "administrator" },
    "POST /api/assessments/:id/candidate-checks": { nips: [rated.nip] },
    "POST /api/assessments/:id/candidate-files": fileOf(`NIP\n${rated.nip}\n`),
    "POST /api/assessments/:id/enrolment-removals": { version, enrolmentIds },
    "POST /api/assessments/:id/enrolments": { version, employeeIds: [rated.employeeId] },
    "PUT /api/assessments/:id/instruments": { version, versionIds: Object.values(stage.versions) },
    "PUT /api/assessments/:id/lead": { version, accountId: stage.lead.accountId },
    "PUT /api/assessments/:id/matrix": { version, cells: [{ versionId: stage.versions.sjt, competency: "M.01" }] },
    "POST /api/assessments/:id/opening": { version },
    "POST /api/assessments/:id/outage-compensations": { opId, attemptIds, fromMs: 0, toMs: 60_000, reason },
    "PUT /api/assessments/:id/seating": { version, enrolmentIds, sittingIds: null },
    // Not for the one who is asked below: a card ends their session.
    "POST /api/assessments/:id/sign-in-cards": { enrolmentIds: enrolmentIds.slice(1) },
    "PUT /api/assessments/:id/sittings": { version, sittings: [] },
    "PUT /api/assessments/:id/sittings/:sittingId/browser-exam-keys": { version, keys: ["0f".repeat(32)] },
    "POST /api/assessments/:id/endings": { opId: newId(), attemptIds, reason },
    "POST /api/assessments/:id/time-changes": { opId, attemptIds, change: { kind: "extend", minutes: 5 }, reason },
    "POST /api/attempts/:id/emergency-files": { document: "kompeten-emergency-file", version: 1, attemptId: attemptIds[0], epoch: 1, keyId: sha, madeAtMs: 0, ephemeralKey: sha, iv: sha, sealed: sha },
    "POST /api/attempts/:id/freed-device": { opId, reason },
    "POST /api/attempts/:id/merges": { opIds: [newId()], reason },
    "POST /api/attempts/:id/operations": { epoch: 1, operations: [{ opId, kind: "flag", itemId: "d1", flagged: true }] },
    "POST /api/assessments/:id/room-record": { opId, enrolmentIds: enrolmentIds.slice(0, 1), deed: { kind: "incident", category: "technical", text: reason, occurredAtMs: 0 } },
    "POST /api/attempts/:id/browser-pass": { page: null },
    "POST /api/attempts/:id/presence": { roundTripMs: 20, unsaved: 0, awaySinceMs: null, events: [{ eventId: opId, kind: "away", cause: "hidden", atMs: 0 }] },
    "POST /api/attempts/:id/messages/:messageId/reading": undefined,
    "POST /api/employees/:id/accommodations": accommodation,
    "DELETE /api/employees/:id/accommodations/:accommodationId": undefined,
    "POST /api/employees/:id/photo": photoFile(),
    "DELETE /api/employees/:id/photo": undefined,
    "DELETE /api/employees/imports/:id": undefined,
    "POST /api/employees/imports/:id/confirmation": { skipRowsWithErrors: true },
    "POST /api/instruments/:versionId/publication": undefined,
    "POST /api/integrations/:enrolmentId/closing": { confirmed: true },
    "PUT /api/integrations/:enrolmentId/consensus": { competency: "M.04", level: 3, reason },
    "DELETE /api/memberships/:id": undefined,
    "POST /api/my-sittings/:id/notice": { opId, noticeId: stage.noticeId },
    "PUT /api/ratings/:attemptId": { version: 1, ratings: [{ competency: "M.04", level: 3, note }] },
    "POST /api/ratings/:attemptId/submission": { version: 1 },
    "POST /api/sittings/:id/tokens": { enrolmentIds: enrolmentIds.slice(1) },
    "POST /api/sittings/:id/token-revocations": { enrolmentIds: enrolmentIds.slice(1) },
    "POST /api/talent-cycles/:cycleId/placements": { employeeId: rated.employeeId, standingId: first("standing"), box: 9, reason },
    "POST /api/talent-cycles/:cycleId/recomputation": undefined,
  };
}

function bodyFor({ method, path }: DeclaredRoute): object | undefined {
  const all = bodies();
  if (!(`${method} ${path}` in all)) throw new Error(`say what ${method} ${path} is sent`);
  return all[`${method} ${path}`];
}

/** What a path names besides. */
const others = () => ({ employeeId: ids.get("employee")?.[0] ?? "", messageId: ids.get("room_entry")?.[0] ?? "", accommodationId: ids.get("accommodation")?.[0] ?? "", itemId: "d1", actionId, sittingId: ids.get("sitting")?.[0] ?? "" });

function targets(route: DeclaredRoute): string[] {
  if (elsewhere.test(route.path)) return [];
  if (!route.path.includes(":")) return [route.path];
  const table = tableOfParameter.find(([prefix]) => prefix.test(route.path))?.[1];
  if (table === undefined) throw new Error(`say which table the parameter of ${route.path} names`);
  const withOthers = Object.entries(others()).reduce((path, [name, id]) => path.replace(`/:${name}`, `/${id}`), route.path);
  return (ids.get(table) ?? []).slice(0, 2).map((id) => `${withOthers.replace(/:[A-Za-z]+/, id)}${questions[route.path] ?? ""}`);
}

describe("another agency's people", () => {
  it("meet real work of the first agency in this test", () => {
    for (const table of ["assessment", "attempt", "configuration", "employee", "enrolment", "instrument_version", "membership", "result", "sitting", "standing", "talent_cycle", "rating_sheet"])
      expect([table, ids.get(table)?.length ?? 0]).not.toEqual([table, 0]);
  });

  it("read none of it, at any route and in any role", async () => {
    const secrets = new Set([...ids.values()].flat());
    const leaks: string[] = [];
    let asked = 0;
    for (const route of routes.filter(({ method }) => method === "GET")) {
      for (const path of targets(route)) {
        for (const { role, http } of strangers) {
          asked += 1;
          const answer = await http.get(path);
          const asks = new Set(path.split("/"));
          const text = JSON.stringify(answer.body);
          for (const uuid of text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}/g) ?? []) if (secrets.has(uuid) && !asks.has(uuid)) leaks.push(`${route.path} tells a ${role} of ${uuid}`);
          if (route.path.includes(":") && answer.status !== 404) leaks.push(`${route.path} answers a ${role} ${answer.status}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  }, 120_000);

  /** Everything that changes one thing of the agency's. */
  const changing = () => routes.filter(({ method, path }) => method !== "GET" && path.includes(":") && !elsewhere.test(path));

  it("change none of it, at any route and in any role", async () => {
    const before = await withClient(app.database.ownerUrl, fingerprint);
    const entered: string[] = [];
    for (const route of changing()) {
      for (const path of targets(route)) {
        for (const { role, http } of strangers) {
          const answer = await http.request(route.method, path, bodyFor(route));
          // Not a word about what was sent: what is not theirs is not there.
          if (answer.status !== 404) entered.push(`${route.method} ${route.path} answers a ${role} ${answer.status} ${answer.body.code}`);
        }
      }
    }
    expect(entered).toEqual([]);
    expect(await withClient(app.database.ownerUrl, fingerprint)).toBe(before);
  }, 120_000);

  it("were asking what the agency's own people are understood with: the same ids and bodies are found and valid", async () => {
    const who = (permission: Permission | "open" | undefined) =>
      permission === "attempt.own" ? insiders.candidate : permission === "rating.own" ? (stage.assessors[0] as HttpClient) : permission === "rating.integrate" || permission === "attempt.merge" ? stage.lead : insiders.others;
    const astray: string[] = [];
    for (const route of changing()) {
      const [path] = targets(route);
      if (path === undefined) astray.push(`${route.method} ${route.path} has nothing to be asked about`);
      else {
        const answer = await who(route.permission).request(route.method, path, bodyFor(route));
        if ([400, 401, 404].includes(answer.status) || answer.status >= 500) astray.push(`${route.method} ${route.path} answers ${answer.status} ${JSON.stringify(answer.body)}`);
      }
    }
    expect(astray).toEqual([]);
  }, 60_000);
});

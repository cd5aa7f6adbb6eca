/** Another agency's people, in every role, at every route, with the real ids of somebody else's work: they learn and change nothing. */
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "@kompeten/shared/contracts/permissions";
import { newAccount } from "./identity.builders.ts";
import { TestApp, withClient, type HttpClient } from "./harness.ts";
import { declaredRoutes, type DeclaredRoute } from "./routes.ts";
import { finished, integrated, newScoringStage, ratedByAll } from "./scoring.builders.ts";
import { nineBoxId, withTalentData } from "./talent.builders.ts";

let app: TestApp;
let routes: DeclaredRoute[];
let strangers: { role: string; http: HttpClient }[];
/** Ids of the first agency's rows by table. */
let ids: Map<string, string[]>;
let agencyId: string;

beforeAll(async () => {
  app = await TestApp.start();
  routes = declaredRoutes(app);
  const stage = await newScoringStage(app, { candidates: 2 });
  agencyId = stage.agencyId;
  const [candidate] = stage.candidates;
  if (!candidate) throw new Error("the stage has no candidate");
  await finished(app, stage, candidate);
  await ratedByAll(stage, candidate);
  await integrated(app, stage, candidate);
  await app.jobsDone();
  await withTalentData(app, { agencyId, employeeId: candidate.employeeId, year: new Date().getFullYear() - 1 });
  const official = await newAccount(app, { agencyId, roles: ["official"] });
  const http = await app.http().signIn(official.login, official.password);
  const cycle = await http.post("/api/talent-cycles", { title: "Siklus uji", asOf: new Date().toISOString().slice(0, 10), configurationId: await nineBoxId(app, agencyId) });
  if (cycle.status >= 300) throw new Error(`no talent cycle: ${JSON.stringify(cycle.body)}`);

  const other = await app.newAgency();
  strangers = [];
  for (const role of roles) {
    const account = await newAccount(app, { agencyId: other, roles: [role] });
    strangers.push({ role, http: await app.http().signIn(account.login, account.password) });
  }
  ids = await withClient(app.database.ownerUrl, idsOf);
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
  [/^\/api\/accounts\//, "membership"],
  [/^\/api\/memberships\//, "membership"],
  [/^\/api\/configurations\//, "configuration"],
  [/^\/api\/employees\/imports\//, "import_batch"],
  [/^\/api\/employees\//, "employee"],
  [/^\/api\/instruments\//, "instrument_version"],
  [/^\/api\/(enrolments|integrations)\//, "enrolment"],
  [/^\/api\/my-sittings\//, "sitting"],
  [/^\/api\/results\//, "result"],
  [/^\/api\/talent-cycles\//, "talent_cycle"],
];

/** Whose parameter is no row of an agency's table; failed-jobs.int.test.ts looks at them. */
const elsewhere = /^\/api\/failed-jobs\//;
/** What a route asks for besides, without which it would answer that the question is incomplete. */
const questions: Record<string, string> = { "/api/assessments/:id/outage": "?fromMs=0&toMs=60000" };

function targets(route: DeclaredRoute): string[] {
  if (elsewhere.test(route.path)) return [];
  if (!route.path.includes(":")) return [route.path];
  const table = tableOfParameter.find(([prefix]) => prefix.test(route.path))?.[1];
  if (table === undefined) throw new Error(`say which table the parameter of ${route.path} names`);
  const employeeId = ids.get("employee")?.[0] ?? "";
  return (ids.get(table) ?? []).slice(0, 2).map((id) => `${route.path.replace(":employeeId", employeeId).replace(/:[A-Za-z]+/, id)}${questions[route.path] ?? ""}`);
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

  it("change none of it, at any route and in any role", async () => {
    const before = await withClient(app.database.ownerUrl, fingerprint);
    const entered: string[] = [];
    for (const route of routes.filter(({ method, path }) => method !== "GET" && path.includes(":"))) {
      for (const path of targets(route)) {
        for (const { role, http } of strangers) {
          const answer = await http.request(route.method, path, {});
          if (answer.status < 400 || answer.status >= 500) entered.push(`${route.method} ${route.path} answers a ${role} ${answer.status}`);
        }
      }
    }
    expect(entered).toEqual([]);
    expect(await withClient(app.database.ownerUrl, fingerprint)).toBe(before);
  }, 120_000);
});

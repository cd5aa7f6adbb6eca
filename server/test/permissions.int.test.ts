/** Every route and socket message × every role × two agencies, against the one permission table and docs/permissions.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { permissions, roles, rolesMay, type Permission, type Role } from "@kompeten/shared/contracts/permissions";
import { Desk } from "../src/delivery/index.ts";
import { sessionCookie } from "../src/platform/auth/index.ts";
import { repositoryRoot } from "../src/platform/config/folders.ts";
import { newId, UnitOfWork } from "../src/platform/index.ts";
import { newAccount } from "./identity.builders.ts";
import { TestApp, type HttpClient } from "./harness.ts";
import { pathOf, undescribed, type ApiDocument } from "./described.ts";
import { declaredMessages, declaredRoutes, permissionTable, type DeclaredRoute } from "./routes.ts";

type Person = { role: Role; agencyId: string; accountId: string; http: HttpClient };

let app: TestApp;
let routes: DeclaredRoute[];
const people: Person[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  routes = declaredRoutes(app);
  for (const agencyId of [await app.newAgency(), await app.newAgency()]) {
    for (const role of roles) {
      const { accountId, login, password } = await newAccount(app, { agencyId, roles: [role] });
      people.push({ role, agencyId, accountId, http: await app.http().signIn(login, password) });
    }
  }
}, 120_000);
afterAll(() => app?.stop());

function fill(path: string): string {
  return path.replaceAll(/:[A-Za-z]+/g, () => newId());
}

/** Signing out in the middle of the walk would end it. */
function endsTheSession(route: DeclaredRoute): boolean {
  return route.method === "DELETE" && /^\/api\/sessions?$/.test(route.path);
}

describe("permissions", () => {
  it("are declared on every route and message, and the page in docs/ says the same", () => {
    const messages = declaredMessages(app);
    expect(routes.length).toBeGreaterThan(5);
    expect([...routes, ...messages].filter((entry) => entry.permission === undefined)).toEqual([]);
    const page = join(repositoryRoot, "docs", "permissions.md");
    const expected = permissionTable(routes, messages);
    if (process.env["UPDATE_DOCS"]) writeFileSync(page, expected);
    expect(readFileSync(page, "utf8")).toBe(expected);
  });

  it("open each route to exactly the roles of the table, in both agencies", async () => {
    const units = app.get(UnitOfWork);
    const entered = vi.spyOn(units, "run");
    const opened = vi.spyOn(app.get(Desk), "open");
    const wrong: string[] = [];
    for (const route of routes) {
      if (route.permission === "open" || route.permission === undefined || endsTheSession(route)) continue;
      for (const person of people) {
        entered.mockClear();
        opened.mockClear();
        const answer = await person.http.request(route.method, fill(route.path));
        // A handler runs in a unit of work of its actor, or asks the desk, which reads for many at once; the guard stands before it. An upload is read, and found missing, between the two.
        const inside = answer.status === 400 || opened.mock.calls.some(([actor]) => actor.accountId === person.accountId) || entered.mock.calls.some(([scope]) => scope.accountId === person.accountId && scope.agencyId === person.agencyId);
        const may = rolesMay([person.role], route.permission);
        if (inside !== may) wrong.push(`${route.method} ${route.path} as ${person.role}: ${inside ? "entered" : "refused"}, expected ${may ? "entry" : "refusal"} (${answer.status})`);
        if (!may && (answer.status !== 404 || answer.body.code !== "not-found")) wrong.push(`${route.method} ${route.path} as ${person.role}: refused with ${answer.status} ${answer.body.code}`);
        if (answer.status >= 500) wrong.push(`${route.method} ${route.path} as ${person.role}: ${answer.status}`);
      }
    }
    entered.mockRestore();
    opened.mockRestore();
    expect(wrong).toEqual([]);
  }, 240_000);

  it("stand before exactly the routes that /api/docs describes", async () => {
    const { status, body } = await app.http().get("/api/docs-json");
    expect(status).toBe(200);
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(described.toSorted()).toEqual(routes.map((route) => `${route.method} ${pathOf(route)}`).toSorted());
    // What is asked after the question mark comes from the schema that validates it: a few that must be there.
    const asked = (path: string) => (body.paths[path].get.parameters as { in: string; name: string }[]).filter((one) => one.in === "query").map(({ name }) => name);
    expect(asked("/api/employees")).toEqual(expect.arrayContaining(["search", "page", "pageSize"]));
    expect(asked("/api/audit")).toEqual(expect.arrayContaining(["person", "from", "to", "page"]));
    for (const path of ["/api/accounts", "/api/employees/export", "/api/employees/template", "/api/audit/export", "/api/results", "/api/configurations", "/api/attempts/{id}"]) expect([path, asked(path).length]).not.toEqual([path, 0]);
    const page = await app.http().get("/api/docs");
    expect(page.status).toBe(200);
    expect(page.body).toContain("Kompeten API");
  });

  it("are said of each route at /api/docs, with what it takes and what it answers", async () => {
    const document = (await app.http().get("/api/docs-json")).body as ApiDocument;
    expect(document.components.securitySchemes).toEqual({ session: { type: "apiKey", in: "cookie", name: sessionCookie } });
    expect(undescribed(document, routes)).toEqual([]);
    // And the walk sees: each of these faults is found, at its route, and nothing else.
    const body = (spoiled: ApiDocument) => spoiled.paths["/api/accounts"]?.["post"];
    const upload = (spoiled: ApiDocument) => spoiled.paths["/api/employees/imports"]?.["post"];
    const faults: [string, (spoiled: ApiDocument) => unknown][] = [
      ["POST /api/accounts takes a body that is not described", (spoiled) => delete body(spoiled)?.requestBody],
      ["POST /api/accounts takes a body that is not described", (spoiled) => (body(spoiled)!.requestBody!.content["application/json"]!.schema = {})],
      ["POST /api/employees/imports takes a file whose field and media types are not described", (spoiled) => delete upload(spoiled)?.requestBody],
      ["POST /api/employees/imports takes a file whose field and media types are not described", (spoiled) => delete upload(spoiled)!.requestBody!.content["multipart/form-data"]!.encoding],
      ["DELETE /api/session takes no body, and one is described", (spoiled) => (spoiled.paths["/api/session"]!["delete"]!.requestBody = body(spoiled)!.requestBody!)],
      ["GET /api/results/export.csv answers 200 without a schema", (spoiled) => (spoiled.paths["/api/results/export.csv"]!["get"]!.responses["200"] = {})],
      ["POST /api/accounts answers 201, which is not described", (spoiled) => delete body(spoiled)!.responses["201"]],
      ["POST /api/accounts is account.manage, and its security is []", (spoiled) => delete body(spoiled)?.security],
      ['GET /api/health is open, and its security is [{"session":[]}]', (spoiled) => (spoiled.paths["/api/health"]!["get"]!.security = [{ session: [] }])],
      ["GET /api/health is not there", (spoiled) => delete spoiled.paths["/api/health"]],
    ];
    for (const [fault, spoil] of faults) {
      const spoiled = structuredClone(document);
      spoil(spoiled);
      expect(undescribed(spoiled, routes)).toEqual([fault]);
    }
  });

  it("refuse everybody who is not signed in", async () => {
    const stranger = app.http();
    for (const route of routes.filter(({ permission }) => permission !== "open")) {
      expect([route.path, (await stranger.request(route.method, fill(route.path))).status]).toEqual([route.path, 401]);
    }
  });

  it("give every permission to somebody and withhold all but the common ones from somebody", () => {
    for (const permission of Object.keys(permissions) as Permission[]) {
      expect(permissions[permission].length).toBeGreaterThan(0);
      if (permission !== "session.own") expect(roles.some((role) => !rolesMay([role], permission))).toBe(true);
    }
  });
});

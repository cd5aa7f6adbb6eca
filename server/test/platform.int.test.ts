import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { sql } from "kysely";
import { PgBoss } from "pg-boss";
import { Audit, UnitOfWork } from "../src/platform/index.ts";
import { newId } from "../src/platform/index.ts";
import { Jobs } from "../src/platform/jobs/jobs.ts";
import { TestApp, withClient } from "./harness.ts";
import { signedIn } from "./identity.builders.ts";

let app: TestApp;
let east: string;
let islands: string;
beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  islands = await app.newAgency();
});
afterAll(() => app?.stop());

const unit = (agencyId: string) => ({ id: newId(), agency_id: agencyId, name: `Biro ${newId()}` });

describe("tenancy", () => {
  it("shows each agency its own rows, and nothing without an agency", async () => {
    const insert = (agencyId: string) =>
      app.run({ agencyId, accountId: null }, (em) => em.getKysely().insertInto("organisation_unit" as never).values(unit(agencyId) as never).execute());
    await insert(east);
    await insert(islands);
    const count = (agencyId: string | null) =>
      app.run({ agencyId, accountId: null }, async (em) => (await sql<{ n: number }>`select count(*)::int as n from organisation_unit`.execute(em.getKysely())).rows[0]?.n);
    expect(await count(east)).toBe(1);
    expect(await count(islands)).toBe(1);
    expect(await count(null)).toBe(0);
    const outside = app.app.orm.em.fork().getKysely();
    expect((await sql<{ n: number }>`select count(*)::int as n from organisation_unit`.execute(outside)).rows[0]?.n).toBe(0);
  });

  it("refuses a row of another agency", async () => {
    const deed = app.run({ agencyId: east, accountId: null }, (em) => em.getKysely().insertInto("organisation_unit" as never).values(unit(islands) as never).execute());
    await expect(deed).rejects.toThrow(/row-level security/);
  });

  it("gives every table with an agency a forced policy", async () => {
    const rows = await withClient(app.database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string; safe: boolean }>(
        `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as safe
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id'
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'session'`,
      );
      return rows;
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !row.safe)).toEqual([]);
  });

  it("keeps parallel units of work apart", async () => {
    const units = app.get(UnitOfWork);
    const seen = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const agencyId = index % 2 === 0 ? east : islands;
        const rows = await units.run({ agencyId, accountId: null }, async (em) => (await sql<{ agency_id: string }>`select agency_id from organisation_unit`.execute(em.getKysely())).rows);
        return rows.every((row) => row.agency_id === agencyId);
      }),
    );
    expect(seen).not.toContain(false);
  });
});

describe("units of work", () => {
  it("lets more people at once than there are connections look at their session", async () => {
    const client = await signedIn(app, { agencyId: await app.newAgency(), roles: ["official"] });
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await client.get("/api/session")).status));
    expect(statuses).toEqual(Array.from({ length: 40 }, () => 200));
  });

  it("gives a timer that was set in a unit one of its own, once that unit has ended", async () => {
    const scope = { agencyId: islands, accountId: null };
    const count = async () => app.run(scope, async (em) => (await sql<{ n: number }>`select count(*)::int as n from organisation_unit`.execute(em.getKysely())).rows[0]?.n);
    let late: Promise<number | undefined> | undefined;
    await app.run(scope, async () => void (late = new Promise((resolve) => setTimeout(resolve, 50)).then(count)));
    expect(await late).toBe(1);
  });
});

describe("audit", () => {
  it("chains entries and takes them back with their transaction", async () => {
    const audit = app.get(Audit);
    const scope = { agencyId: east, accountId: null };
    const entry = { action: "test.thing.done", subjectKind: "thing", subjectId: "1" };
    await app.run(scope, () => audit.record(entry));
    await expect(app.run(scope, async () => { await audit.record(entry); throw new Error("no"); })).rejects.toThrow("no");
    await app.run(scope, () => audit.record(entry));
    const seqs = await app.run(scope, async (em) => (await sql<{ seq: string }>`select seq::text from audit_entry order by seq`.execute(em.getKysely())).rows.map((row) => row.seq));
    expect(seqs).toEqual(["1", "2"]);
  });

  it("cannot be changed, by the owner either", async () => {
    await withClient(app.database.ownerUrl, async (client) => {
      await expect(client.query("update audit_entry set action = 'a.b'")).rejects.toThrow(/append-only/);
      await expect(client.query("delete from audit_entry")).rejects.toThrow(/append-only/);
      await expect(client.query("truncate audit_entry")).rejects.toThrow(/append-only/);
    });
  });
});

describe("health and errors", () => {
  it("is ready when database, migrations and jobs are", async () => {
    const answer = await app.http().get("/api/health");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("calls jobs ready only once each kind has its worker", async () => {
    const jobs = new Jobs(app.app.orm.em, app.get(UnitOfWork));
    const seen: boolean[] = [];
    for (const name of ["uji.satu", "uji.dua"]) jobs.handle(name, async () => {});
    const work = vi.spyOn(PgBoss.prototype, "work").mockImplementation(async () => {
      seen.push(jobs.ready);
      return "";
    });
    await jobs.start(app.database.appUrl);
    work.mockRestore();
    expect([...seen, jobs.ready]).toEqual([false, false, true]);
    await jobs.onApplicationShutdown();
    expect(jobs.ready).toBe(false);
  });

  it("is not ready while jobs do not run, a migration is pending or the database is gone, and says which", async () => {
    const health = async () => {
      const { status, body } = await app.http().get("/api/health");
      return [status, body.detail ?? body.status];
    };
    const ready = [200, "ready"];
    const jobs = app.get(Jobs);
    await jobs.onApplicationShutdown();
    expect(await health()).toEqual([503, "jobs are not running"]);
    await jobs.start(app.database.appUrl);
    expect(await health()).toEqual(ready);

    const last = "Migration20261126_90_append_in_sets";
    const forgotten = await withClient(app.database.ownerUrl, (client) => client.query("delete from mikro_orm_migrations where name = $1", [last]));
    expect([forgotten.rowCount, await health()]).toEqual([1, [503, `migrations are pending: ${last}`]]);
    await withClient(app.database.ownerUrl, (client) => client.query("insert into mikro_orm_migrations (name) values ($1)", [last]));
    expect(await health()).toEqual(ready);

    // As far as this process can see, that is a database that stopped; sigkill.int.test.ts stops one for real.
    const name = new URL(app.database.ownerUrl).pathname.slice(1);
    await withClient(inject("ownerUrl"), async (client) => {
      await client.query(`alter database ${name} allow_connections false`);
      await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
      expect(await health()).toEqual([503, "the database does not answer"]);
      await client.query(`alter database ${name} allow_connections true`);
    });
    await vi.waitFor(async () => expect(await health()).toEqual(ready), { timeout: 10_000 });
  });

  it("says that a character cannot be stored, instead of breaking on it", async () => {
    const http = await signedIn(app, { agencyId: east, roles: ["organiser", "administrator"] });
    const odd = "a\u0000b";
    const answers = [
      await app.http().post("/api/session", { login: odd, password: "x" }),
      await http.get("/api/employees?search=%00"),
      await http.get("/api/accounts?search=%00"),
      await http.post("/api/accounts", { login: "orang.baru", name: odd, roles: ["auditor"], basis: "Surat tugas uji" }),
    ];
    for (const { status, body } of answers) expect({ status, code: body.code }).toEqual({ status: 400, code: "invalid-input" });
  });

  it("describes an unknown path as a problem", async () => {
    const answer = await app.http().get("/api/nope");
    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe("not-found");
  });
});

/** The program as an operator meets it: started, asked for its health, stopped, refused. Needs the build that `npm test` makes first. */
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repositoryRoot } from "../src/platform/config/folders.ts";
import { isAlive } from "../src/platform/config/processes.ts";
import { freePort, startEmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { HttpClient, newDatabase, testSecret, withClient, type TestDatabase } from "./harness.ts";
import { startProgram, until, type Program } from "./program.ts";

let database: TestDatabase;
let dir: string;
const running: Program[] = [];
beforeEach(async () => {
  database = await newDatabase();
  dir = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "kompeten-start-"));
  chmodSync(dir, 0o755);
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.child.kill("SIGINT");
    await program.ended;
  }
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

function start(env: Record<string, string>): Program {
  const program = startProgram(env);
  running.push(program);
  return program;
}

const production = () => ({ DATABASE_URL: database.ownerUrl, KOMPETEN_SECRET: testSecret });

describe("starting and stopping", () => {
  it("serves on a database of one's own without making anybody up, and ends cleanly on Ctrl-C", async () => {
    const port = await freePort();
    const program = start({ ...production(), PORT: String(port) });
    const health = () => fetch(`http://127.0.0.1:${port}/api/health`).then(({ status }) => status, () => 0);
    await until(async () => (await health()) === 200, 30_000);
    const demo = await fetch(`http://127.0.0.1:${port}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: "admin.jatim", password: "kompeten-demo-2026" }),
    });
    expect(demo.status).toBe(401);
    expect(program.said()).not.toContain("kompeten-demo");
    program.child.kill("SIGINT");
    expect(await program.ended).toBe(0);
    expect(await health()).toBe(0);
  }, 60_000);

  it("serves the page, its parts and what describes the interface from the files of the build", async () => {
    const port = await freePort();
    const program = start({ ...production(), PORT: String(port) });
    const get = (path: string, encoding = "identity") => fetch(`http://127.0.0.1:${port}${path}`, { headers: { "accept-encoding": encoding } });
    await until(() => program.said().includes("Kompeten is ready"), 30_000);
    const page = await (await get("/peserta")).text();
    // J10: no state is ever in it, so that a page that a browser restores can show and send none of another time.
    expect(page).toBe(readFileSync(join(repositoryRoot, "client", "dist", "index.html"), "utf8"));
    const attempt = await get("/pengerjaan/01a21b03-fa85-7df0-8bf7-60f41078f0c7");
    expect([await attempt.text(), attempt.headers.get("cache-control")]).toEqual([page, "no-cache"]);
    const part = /\/assets\/base-[\w-]+\.js/.exec(page)?.[0] ?? "no part";
    const sent = await get(part, "br");
    expect([sent.status, sent.headers.get("content-encoding"), sent.headers.get("cache-control")]).toEqual([200, "br", "public, max-age=31536000, immutable"]);
    expect((await get("/sitting-worker.js")).headers.get("cache-control")).toBe("no-cache");
    expect((await get("/assets/gone.js")).status).toBe(404);
    const outside = await get("/assets/..%2f..%2fpackage.json");
    expect(outside.status).toBe(404);
    const described = (await (await get("/api/docs-json")).json()) as { paths: object };
    expect(Object.keys(described.paths).length).toBeGreaterThan(100);
    expect((await get("/api/docs/swagger-ui.css")).status).toBe(200);
  }, 60_000);

  it("lets one instance hold a data folder, keeps the data for the next start, which is ready within 15 s, and takes its database along when it is stopped", async () => {
    const data = join(dir, "data");
    const ports = [String(await freePort()), String(await freePort())];
    mkdirSync(data, { mode: 0o755 });
    // At the same moment, and once more when it runs.
    const rivals = ports.map((PORT) => start({ KOMPETEN_DATA_DIR: data, PORT, KOMPETEN_DEMONSTRATION: "small" }));
    const refused = await Promise.race(rivals.map((rival) => rival.ended.then(() => rival)));
    const first = rivals.find((rival) => rival !== refused) as Program;
    const port = ports[rivals.indexOf(first)] as string;
    const url = `http://127.0.0.1:${port}`;
    const postmaster = join(data, "postgres", "postmaster.pid");
    await until(() => existsSync(postmaster) && first.said().includes("demonstration"), 40_000);
    const second = start({ KOMPETEN_DATA_DIR: data, PORT: String(await freePort()) });
    for (const { ended, said } of [refused, second]) {
      expect(await ended).toBe(1);
      expect(said().trim()).toMatch(new RegExp(`^Kompeten cannot start: another Kompeten \\(process ${first.child.pid}\\) is already using the data folder .*$`));
    }

    await until(() => first.said().includes("Kompeten is ready"), 280_000);
    const printed = first.said().slice(first.said().indexOf("Demonstration sign-ins"));
    const administrator = await new HttpClient(url).signIn("admin.jatim", "kompeten-demo-2026");
    const made = await administrator.post("/api/accounts", { login: "pegawai.baru", name: "Pegawai Baru", roles: ["auditor"], basis: "Surat tugas uji" });
    expect(made.status).toBe(201);
    const pid = Number(readFileSync(postmaster, "utf8").split("\n")[0]);
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    await until(() => !isAlive(pid), 10_000);
    expect(existsSync(join(data, "kompeten.pid"))).toBe(false);

    const startedMs = performance.now();
    const again = start({ KOMPETEN_DATA_DIR: data, PORT: port });
    await until(() => again.said().includes("Kompeten is ready"), 60_000);
    const seconds = (performance.now() - startedMs) / 1000;
    console.log(`the second start was ready after ${seconds.toFixed(1)} s`);
    expect(again.said()).not.toContain("Setting up the demonstration");
    expect(again.said()).toBe(printed);
    // The session of before, and what was made in it.
    const found = await administrator.get("/api/accounts?search=pegawai.baru");
    expect([found.status, found.body.total]).toEqual([200, 1]);
    expect(seconds).toBeLessThan(15);
  }, 420_000);
});

/** The same URL with parts of it exchanged. */
function at(url: string, change: { user?: string; password?: string; database?: string; port?: string }): string {
  const changed = new URL(url);
  if (change.user !== undefined) changed.username = change.user;
  if (change.password !== undefined) changed.password = change.password;
  if (change.database !== undefined) changed.pathname = `/${change.database}`;
  if (change.port !== undefined) changed.port = change.port;
  return changed.toString();
}

// Each starts the program, some several times.
describe("a wrong setting", { timeout: 90_000 }, () => {
  const password = "sangat-rahasia-9271";

  /** Ends with 1, says one line and in it neither a stack nor a password. */
  async function refused(env: Record<string, string>): Promise<string> {
    const program = start({ KOMPETEN_DATA_DIR: join(dir, "data"), PORT: String(await freePort()), ...env });
    const code = await program.ended;
    const said = program.said().trim();
    expect({ said, code }).toMatchObject({ code: 1 });
    expect(said.split("\n")).toEqual([expect.stringMatching(/^Kompeten cannot start: /)]);
    for (const secret of [password, new URL(database.ownerUrl).password, testSecret]) expect(said).not.toContain(secret);
    return said;
  }

  it.each([["0x10"], ["70000"]])("PORT=%s", async (port) => {
    expect(await refused({ PORT: port })).toMatch(/PORT: must be a whole number from 1 to 65535$/);
  });

  it("a port that another program holds", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    try {
      expect(await refused({ PORT: String(port) })).toContain(`PORT: ${port} is taken by another program`);
    } finally {
      other.close();
    }
  });

  // 203.0.113.0/24 is nobody's (RFC 5737), and no name ends in .invalid (RFC 2606).
  it.each([["203.0.113.9"], ["no-such-host.invalid"]])("HOST=%s", async (host) => {
    expect(await refused({ HOST: host })).toMatch(/HOST: .* is no address of this machine/);
  });

  it("a data folder that cannot be used", async () => {
    expect(await refused({ KOMPETEN_DATA_DIR: "/proc" })).toMatch(/KOMPETEN_DATA_DIR: \/proc cannot be used/);
    const file = join(dir, "file");
    writeFileSync(file, "");
    expect(await refused({ KOMPETEN_DATA_DIR: file })).toMatch(/KOMPETEN_DATA_DIR: .* cannot be used/);
    expect(await refused({ KOMPETEN_DATA_DIR: join(file, "below") })).toMatch(/KOMPETEN_DATA_DIR: .* cannot be used/);
    mkdirSync(join(dir, "data", "secret"), { recursive: true });
    expect(await refused({})).toMatch(/KOMPETEN_DATA_DIR: .* cannot be used: EISDIR/);
  }, 60_000);

  it("a data folder that may not be written to", async ({ skip }) => {
    if (process.getuid?.() === 0) skip("root may write everywhere");
    mkdirSync(join(dir, "data"), { mode: 0o555 });
    expect(await refused({})).toMatch(/KOMPETEN_DATA_DIR: .* cannot be used: EACCES/);
  });

  it("a data folder that is closed to the user whom the database runs as", async ({ skip }) => {
    if (process.getuid?.() !== 0) skip("only root runs the database as another user");
    mkdirSync(join(dir, "data"), { mode: 0o700 });
    expect(await refused({})).toContain(`started as root, so the database runs as another user, which cannot enter ${join(dir, "data")}`);
    expect(statSync(join(dir, "data")).mode & 0o777).toBe(0o700);
  });

  it("a database in the data folder that PostgreSQL cannot read", async () => {
    mkdirSync(join(dir, "data", "postgres"), { recursive: true });
    writeFileSync(join(dir, "data", "postgres", "PG_VERSION"), "9\n");
    writeFileSync(join(dir, "data", "postgres-password"), password);
    expect(await refused({})).toMatch(/KOMPETEN_DATA_DIR: the database in .* ended at once/);
  });

  it("no KOMPETEN_SECRET beside a DATABASE_URL", async () => {
    expect(await refused({ DATABASE_URL: database.ownerUrl })).toMatch(/KOMPETEN_SECRET: must be set/);
  });

  it.each([
    ["no URL", `postgresql://u:${password}@h:notaport/db`, /DATABASE_URL: must look like postgresql:\/\//],
    ["no URL", "postgresql://%", /DATABASE_URL: must look like postgresql:\/\//],
    ["nobody there", `postgresql://nobody:${password}@127.0.0.1:1/none`, /DATABASE_URL: cannot connect: .*ECONNREFUSED/],
    ["no such host", `postgresql://nobody:${password}@no-such-host.invalid/none`, /DATABASE_URL: cannot connect: .*(ENOTFOUND|EAI_AGAIN)/],
  ])("DATABASE_URL: %s (%s)", async (_, url, message) => {
    expect(await refused({ DATABASE_URL: url, KOMPETEN_SECRET: testSecret })).toMatch(message);
  });

  it("DATABASE_URL: a wrong password, a missing database", async () => {
    expect(await refused({ ...production(), DATABASE_URL: at(database.ownerUrl, { password }) })).toMatch(/DATABASE_URL: cannot connect: password authentication failed/);
    expect(await refused({ ...production(), DATABASE_URL: at(database.ownerUrl, { database: "tidak_ada" }) })).toMatch(/DATABASE_URL: cannot connect: database "tidak_ada" does not exist/);
  });

  it("DATABASE_URL: an owner who may not make the application's role", async () => {
    const name = `poor_${Date.now()}`;
    await withClient(database.ownerUrl, async (client) => {
      await client.query(`create role ${name} login nosuperuser nocreaterole password '${password}'`);
      await client.query(`create database ${name} owner ${name}`);
    });
    try {
      const poor = at(database.ownerUrl, { user: name, password, database: name });
      expect(await refused({ ...production(), DATABASE_URL: poor })).toMatch(/DATABASE_URL: this role may not prepare the database; it must own it and have CREATEROLE/);
    } finally {
      await withClient(database.ownerUrl, async (client) => {
        await client.query(`drop database ${name} with (force)`);
        await client.query(`drop role ${name}`);
      });
    }
  });

  it("DATABASE_APP_URL: nobody there, a wrong password, an owner, another database", async () => {
    const refusedApp = (url: string) => refused({ ...production(), DATABASE_APP_URL: url });
    expect(await refusedApp(`postgresql://u:${password}@h:notaport/db`)).toMatch(/DATABASE_APP_URL: must look like/);
    expect(await refusedApp(at(database.appUrl, { port: "1" }))).toMatch(/DATABASE_APP_URL.*: cannot connect: .*ECONNREFUSED/);
    expect(await refusedApp(at(database.appUrl, { password }))).toMatch(/DATABASE_APP_URL.*: cannot connect: password authentication failed/);
    expect(await refusedApp(database.ownerUrl)).toMatch(/DATABASE_APP_URL: this role is superuser/);
    expect(await refusedApp(at(database.appUrl, { database: "postgres" }))).toMatch(/DATABASE_APP_URL: this role may not read the tables of the database that DATABASE_URL names/);
  }, 60_000);
});

it("leaves alone a process that only has the number of a database that ended", async () => {
  const settings = { fsync: "off" };
  const data = join(dir, "data");
  const stranger = spawn("sleep", ["60"]);
  await (await startEmbeddedPostgres({ dir: data, settings })).stop();
  writeFileSync(join(data, "postgres", "postmaster.pid"), `${stranger.pid}\n${join(data, "postgres")}\n`);
  const postgres = await startEmbeddedPostgres({ dir: data, settings });
  try {
    expect(isAlive(stranger.pid ?? 0) && stranger.exitCode === null && stranger.signalCode === null).toBe(true);
  } finally {
    await postgres.stop();
    stranger.kill();
  }
}, 60_000);

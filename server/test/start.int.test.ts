/** The program as an operator meets it: started, asked for its health, stopped, refused. Needs the build that `npm test` makes first. */
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repositoryRoot } from "../src/platform/config/config.ts";
import { freePort, isAlive } from "../src/platform/database/embedded-postgres.ts";
import { newDatabase, type TestDatabase } from "./harness.ts";

type Program = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

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
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(repositoryRoot, "server", "dist", "main.js")], { env: { ...inherited, NODE_ENV: "", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const program = { child, said: () => text, ended };
  running.push(program);
  return program;
}

async function until(what: () => Promise<boolean> | boolean, limitMs: number): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; ) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("waited in vain");
}

const production = () => ({ DATABASE_URL: database.ownerUrl, KOMPETEN_SECRET: "a secret for tests only, 32 characters long" });

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

  it.each([
    [{ PORT: "abc" }, /PORT: must be a whole number/],
    [{ DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none", KOMPETEN_SECRET: "x".repeat(32) }, /DATABASE_URL: cannot connect/],
    [{ DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none" }, /KOMPETEN_SECRET: must be set/],
  ])("says in one line what is wrong with %j", async (env, message) => {
    const program = start({ KOMPETEN_DATA_DIR: join(dir, "data"), ...env });
    expect(await program.ended).toBe(1);
    expect(program.said().trim().split("\n")).toHaveLength(1);
    expect(program.said()).toMatch(message);
  });

  it("lets one instance hold a data folder, and takes its database along when it is stopped", async () => {
    const data = join(dir, "data");
    mkdirSync(data, { mode: 0o755 });
    const first = start({ KOMPETEN_DATA_DIR: data, PORT: String(await freePort()) });
    const postmaster = join(data, "postgres", "postmaster.pid");
    await until(() => existsSync(postmaster) && first.said().includes("demonstration"), 40_000);
    const pid = Number(readFileSync(postmaster, "utf8").split("\n")[0]);
    const second = start({ KOMPETEN_DATA_DIR: data, PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/another Kompeten \(process \d+\) is already using the data folder/);
    first.child.kill("SIGINT");
    await first.ended;
    await until(() => !isAlive(pid), 10_000);
    expect(existsSync(join(data, "kompeten.pid"))).toBe(false);
  }, 90_000);
});

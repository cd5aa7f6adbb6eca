/** What is measured: a cluster with default durability on an ordinary disk, and the server's own program as a process of its own. */
import { execFile, fork, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { built, repositoryRoot, serverProgram } from "./built.ts";
import type { Seeded, Wanted } from "./seed.ts";

const { freePort, startEmbeddedPostgres } = await built<typeof import("../../server/src/platform/database/embedded-postgres.ts")>("platform/database/embedded-postgres");
const { prepareDatabase } = await built<typeof import("../../server/src/platform/database/prepare.ts")>("platform/database/prepare");

const secret = "a secret for benchmarks only, 32 characters long";
const startLimitMs = 60_000;
const outputBytesMax = 64 * 1024 * 1024;

/** Whatever ends this program ends what it has started, too. */
const children = new Set<ChildProcess>();
process.on("exit", () => children.forEach((child) => child.kill("SIGKILL")));

/** Ends what a scenario that broke off has left running. */
export async function endLeftovers(): Promise<void> {
  await Promise.all([...children].map((child) => ended(child, "SIGKILL")));
}

function remembered<T extends ChildProcess>(child: T): T {
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

export type RunningServer = { url: string; pid: number; stop: () => Promise<void> };

export class Installation {
  readonly dir: string;
  readonly ownerUrl: string;
  readonly postgresPid: number;
  private readonly appUrl: string;
  private readonly stopPostgres: () => Promise<void>;

  private constructor(given: { dir: string; ownerUrl: string; appUrl: string; stopPostgres: () => Promise<void> }) {
    this.dir = given.dir;
    this.ownerUrl = given.ownerUrl;
    this.appUrl = given.appUrl;
    this.stopPostgres = given.stopPostgres;
    this.postgresPid = Number(readFileSync(join(given.dir, "database", "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  }

  static async make(): Promise<Installation> {
    const dir = mkdtempSync(join(ordinaryDisk(), "kompeten-bench-"));
    // Started as root, the database runs as somebody else, who must be able to enter.
    chmodSync(dir, 0o755);
    const postgres = await startEmbeddedPostgres({ dir: join(dir, "database") });
    const admin = new pg.Client({ connectionString: postgres.ownerUrl("postgres") });
    await admin.connect();
    await admin.query("create database kompeten");
    await admin.end();
    const ownerUrl = postgres.ownerUrl("kompeten");
    const appUrl = await prepareDatabase({ ownerUrl, appUrl: undefined, secret });
    return new Installation({ dir, ownerUrl, appUrl, stopPostgres: postgres.stop });
  }

  async seed(wanted: Omit<Wanted, "ownerUrl" | "appUrl" | "secret">): Promise<Seeded> {
    const given: Wanted = { ...wanted, ownerUrl: this.ownerUrl, appUrl: this.appUrl, secret };
    const seeding = promisify(execFile)(process.execPath, [join(import.meta.dirname, "seed.ts"), JSON.stringify(given)], { maxBuffer: outputBytesMax });
    remembered(seeding.child);
    const { stdout } = await seeding;
    return JSON.parse(stdout) as Seeded;
  }

  /** NODE_OPTIONS for the server alone can be given in BENCH_SERVER_OPTIONS, e.g. --cpu-prof. */
  async startServer(): Promise<RunningServer> {
    const port = await freePort();
    const env = { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", DATABASE_URL: this.ownerUrl, KOMPETEN_SECRET: secret, KOMPETEN_DATA_DIR: join(this.dir, "files"), LOG_LEVEL: "warn" };
    const options = process.env["BENCH_SERVER_OPTIONS"]?.split(" ") ?? [];
    const child = remembered(spawn(process.execPath, [...options, serverProgram], { env, stdio: ["ignore", "pipe", "pipe"] }));
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-4_000);
        if (process.env["BENCH_SERVER_LOG"]) process.stderr.write(chunk);
      });
    }
    const url = `http://127.0.0.1:${port}`;
    for (let waited = 0; waited < startLimitMs; waited += 100) {
      if (await fetch(`${url}/api/health`).then((answer) => answer.ok, () => false)) return { url, pid: child.pid ?? 0, stop: () => ended(child, "SIGTERM") };
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await ended(child, "SIGKILL");
    throw new Error(`the server does not answer: ${said}`);
  }

  async remove(): Promise<void> {
    await this.stopPostgres();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** A bare Socket.IO echo server in a process of its own; with a database's URL, one that answers after the commit of a plain row. */
export async function startEcho(durableUrl?: string): Promise<RunningServer> {
  const env = { ...process.env, ...(durableUrl === undefined ? {} : { DURABLE_URL: durableUrl }) };
  const child = remembered(fork(join(import.meta.dirname, "echo-server.ts"), { stdio: "inherit", env }));
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once("message", (message) => resolve(message as { port: number }));
    child.once("exit", () => reject(new Error("the echo server ended")));
  });
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => ended(child, "SIGTERM") };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const kill = setTimeout(() => child.kill("SIGKILL"), 20_000);
    child.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill(signal);
  });
}

const memoryDisks = [0x01021994, 0x858458f6]; // tmpfs, ramfs

/** A folder where a commit reaches a disk: on a memory disk, durability would cost nothing. */
function ordinaryDisk(): string {
  const found = [tmpdir(), "/var/tmp", repositoryRoot].find((dir) => !memoryDisks.includes(statfsSync(dir).type));
  if (found === undefined) throw new Error("no ordinary disk found; set TMPDIR to a folder on one");
  return found;
}

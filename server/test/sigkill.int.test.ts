/**
 * A server killed with SIGKILL, and its database with it, while 200 candidates answer: after the restart every acknowledged
 * operation is in the journal exactly once (J2, J3, J4). Real server process, real fsync, real sockets.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Acknowledgement, Operation } from "@kompeten/shared/contracts/delivery";
import { createApp } from "../src/app.ts";
import { brokenAt } from "../src/delivery/journal-chain.ts";
import type { JournalEntryView } from "../src/delivery/index.ts";
import { repositoryRoot } from "../src/platform/config/folders.ts";
import { freePort, startEmbeddedPostgres, type EmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { prepareDatabase } from "../src/platform/database/prepare.ts";
import { Line, newDelivery, respond, started, type Candidate } from "./delivery.builders.ts";
import { TestApp, withClient } from "./harness.ts";

const candidatesCount = 200;
const answeringMs = 5_000;
const secret = "a secret for the killed server, 32 characters";
const program = join(repositoryRoot, "server", "dist", "program", "main.js");

const dir = mkdtempSync(join(tmpdir(), "kompeten-sigkill-"));
let postgres: EmbeddedPostgres;
let server: ChildProcess | undefined;
let url: string;

async function startServer(): Promise<void> {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", DATABASE_URL: postgres.ownerUrl("kompeten"), KOMPETEN_SECRET: secret, KOMPETEN_DATA_DIR: join(dir, "files") };
  let said = "";
  server = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  url = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (await fetch(`${url}/api/health`).then((answer) => answer.ok, () => false)) return;
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server does not answer: ${said}`);
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once("exit", () => resolve())));

/** A browser, as far as its queue goes: nothing leaves the queue but by an acknowledgement (J8). */
class Browser {
  readonly queue: Operation[] = [];
  readonly acknowledged = new Map<string, Extract<Acknowledgement, { ok: true }>>();
  readonly refused: Acknowledgement[] = [];
  line: Line | undefined;
  private answering = true;

  constructor(
    readonly candidate: Candidate,
    readonly attemptId: string,
  ) {}

  async connect(): Promise<void> {
    this.line = await Line.open(url, this.candidate.token);
    await this.line.snapshot(this.attemptId);
  }

  /** Answers items in a random rhythm until the line breaks. */
  async answer(): Promise<void> {
    while (this.answering) {
      for (let count = 1 + Math.floor(Math.random() * 3); count > 0; count--) this.queue.push(respond(`v0${1 + Math.floor(Math.random() * 9)}`, "a"));
      if (!(await this.sendQueue())) return;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
    }
  }

  /** False when the line broke: whatever has no acknowledgement stays in the queue. */
  async sendQueue(): Promise<boolean> {
    const socket = this.line?.socket;
    if (!socket?.connected) return false;
    const sent = this.queue.slice(0, 50);
    const broken = new Promise<undefined>((resolve) => socket.once("disconnect", () => resolve(undefined)));
    const answer = await Promise.race([this.line?.append(this.attemptId, sent), broken]).catch(() => undefined);
    if (!answer) return false;
    for (const one of answer) {
      if (one.ok) this.acknowledged.set(one.opId, one);
      else this.refused.push(one);
    }
    this.queue.splice(0, this.queue.length, ...this.queue.filter(({ opId }) => !this.acknowledged.has(opId)));
    return true;
  }

  stop(): void {
    this.answering = false;
  }
}

let browsers: Browser[] = [];

beforeAll(async () => {
  if (!existsSync(program)) throw new Error("server/dist is missing: run npm run build first");
  chmodSync(dir, 0o755);
  postgres = await startEmbeddedPostgres({ dir: join(dir, "database") });
  await withClient(postgres.ownerUrl("postgres"), (client) => client.query("create database kompeten"));
  const appUrl = await prepareDatabase({ ownerUrl: postgres.ownerUrl("kompeten"), appUrl: undefined, secret });
  // The people and their attempts are made by the application itself, in this process, before the one to be killed starts.
  const inside = await createApp({ databaseUrl: appUrl, secret, logLevels: false });
  const app: TestApp = Object.assign(Object.create(TestApp.prototype) as TestApp, { app: inside, url: "http://unused", database: { ownerUrl: postgres.ownerUrl("kompeten"), appUrl, drop: async () => {} } });
  const delivery = await newDelivery(app, { candidates: candidatesCount, instruments: ["penalaran-umum"] });
  browsers = await Promise.all(delivery.candidates.map(async (candidate) => new Browser(candidate, await started(app, delivery, candidate, "penalaran-umum"))));
  await inside.close();
  await startServer();
}, 120_000);

afterAll(async () => {
  for (const browser of browsers) browser.line?.close();
  if (server) {
    server.kill("SIGTERM");
    await ended(server);
  }
  await postgres?.stop();
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

async function killEverything(): Promise<void> {
  const database = Number(readFileSync(join(dir, "database", "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  server?.kill("SIGKILL");
  process.kill(database, "SIGKILL");
  if (server) await ended(server);
}

describe("a server and a database killed while people answer", () => {
  it("[J2] [J3] [J4] lose nothing that was acknowledged, and settle the rest on the resend", async () => {
    await Promise.all(browsers.map((browser) => browser.connect()));
    const answering = browsers.map((browser) => browser.answer());
    await new Promise((resolve) => setTimeout(resolve, answeringMs));
    await killEverything();
    for (const browser of browsers) browser.stop();
    await Promise.all(answering);
    const acknowledgedBefore = browsers.map((browser) => new Map(browser.acknowledged));
    const total = acknowledgedBefore.reduce((sum, one) => sum + one.size, 0);
    const pending = browsers.reduce((sum, browser) => sum + browser.queue.length, 0);
    expect(total).toBeGreaterThan(candidatesCount * 5);
    expect(pending).toBeGreaterThan(0);
    expect(browsers.flatMap((browser) => browser.refused)).toEqual([]);

    postgres = await startEmbeddedPostgres({ dir: join(dir, "database") });
    await startServer();
    const settled = await settle();
    expect(settled).toEqual({ changed: 0, refused: 0, left: 0 });
    const journals = await readJournals();
    for (const [index, browser] of browsers.entries()) {
      const entries = journals.get(browser.attemptId) ?? [];
      expect(brokenAt(browser.attemptId, entries)).toBeUndefined();
      const times = new Map<string, JournalEntryView[]>();
      for (const entry of entries) times.set(entry.opId, [...(times.get(entry.opId) ?? []), entry]);
      for (const [opId, { seq, atMs }] of [...(acknowledgedBefore[index] ?? []), ...browser.acknowledged]) {
        expect(times.get(opId)?.map((entry) => ({ seq: entry.seq, atMs: entry.atMs }))).toEqual([{ seq, atMs }]);
      }
      // Prepared, notice and start, and then what the browser sent and nothing else.
      expect(entries).toHaveLength(3 + browser.acknowledged.size);
    }
    console.log(`sigkill: ${total} acknowledged before the kill, ${pending} under way settled after it, ${candidatesCount} candidates`);
  }, 120_000);
});

/** After the other test, which needs what is stopped here. */
it("says that it is not ready while its database is stopped", async () => {
  const health = async () => {
    const answer = await fetch(`${url}/api/health`);
    const { status, detail } = (await answer.json()) as { status: string | number; detail?: string };
    return [answer.status, detail ?? status];
  };
  expect(await health()).toEqual([200, "ready"]);
  await postgres.stop();
  expect(await health()).toEqual([503, "the database does not answer"]);
});

/** Every browser comes back, sends what it has left, and asks again about what it had. */
async function settle(): Promise<{ changed: number; refused: number; left: number }> {
  let changed = 0;
  await Promise.all(
    browsers.map(async (browser) => {
      await browser.connect();
      const known = [...browser.acknowledged.values()].slice(-20);
      if (browser.queue.length > 0) await browser.sendQueue();
      const again = await browser.line?.append(browser.attemptId, known.map(({ opId }) => respond("v01", "a", opId)));
      for (const [index, one] of (again ?? []).entries()) if (!one.ok || one.seq !== known[index]?.seq || one.atMs !== known[index]?.atMs) changed++;
    }),
  );
  return { changed, refused: browsers.reduce((sum, browser) => sum + browser.refused.length, 0), left: browsers.reduce((sum, browser) => sum + browser.queue.length, 0) };
}

async function readJournals(): Promise<Map<string, JournalEntryView[]>> {
  const journals = new Map<string, JournalEntryView[]>();
  await withClient(postgres.ownerUrl("kompeten"), async (client) => {
    const { rows } = await client.query<JournalEntryView & { attemptId: string }>(
      `select attempt_id as "attemptId", seq, op_id as "opId", epoch, account_id as "accountId", (extract(epoch from at) * 1000)::float8 as "atMs", kind, body, encode(hash, 'hex') as "hashHex"
       from journal_entry order by attempt_id, seq`,
    );
    for (const { attemptId, ...entry } of rows) journals.set(attemptId, [...(journals.get(attemptId) ?? []), entry]);
  });
  return journals;
}

/** The processes to be killed: two web processes of the built server and a PostgreSQL with real fsync, each started again by itself. */
import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isAlive } from "../../server/src/platform/config/processes.ts";
import { freePort, startEmbeddedPostgres } from "../../server/src/platform/database/embedded-postgres.ts";
import { serverProgram } from "../load/built.ts";

const restartAfterMs = 1_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export class WebProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  /** Starts since the beginning. */
  starts = 0;
  readonly port: number;
  private readonly env: Record<string, string>;
  private readonly inside: readonly string[];
  private readonly logPath: string;

  /** `inside`: modules loaded into the process before the program, for a planted bug or a wrong clock. */
  constructor(given: { port: number; env: Record<string, string>; inside: readonly string[]; logPath: string }) {
    this.port = given.port;
    this.env = given.env;
    this.inside = given.inside;
    this.logPath = given.logPath;
  }

  start(): void {
    this.starts++;
    const loaded = this.inside.flatMap((file) => ["--import", pathToFileURL(file).href]);
    const child = spawn(process.execPath, [...loaded, serverProgram], { env: { ...process.env, ...this.env, NODE_ENV: "production", PORT: String(this.port), HOST: "127.0.0.1" }, stdio: ["ignore", "pipe", "pipe"] });
    this.child = child;
    const log = createWriteStream(this.logPath, { flags: "a" });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.once("close", (code, signal) => {
      log.end(`-- ended: code ${code}, signal ${signal}\n`);
      if (!this.stopping) setTimeout(() => this.stopping || this.start(), restartAfterMs);
    });
  }

  kill(): void {
    this.child?.kill("SIGKILL");
  }

  /** Says of itself that it is well, jobs included. */
  ready(): Promise<boolean> {
    return this.health().then((answer) => answer.ok, () => false);
  }

  /** Answers, whatever it says. */
  listens(): Promise<boolean> {
    return this.health().then(() => true, () => false);
  }

  private health(): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}/api/health`, { signal: AbortSignal.timeout(2_000) });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await Promise.race([ended, pause(15_000)]);
    child.kill("SIGKILL");
  }
}

export class Database {
  private readonly dir: string;
  private stopCluster: () => Promise<void> = async () => {};
  private password = "";
  port = 0;

  constructor(dir: string) {
    this.dir = dir;
  }

  url(database: string): string {
    return `postgresql://kompeten_owner:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    // The web processes know one address: the port stays.
    if (this.port === 0) this.port = await freePort();
    const postgres = await startEmbeddedPostgres({ dir: this.dir, settings: { port: String(this.port) } });
    this.password = postgres.password;
    this.stopCluster = postgres.stop;
  }

  /** Ends it without a checkpoint and starts it again; resolves when it takes connections. */
  async restart(manner: "database-stop" | "database-kill", downMs: number): Promise<void> {
    const pid = Number(readFileSync(join(this.dir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, manner === "database-kill" ? "SIGKILL" : "SIGQUIT");
    while (isAlive(pid)) await pause(20);
    await pause(downMs);
    // The killed postmaster's children may still hold the shared memory: they end by themselves, soon.
    for (let tries = 0; ; tries++) {
      try {
        return await this.start();
      } catch (error) {
        if (tries > 100) throw error;
        await pause(100);
      }
    }
  }

  stop(): Promise<void> {
    return this.stopCluster();
  }
}

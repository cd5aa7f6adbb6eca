import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ConsoleLogger, type LogLevel } from "@nestjs/common";
import { createApp, type App } from "./app.ts";
import { ConfigError, readConfig, readTextIfPresent, repositoryRoot, type Config } from "./platform/config/config.ts";
import { isAlive, startEmbeddedPostgres } from "./platform/database/embedded-postgres.ts";
import { prepareDatabase, refusePowerfulRole } from "./platform/database/prepare.ts";
import { ensureDemonstration } from "./demonstration/demonstration.ts";
import { freshDatabase } from "./demonstration/installation.ts";
import { signInTable } from "./demonstration/sign-ins.ts";

const closers: (() => Promise<void> | void)[] = [];

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const ownerUrl = await openDatabase(config);
  const secret = secretOf(config);
  const appUrl = await prepareDatabase({ ownerUrl, appUrl: config.databaseAppUrl, secret });
  await refusePowerfulRole(appUrl);
  const app = await createApp({
    databaseUrl: appUrl,
    secret,
    poolSize: config.databasePoolSize,
    jsonLogs: config.mode === "production",
    // What Nest says while it wires itself up is for debugging only.
    logLevels: logLevels(config.logLevel === "info" ? "warn" : config.logLevel),
    clientDir: join(repositoryRoot, "client", "dist"),
  });
  closers.push(app.close);
  setLogLevel(app, config);
  const demonstration = config.mode === "demonstration" ? await ensureDemonstration(app) : undefined;
  await app.nest.listen(config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE" ? new ConfigError(`PORT: ${config.port} is taken by another program; choose another, e.g. PORT=3001 npm start`) : error;
  });
  if (demonstration) console.log(signInTable(demonstration));
  console.log(`Kompeten is ready: http://localhost:${config.port}`);
}

/** Nest's names for the levels from `level` on; false for silence. */
function logLevels(level: string): LogLevel[] | false {
  const all: LogLevel[] = ["fatal", "error", "warn", "log", "debug"];
  return level === "silent" ? false : all.slice(0, ["fatal", "error", "warn", "info", "debug"].indexOf(level) + 1);
}

function setLogLevel(app: App, config: Config): void {
  const levels = logLevels(config.logLevel);
  app.nest.useLogger(levels && new ConsoleLogger({ logLevels: levels, json: config.mode === "production" }));
}

/** The embedded cluster in the data folder, or the database that DATABASE_URL names. */
async function openDatabase(config: Config): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  holdDataDir(config.dataDir);
  const postgres = await startEmbeddedPostgres({ dir: config.dataDir });
  closers.push(postgres.stop);
  await freshDatabase(postgres.ownerUrl, "kompeten");
  return postgres.ownerUrl("kompeten");
}

/** One instance per data folder. The file names the holder; one that died without removing it no longer counts. */
function holdDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new ConfigError(`KOMPETEN_DATA_DIR: ${dataDir} cannot be made: ${(error as Error).message}`);
  }
  const lock = join(dataDir, "kompeten.pid");
  const holder = Number(readTextIfPresent(lock) ?? "0");
  if (holder > 0 && holder !== process.pid && isAlive(holder) && isKompeten(holder)) {
    throw new ConfigError(`another Kompeten (process ${holder}) is already using the data folder ${dataDir}; stop it, or set KOMPETEN_DATA_DIR to another folder`);
  }
  writeFileSync(lock, String(process.pid));
  closers.push(() => rmSync(lock, { force: true }));
}

/** A process number is used again after a restart of the machine: only one of ours counts, where that can be read. */
function isKompeten(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("main.js");
  } catch {
    return true;
  }
}

function secretOf(config: Config): string {
  if (config.secret !== undefined) return config.secret;
  const path = join(config.dataDir, "secret");
  const present = readTextIfPresent(path);
  if (present !== undefined) return present;
  const secret = randomBytes(32).toString("hex");
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const close of closers.reverse()) await Promise.resolve(close()).catch((error: unknown) => console.error(error));
  process.exit(code);
}

process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));

start().catch(async (error: unknown) => {
  console.error(error instanceof ConfigError ? `Kompeten cannot start: ${error.message}` : error);
  await stop(1);
});

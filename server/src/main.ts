import { join } from "node:path";
import type { LogLevel } from "@nestjs/common";
import type { App } from "./app.ts";
import { ConfigError, readConfig, type Config } from "./platform/config/config.ts";
import { holdDataDir, secretIn, usingDataDir } from "./platform/config/data-dir.ts";
import { repositoryRoot } from "./platform/config/folders.ts";
import { listenProblem, requirePort } from "./platform/config/listening.ts";
import { startEmbeddedPostgres } from "./platform/database/embedded-postgres.ts";
import { prepareDatabase, refusePowerfulRole } from "./platform/database/prepare.ts";
import { makeNothingOldAtOnce } from "./platform/realtime/left-behind.ts";
import { freshDatabase } from "./demonstration/installation.ts";
import { signInTable } from "./demonstration/sign-ins.ts";

const closers: (() => Promise<void> | void)[] = [];

async function start(): Promise<void> {
  makeNothingOldAtOnce();
  const config = readConfig(process.env);
  if (config.mode === "demonstration") closers.push(await usingDataDir(config.dataDir, () => holdDataDir(config.dataDir)));
  await requirePort(config);
  const secret = config.secret ?? (await usingDataDir(config.dataDir, () => secretIn(config.dataDir)));
  const ownerUrl = config.databaseUrl ?? (await embeddedDatabase(config));
  const appUrl = await prepareDatabase({ ownerUrl, appUrl: config.databaseAppUrl, secret });
  await refusePowerfulRole(appUrl);
  // Only now: a wrong setting should not have to wait for all that the application is made of.
  const { createApp } = await import("./app.ts");
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
  await setLogLevel(app, config);
  const demonstration = config.mode === "demonstration" ? await demonstrate(app, config) : undefined;
  await app.nest.listen(config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    throw listenProblem(config, error);
  });
  if (demonstration) console.log(signInTable(demonstration));
  console.log(`Kompeten is ready: http://localhost:${config.port}`);
}

/** Nest's names for the levels from `level` on; false for silence. */
function logLevels(level: string): LogLevel[] | false {
  const all: LogLevel[] = ["fatal", "error", "warn", "log", "debug"];
  return level === "silent" ? false : all.slice(0, ["fatal", "error", "warn", "info", "debug"].indexOf(level) + 1);
}

async function demonstrate(app: App, config: Config) {
  const { demonstrationSizes, ensureDemonstration } = await import("./demonstration/demonstration.ts");
  return ensureDemonstration(app, { size: demonstrationSizes[config.demonstration] });
}

async function setLogLevel(app: App, config: Config): Promise<void> {
  const { ConsoleLogger } = await import("@nestjs/common");
  const levels = logLevels(config.logLevel);
  app.nest.useLogger(levels && new ConsoleLogger({ logLevels: levels, json: config.mode === "production" }));
}

/** The cluster in the data folder, started. */
async function embeddedDatabase({ dataDir }: Config): Promise<string> {
  const postgres = await usingDataDir(dataDir, () => startEmbeddedPostgres({ dir: dataDir }));
  closers.push(postgres.stop);
  await freshDatabase(postgres.ownerUrl, "kompeten");
  return postgres.ownerUrl("kompeten");
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
  console.error(error instanceof ConfigError ? `Kompeten cannot start: ${error.message.replaceAll(/\s*\n\s*/g, " ")}` : error);
  await stop(1);
});

import { MikroORM, type Options } from "@mikro-orm/postgresql";
import { Migrator } from "@mikro-orm/migrations";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { repositoryRoot } from "../config/folders.ts";
import { giveBackLostConnections } from "./lost-connections.ts";

/** Far above what anything of ours takes: what takes longer is stuck, and would hold a connection and its locks for ever. */
const statementMaxMs = 120_000;
/** The database's own limit does not hold where its machine is gone. */
const unansweredMaxMs = statementMaxMs + 10_000;
/** A document made within a unit may wait for others' documents. */
const idleMaxMs = 600_000;
const migrationsDir = resolve(repositoryRoot, "migrations");

/**
 * The one ORM configuration. Entities come from each context's front door; policies and grants are written by hand in the
 * migrations, because they belong with the tables they protect.
 */
export function ormOptions(url: string, entities: NonNullable<Options["entities"]>, poolSize = 10): Options {
  const limits = { keepAlive: true, statement_timeout: statementMaxMs, query_timeout: unansweredMaxMs, idle_in_transaction_session_timeout: idleMaxMs };
  return {
    clientUrl: url,
    entities,
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: poolSize },
    driverOptions: { onPoolCreated: giveBackLostConnections, ...limits },
    forceUtcTimezone: true,
    schemaGenerator: { ignorePolicies: true } as never,
    migrations: {
      path: migrationsDir,
      pathTs: migrationsDir,
      glob: "Migration*.ts",
      silent: true,
      snapshot: false,
    },
  };
}

/** Brings the schema up to date; connects as the owner, never as the application. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  // A large table may take its time to change.
  const orm = await MikroORM.init({ ...ormOptions(ownerUrl, [], 2), driverOptions: { onPoolCreated: giveBackLostConnections } });
  try {
    const done = await orm.migrator.up();
    return done.map((migration) => migration.name);
  } finally {
    await orm.close(true);
  }
}

/** The names of all migrations this version of the software needs, as the database remembers them. */
export function expectedMigrations(): string[] {
  return readdirSync(migrationsDir)
    .filter((name) => /^Migration.*\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ""));
}

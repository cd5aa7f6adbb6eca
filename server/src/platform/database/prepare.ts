import { createHmac } from "node:crypto";
import type pg from "pg";
import { ConfigError } from "../config/config.ts";
import { connectBy, ownerProblem } from "./connecting.ts";
import { versionProblem } from "./server-version.rules.ts";

const appRole = "kompeten_app";

/**
 * Makes a database ready for the application: the role that cannot bypass row-level security, the schema, the job schema.
 * `ownerUrl` is used here only. Returns the URL the application connects with.
 * The role's password is derived from the installation's secret, so that several web processes agree on it.
 */
export async function prepareDatabase(given: { ownerUrl: string; appUrl: string | undefined; secret: string }): Promise<string> {
  const owner = await connectBy("DATABASE_URL", given.ownerUrl);
  const password = createHmac("sha256", given.secret).update("database role kompeten_app").digest("hex");
  try {
    await requireVersion(owner);
    // Several processes may start at once; one prepares, the others wait. Released with the connection.
    await owner.query("select pg_advisory_lock(hashtext('kompeten prepare'))");
    await ensureRole(owner, given.appUrl === undefined ? password : undefined);
    await owner.query(`grant usage on schema public to ${appRole}`);
    await owner.query(`create schema if not exists pgboss authorization ${appRole}`);
    const { migrate } = await import("./orm.ts");
    await migrate(given.ownerUrl);
    await owner.query(`grant select on mikro_orm_migrations to ${appRole}`);
  } catch (error) {
    throw ownerProblem(error) ?? error;
  } finally {
    await owner.end();
  }
  if (given.appUrl !== undefined) return given.appUrl;
  const url = new URL(given.ownerUrl);
  url.username = appRole;
  url.password = password;
  return url.toString();
}

async function requireVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  const problem = versionProblem(rows[0]?.version ?? 0);
  if (problem !== undefined) throw new ConfigError(`DATABASE_URL: ${problem}`);
}

async function ensureRole(owner: pg.Client, password: string | undefined): Promise<void> {
  const { rows } = await owner.query("select 1 from pg_roles where rolname = $1", [appRole]);
  const login = password === undefined ? "" : ` login password '${password}'`;
  // A role belongs to the cluster, so another database on it may be doing the same at this moment.
  if (rows.length === 0) await owner.query(`create role ${appRole} nosuperuser nobypassrls nocreatedb nocreaterole${login}`).catch(ignoreDuplicate);
  else if (login) await owner.query(`alter role ${appRole} with${login}`);
  await owner.query(`grant ${appRole} to current_user`).catch(() => undefined);
}

function ignoreDuplicate(error: { code?: string }): void {
  if (error.code !== "42710" && error.code !== "23505") throw error as Error;
}

/** The application must not be able to step around row-level security (ADR 0004), and must find what was prepared. */
export async function refusePowerfulRole(appUrl: string): Promise<void> {
  const client = await connectBy("DATABASE_APP_URL (made from DATABASE_URL where not set)", appUrl);
  try {
    const { rows } = await client.query<{ powerful: boolean; entitled: boolean }>(
      `select r.rolsuper or r.rolbypassrls or exists (select from pg_class c where c.relowner = r.oid and c.relname in ('employee', 'journal_entry')) as powerful,
              coalesce(has_table_privilege(to_regclass('public.journal_entry'), 'select'), false) as entitled
       from pg_roles r where r.rolname = current_user`,
    );
    if (rows[0]?.powerful !== false) throw new ConfigError("DATABASE_APP_URL: this role is superuser, bypasses row-level security or owns the tables; use the role kompeten_app");
    if (!rows[0].entitled) throw new ConfigError("DATABASE_APP_URL: this role may not read the tables of the database that DATABASE_URL names; use the role kompeten_app in the same database");
  } finally {
    await client.end();
  }
}

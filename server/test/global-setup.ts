/** One throw-away PostgreSQL for the whole run, in memory where the machine has a memory disk; each test file clones the migrated template. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { prepareDatabase } from "../src/platform/database/prepare.ts";

declare module "vitest" {
  export interface ProvidedContext {
    ownerUrl: string;
    appUrl: string;
  }
}

export const template = "kompeten_template";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "kompeten-test-"));
  chmodSync(dir, 0o755);
  const postgres = await startEmbeddedPostgres({
    dir: join(dir, "data"),
    // All of the integration tests on another version than the one that ships, by hand.
    binDir: process.env["TEST_POSTGRES_BIN"],
    // Nobody will miss these data; whether a commit is durable is tested on a cluster with real settings.
    settings: { fsync: "off", full_page_writes: "off", synchronous_commit: "off" },
  });
  const owner = new pg.Client({ connectionString: postgres.ownerUrl("postgres") });
  await owner.connect();
  await owner.query(`create database ${template}`);
  await owner.end();
  const appUrl = await prepareDatabase({ ownerUrl: postgres.ownerUrl(template), appUrl: undefined, secret: "a secret for tests only, 32 characters long" });
  project.provide("ownerUrl", postgres.ownerUrl("postgres"));
  project.provide("appUrl", appUrl);
  return async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

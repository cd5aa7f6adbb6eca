/** A database that drops its connections, again and again: a process must be whole each time, and not run out of connections. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { TestApp, withClient } from "./harness.ts";

const poolSize = 8;
const rounds = 4;
let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()));
afterAll(async () => app?.stop());

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const scope = { agencyId: null, accountId: null };
const unit = (holdMs: number) =>
  app.run(scope, async (em) => {
    await sql`select 1`.execute(em.getKysely());
    await pause(holdMs);
    await sql`select 1`.execute(em.getKysely());
  });

async function dropAll(): Promise<void> {
  await withClient(app.database.ownerUrl, async (client) => void (await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'kompeten jobs'")));
}

describe("a database that drops its connections", () => {
  it("costs no connection for good, though units of work were under way each time", async () => {
    for (let round = 0; round < rounds; round++) {
      const units = Array.from({ length: poolSize - 2 }, () => unit(700).then(() => "committed", () => "failed"));
      await pause(300);
      await dropAll();
      // One that had not begun yet on a busy machine commits; the others must have met the drop.
      expect(await Promise.all(units)).toContain("failed");
      await pause(1_500);
    }
    const after = Promise.all(Array.from({ length: poolSize - 2 }, () => unit(10))).then(() => "all committed");
    expect(await Promise.race([after, pause(8_000).then(() => "still waiting for a connection")])).toBe("all committed");
  }, 60_000);
});

import { randomUUID } from "node:crypto";
import { expect, inject, it } from "vitest";
import { prepareDatabase } from "../src/platform/database/prepare.ts";
import { newId } from "../src/platform/index.ts";
import { withClient } from "./harness.ts";

it("[T3] attempts that are due are found where the owner of the database is no superuser", async () => {
  const owner = `owner_${randomUUID().slice(0, 8)}`;
  const name = `t_${owner}`;
  const at = (base: string, user?: string): string => {
    const url = new URL(base);
    url.pathname = `/${name}`;
    if (user !== undefined) [url.username, url.password] = [user, "secret"];
    return url.toString();
  };
  const admin = inject("ownerUrl");
  await withClient(admin, async (client) => {
    await client.query(`create role ${owner} login createrole nosuperuser nobypassrls password 'secret'`);
    await client.query(`grant kompeten_app to ${owner}`);
    await client.query(`create database ${name} owner ${owner}`);
  });
  try {
    const appUrl = await prepareDatabase({ ownerUrl: at(admin, owner), appUrl: at(inject("appUrl")), secret: "a secret for tests only, 32 characters long" });
    const agencyId = newId();
    await withClient(at(admin), async (client) => {
      // What the attempt hangs on does not matter here.
      await client.query("set session_replication_role = replica");
      await client.query(
        `insert into attempt (id, agency_id, enrolment_id, sitting_id, instrument_version_id, account_id, seed, ordinal, limit_ms, window_start, window_end, state, deadline_at)
         values ($1, $2, $1, $1, $1, $1, 1, 1, 60000, now() - interval '2 hours', now(), 'running', now() - interval '1 hour')`,
        [newId(), agencyId],
      );
    });
    await withClient(appUrl, async (client) => {
      expect((await client.query("select agencies_with_attempts_due() as id")).rows).toEqual([{ id: agencyId }]);
      expect((await client.query("select id from attempt")).rows).toEqual([]);
    });
  } finally {
    await withClient(admin, async (client) => {
      await client.query(`drop database ${name} with (force)`);
      await client.query(`drop role ${owner}`);
    });
  }
});

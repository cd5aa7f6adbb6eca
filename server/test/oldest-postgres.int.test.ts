/** The oldest PostgreSQL that is served (docs/operations.md), where this machine has it as Debian installs it: prepared, and an attempt from its start to its receipt. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Attempts } from "../src/delivery/index.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { prepareDatabase } from "../src/platform/database/prepare.ts";
import { Line, newDelivery, respond, started, type Candidate } from "./delivery.builders.ts";
import { TestApp, testSecret, withClient } from "./harness.ts";
import { newId } from "../src/platform/index.ts";

const binDir = "/usr/lib/postgresql/15/bin";

describe.skipIf(!existsSync(binDir))("PostgreSQL 15", () => {
  let dir: string;
  let postgres: EmbeddedPostgres | undefined;
  let app: TestApp | undefined;
  beforeAll(async () => {
    dir = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "kompeten-oldest-"));
    chmodSync(dir, 0o755);
    postgres = await startEmbeddedPostgres({ dir: join(dir, "data"), binDir, settings: { fsync: "off" } });
    await withClient(postgres.ownerUrl("postgres"), (client) => client.query("create database kompeten"));
    const ownerUrl = postgres.ownerUrl("kompeten");
    const appUrl = await prepareDatabase({ ownerUrl, appUrl: undefined, secret: testSecret });
    app = await TestApp.on({ ownerUrl, appUrl, drop: async () => {} });
  });
  afterAll(async () => {
    await app?.stop();
    await postgres?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it("serves", async () => {
    if (!app) throw new Error("not started");
    expect(await withClient(app.database.ownerUrl, async (client) => (await client.query("show server_version_num")).rows[0].server_version_num)).toMatch(/^15/);
    const delivery = await newDelivery(app, { instruments: ["penalaran-umum"] });
    const who = delivery.candidates[0] as Candidate;
    const attemptId = await started(app, delivery, who, "penalaran-umum");
    const line = await Line.open(app.url, who.token);
    await line.snapshot(attemptId);
    expect(await line.append(attemptId, [respond("v01", "a"), respond("v02", "b"), { opId: newId(), kind: "submit" }])).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    line.close();
    await app.jobsDone();
    const { receipt } = (await who.http.get(`/api/attempts/${attemptId}/receipt`)).body;
    expect((await app.http().post("/api/receipts/verify", receipt)).body).toEqual({ valid: true, reason: null });
    expect(await app.run({ agencyId: delivery.agencyId, accountId: null }, () => (app as TestApp).get(Attempts).isIntact(attemptId))).toBe(true);
    expect((await app.http().get("/api/health")).status).toBe(200);
  });
});

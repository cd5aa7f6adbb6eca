import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Line, newDelivery, respond } from "../../test/delivery.builders.ts";
import { TestApp, testSecret, withClient } from "../../test/harness.ts";
import { startProgram, until, type Program } from "../../test/program.ts";
import { createApp, type App } from "../app.ts";
import { freePort } from "../platform/database/embedded-postgres.ts";
import { newId } from "../platform/index.ts";
import { Attempts } from "./index.ts";

/** Three processes before one database. The one that served the candidate is killed, and with it whatever it meant to do at the deadline. */
const dir = mkdtempSync(join(tmpdir(), "kompeten-survivors-"));
let app: TestApp;
let other: App;
let served: Program;
let servedUrl: string;
beforeAll(async () => {
  app = await TestApp.start();
  other = await createApp({ databaseUrl: app.database.appUrl, secret: testSecret, poolSize: 4, logLevels: false });
  const port = await freePort();
  served = startProgram({ DATABASE_URL: app.database.ownerUrl, KOMPETEN_SECRET: testSecret, KOMPETEN_DATA_DIR: dir, HOST: "127.0.0.1", PORT: String(port) });
  servedUrl = `http://127.0.0.1:${port}`;
  await until(() => fetch(`${servedUrl}/api/health`).then(({ ok }) => ok, () => false), 30_000);
});
afterAll(async () => {
  served?.child.kill("SIGKILL");
  await served?.ended;
  await other?.close();
  await app?.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe("closing by those that are left", () => {
  it("[T3] an attempt whose process was killed is closed within five seconds of its deadline, once, with what it had saved", async () => {
    const { agencyId, noticeId, candidates } = await newDelivery(app, { candidates: 1, instruments: ["penalaran-umum"] });
    const candidate = candidates[0];
    if (!candidate) throw new Error("no such candidate");
    const attemptId = candidate.attempts["penalaran-umum"];
    const line = await Line.open(servedUrl, candidate.token);
    await line.snapshot(attemptId);
    const work = await line.append(attemptId, [{ opId: newId(), kind: "acknowledge-notice", noticeId }, { opId: newId(), kind: "start" }, respond("v01", "a")]);
    expect(work.map(({ ok }) => ok)).toEqual([true, true, true]);
    served.child.kill("SIGKILL");
    await served.ended;
    line.close();
    // The time is made short as the owner, who is not the application, once the process is dead.
    const deadlineMs = Date.now() + 2_000;
    await withClient(app.database.ownerUrl, (owner) => owner.query("update attempt set deadline_at = $1 where id = $2", [new Date(deadlineMs), attemptId]));

    const scoped = <T>(read: (attempts: Attempts) => Promise<T>) => app.run({ agencyId, accountId: null }, () => read(app.get(Attempts)));
    await until(async () => (await scoped((attempts) => attempts.byId(attemptId)))?.state === "closed", deadlineMs - Date.now() + 5_000);
    // Two go on looking once a second: time for each of them to close it again.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const view = await scoped((attempts) => attempts.byId(attemptId));
    expect(view).toMatchObject({ state: "closed", closedReason: "expired", closedAt: new Date(deadlineMs) });
    const journal = await scoped((attempts) => attempts.journal(attemptId));
    const expired = journal.filter(({ kind }) => kind === "expired");
    expect(expired).toHaveLength(1);
    expect(expired[0]).toBe(journal.at(-1));
    // By the database's clock, which the deadline is of too.
    expect((expired[0]?.atMs ?? 0) - deadlineMs).toBeGreaterThanOrEqual(0);
    expect((expired[0]?.atMs ?? 0) - deadlineMs).toBeLessThan(5_000);
    expect(await scoped((attempts) => attempts.isIntact(attemptId))).toBe(true);
    expect((await scoped((attempts) => attempts.responses(attemptId))).items).toHaveProperty("v01");
    const { rows } = await withClient(app.database.ownerUrl, (owner) => owner.query("select name from pgboss.job where data -> 'data' ->> 'attemptId' = $1 order by name", [attemptId]));
    expect(rows.map(({ name }) => name)).toEqual(["delivery.attempt-closed", "delivery.make-receipt"]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Line, newDelivery, respond, started, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { Jobs } from "../platform/index.ts";
import { Attempts, Desk } from "./index.ts";

let app: TestApp;
let short: Delivery;
let long: Delivery;
const closedJobs: string[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  long = await newDelivery(app, { candidates: 3, instruments: ["penalaran-umum"] });
  // Made last: its window ends six seconds from now, and with it every attempt (T1).
  short = await newDelivery(app, { agencyId: long.agencyId, candidates: 2, instruments: ["penalaran-umum", "sjt-manajerial"], windowLengthMs: 6_000 });
});
afterAll(() => app?.stop());

const scope = () => ({ agencyId: long.agencyId, accountId: null });
const viewOf = (attemptId: string) => app.run(scope(), () => app.get(Attempts).byId(attemptId));
const candidateOf = (delivery: Delivery, index: number) => {
  const candidate = delivery.candidates[index];
  if (!candidate) throw new Error("no such candidate");
  return candidate;
};

describe("closing", () => {
  it("[T3] closes at the deadline with nobody connected, within five seconds, and tells who is", async () => {
    const [alone, watching] = [candidateOf(short, 0), candidateOf(short, 1)];
    const attempts = [await started(app, short, alone, "penalaran-umum"), await started(app, short, watching, "penalaran-umum")];
    await app.get(Desk).append(alone.actor, { attemptId: attempts[0] as string, epoch: 1, operations: [respond("v01", "a")] });
    const line = await Line.open(app.url, watching.token);
    const before = await line.snapshot(attempts[1] as string);
    if (before.status.state !== "running") throw new Error("not running");
    const { deadlineMs } = before.status;
    expect(await line.next("attempt:changed")).toMatchObject({ attemptId: attempts[1], state: "closed", closedReason: "expired" });
    expect(Date.now() - deadlineMs).toBeLessThan(5_000);
    expect((await line.append(attempts[1] as string, [respond("v01", "a")]))[0]).toMatchObject({ ok: false, refusal: "late" });
    line.close();
    for (const attemptId of attempts) {
      const view = await viewOf(attemptId);
      expect(view).toMatchObject({ state: "closed", closedReason: "expired" });
      expect(view?.closedAt).toEqual(view?.deadlineAt);
    }
    expect((await app.run(scope(), () => app.get(Attempts).responses(attempts[0] as string))).items).toHaveProperty("v01");
    // What was never started stays waiting and can no longer be started.
    expect(await app.get(Desk).start(alone.actor, alone.attempts["sjt-manajerial"])).toMatchObject({ ok: false });
  });

  it("[T3] enqueues the news of a closing exactly once, by expiry and by hand-in", async () => {
    const candidate = candidateOf(long, 0);
    const attemptId = await started(app, long, candidate, "penalaran-umum");
    await app.get(Desk).submit(candidate.actor, attemptId);
    await app.get(Desk).submit(candidate.actor, attemptId);
    const { rows } = await jobsNamed("delivery.attempt-closed");
    closedJobs.push(...rows.map((row) => row.data.data.attemptId));
    expect(closedJobs.filter((id) => id === attemptId)).toHaveLength(1);
    for (const { attempts } of short.candidates) expect(closedJobs.filter((id) => id === attempts["penalaran-umum"])).toHaveLength(1);
  });

  it("shows a proctor progress and connection, and nothing to another agency's", async () => {
    const candidate = candidateOf(long, 2);
    const attemptId = await started(app, long, candidate, "penalaran-umum");
    await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v01", "a"), respond("v02", "b"), respond("v02", null)] });
    const line = await Line.open(app.url, candidate.token);
    await line.snapshot(attemptId);
    const proctor = await signedIn(app, { agencyId: long.agencyId, roles: ["proctor"] });
    const seen = async () => (await proctor.get(`/api/assessments/${long.assessmentId}/attempts`)).body.attempts.find((attempt: { attemptId: string }) => attempt.attemptId === attemptId);
    expect(await seen()).toMatchObject({ state: "running", answered: 1, total: 40 });
    // Connections are written down a moment after they are made.
    await expect.poll(async () => (await seen()).line, { timeout: 10_000 }).toBe("on");
    line.close();
    const stranger = await signedIn(app, { agencyId: await app.newAgency(), roles: ["proctor"] });
    expect((await stranger.get(`/api/assessments/${long.assessmentId}/attempts`)).status).toBe(404);
  });
});

async function jobsNamed(name: string): Promise<{ rows: { data: { data: { attemptId: string } } }[] }> {
  expect(app.get(Jobs).ready).toBe(true);

  return withClient(app.database.ownerUrl, (owner) => owner.query("select data from pgboss.job where name = $1", [name]));
}

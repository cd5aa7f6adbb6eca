import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newDelivery, started, type Candidate } from "../../../test/delivery.builders.ts";
import { TestApp } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { Desk } from "../index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

describe("a proctor's day", () => {
  it("holds the sittings of today and to come, with how many are how far, and nothing of the other agency or of the past", async () => {
    const instruments = ["penalaran-umum", "sjt-manajerial"] as const;
    const running = await newDelivery(app, { candidates: 4, instruments });
    const { agencyId } = running;
    const hour = 3_600_000;
    const later = await newDelivery(app, { agencyId, instruments, windowStartMs: Date.now() + hour, windowEndMs: Date.now() + 9 * hour });
    await newDelivery(app, { agencyId, instruments, windowStartMs: Date.now() - 72 * hour, windowEndMs: Date.now() - 48 * hour });
    await newDelivery(app, { instruments });
    const [, working, between, finished] = running.candidates as [Candidate, Candidate, Candidate, Candidate];
    await started(app, running, working, "penalaran-umum");
    for (const who of [between, finished]) await started(app, running, who, "penalaran-umum");
    for (const who of [between, finished]) await app.get(Desk).submit(who.actor, who.attempts["penalaran-umum"]);
    await started(app, running, finished, "sjt-manajerial");
    await app.get(Desk).submit(finished.actor, finished.attempts["sjt-manajerial"]);

    const proctor = await signedIn(app, { agencyId, roles: ["proctor"] });
    const { status, body } = await proctor.get("/api/supervised-sittings");
    expect(status).toBe(200);
    expect(body.sittings.map(({ sittingId, waiting, working: at, finished: done }: Record<string, unknown>) => [sittingId, waiting, at, done])).toEqual([
      [running.sittingId, 1, 2, 1],
      [later.sittingId, 1, 0, 0],
    ]);
    expect(body.sittings[0]).toMatchObject({ assessmentId: running.assessmentId, assessmentTitle: "Uji", title: "Sesi uji", timeZone: "Asia/Jakarta" });
  });

  it("is empty where nothing is planned, and for supervisors only", async () => {
    const agencyId = await app.newAgency();
    expect((await (await signedIn(app, { agencyId, roles: ["proctor"] })).get("/api/supervised-sittings")).body.sittings).toEqual([]);
    expect((await (await signedIn(app, { agencyId, roles: ["assessor"] })).get("/api/supervised-sittings")).status).toBe(404);
  });
});

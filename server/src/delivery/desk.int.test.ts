import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newDelivery, respond, started, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { newId } from "../platform/index.ts";
import { Attempts, Desk } from "./index.ts";

let app: TestApp;
let delivery: Delivery;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 3 });
});
afterAll(() => app?.stop());

const scope = () => ({ agencyId: delivery.agencyId, accountId: null });

describe("a candidate's way through an attempt", () => {
  it("reads, acknowledges, starts, answers and hands in", async () => {
    const [candidate] = delivery.candidates;
    if (!candidate) throw new Error("no candidate");
    const desk = app.get(Desk);
    const attemptId = candidate.attempts["penalaran-umum"];
    expect(await desk.start(candidate.actor, attemptId)).toMatchObject({ ok: false, refusal: "notice-not-acknowledged" });
    expect(await desk.acknowledgeNotice(candidate.actor, attemptId, newId())).toMatchObject({ ok: false, refusal: "wrong-notice" });
    await started(app, delivery, candidate, "penalaran-umum");
    const answer = await desk.append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v01", "a"), respond("v02", "b"), respond("v01", "c")] });
    expect(answer).toMatchObject({ ok: true, acknowledgements: [{ ok: true, seq: 4 }, { ok: true, seq: 5 }, { ok: true, seq: 6 }] });
    expect(await desk.submit(candidate.actor, attemptId)).toMatchObject({ ok: true, seq: 7 });
    await app.run(scope(), async () => {
      const attempts = app.get(Attempts);
      expect(await attempts.byId(attemptId)).toMatchObject({ state: "closed", closedReason: "submitted", lastSeq: 7 });
      expect((await attempts.responses(attemptId)).items).toEqual({ v01: { interaction: "choice", optionId: "c" }, v02: { interaction: "choice", optionId: "b" } });
      expect(await attempts.isIntact(attemptId)).toBe(true);
    });
  });
});

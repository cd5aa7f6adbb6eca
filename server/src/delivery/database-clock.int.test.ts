import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { Clock } from "../platform/index.ts";
import { Attempts, Desk } from "./index.ts";
import { ServerTime } from "./server-time.service.ts";

const hour = 3_600_000;
let app: TestApp;
let delivery: Delivery;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 4, instruments: ["penalaran-umum"] });
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => app?.stop());

const candidate = (index: number, of = delivery) => of.candidates[index] as Candidate;
const viewOf = (attemptId: string) => app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).byId(attemptId));
const clockOff = (ms: number) => vi.spyOn(app.get(Clock), "now").mockImplementation(() => new Date(Date.now() + ms));
/** As in the moment after a clock has jumped: the process holds on to what it last measured. */
const clockJumps = (ms: number) => {
  vi.spyOn(app.get(ServerTime), "observe").mockImplementation(() => undefined);
  clockOff(ms);
};
const answers = async ({ actor }: Candidate, attemptId: string) => {
  const answer = await app.get(Desk).append(actor, { attemptId, epoch: 1, operations: [respond("v01", "a")] });
  return answer.ok ? answer.acknowledgements.map((one) => (one.ok ? "ok" : one.refusal)) : answer.refusal;
};

describe("[T2] the database's clock decides", () => {
  it("when an attempt started, whatever the clock of the process that has measured how far off it is", async () => {
    clockOff(-hour);
    const attemptId = await started(app, delivery, candidate(0), "penalaran-umum");
    const view = await viewOf(attemptId);
    expect(Math.abs((view?.startedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(5_000);
    expect((view?.deadlineAt?.getTime() ?? 0) - (view?.startedAt?.getTime() ?? 0)).toBeGreaterThan(0);
  });

  it.each([
    ["6 s behind", 1, -6_000],
    ["6 s ahead", 2, 6_000],
  ])("that nothing starts by a clock that is %s and does not know it", async (_, index, ms) => {
    const { actor, attempts } = candidate(index);
    const attemptId = attempts["penalaran-umum"];
    await app.get(Desk).acknowledgeNotice(actor, attemptId, delivery.noticeId);
    clockJumps(ms);
    expect(await app.get(Desk).start(actor, attemptId)).toMatchObject({ ok: false, refusal: "not-ready" });
    vi.restoreAllMocks();
    expect(await viewOf(attemptId)).toMatchObject({ state: "waiting", startedAt: null });
    expect(await app.get(Desk).start(actor, attemptId)).toMatchObject({ ok: true });
  });

  it("that work before the deadline counts, and work after it does not, though the process believes otherwise", async () => {
    const ahead = candidate(3);
    const running = await started(app, delivery, ahead, "penalaran-umum");
    clockJumps(24 * hour);
    expect(await answers(ahead, running)).toEqual(["ok"]);
    vi.restoreAllMocks();
    // Its window ends in six seconds, and with it the attempt (T1).
    const short = await newDelivery(app, { agencyId: delivery.agencyId, instruments: ["penalaran-umum"], windowLengthMs: 6_000 });
    const behind = candidate(0, short);
    const ending = await started(app, short, behind, "penalaran-umum");
    expect(await answers(behind, ending)).toEqual(["ok"]);
    clockJumps(-hour);
    const deadline = (await viewOf(ending))?.deadlineAt?.getTime() ?? 0;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, deadline + 50 - Date.now())));
    expect(await answers(behind, ending)).toEqual(["late"]);
  }, 30_000);
});

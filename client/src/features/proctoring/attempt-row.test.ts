import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { describe, expect, it } from "vitest";
import { rowState, secondsLeft, tally } from "./attempt-row.rules.ts";

const attempt = (values: Partial<SupervisedAttempt>) => ({ state: "waiting", noticeAcknowledged: false, closedReason: null, deadlineMs: null, pausedSinceMs: null, timeUnacknowledged: false, connected: false, ...values }) as SupervisedAttempt;

describe("a supervised attempt", () => {
  it.each([
    [attempt({}), "waiting"],
    [attempt({ noticeAcknowledged: true }), "ready"],
    [attempt({ state: "running" }), "running"],
    [attempt({ state: "running", pausedSinceMs: 5 }), "paused"],
    [attempt({ state: "closed", closedReason: "submitted" }), "submitted"],
    [attempt({ state: "closed", closedReason: "expired" }), "expired"],
  ])("is called what a proctor calls it (%#)", (row, state) => expect(rowState(row)).toBe(state));

  it("[T2] has its time left by the server's clock, and never less than none", () => {
    expect(secondsLeft(attempt({ state: "running", deadlineMs: 61_500 }), 1000)).toBe(61);
    expect(secondsLeft(attempt({ state: "running", deadlineMs: 1000 }), 9000)).toBe(0);
    expect(secondsLeft(attempt({ state: "running", deadlineMs: 61_500, pausedSinceMs: 5 }), 1000)).toBeNull();
    expect(secondsLeft(attempt({ state: "closed", deadlineMs: 61_500 }), 1000)).toBeNull();
  });

  it("is counted once", () => {
    expect(tally([attempt({}), attempt({ state: "running", connected: true }), attempt({ state: "closed" })])).toEqual({ waiting: 1, running: 1, paused: 0, closed: 1, cutOff: 0, unacknowledged: 0 });
  });
});

import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { describe, expect, it } from "vitest";
import { connection, rowState, secondsLeft, signsOf, tally } from "./attempt-row.rules.ts";

const attempt = (values: Partial<SupervisedAttempt>) => ({ state: "waiting", noticeAcknowledged: false, closedReason: null, deadlineMs: null, pausedSinceMs: null, timeUnacknowledged: false, line: "none", roundTripMs: null, unsaved: 0, awaySinceMs: null, setAside: 0, late: 0, lateCounted: 0, ...values }) as SupervisedAttempt;

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
    expect(secondsLeft(attempt({ state: "running", deadlineMs: 61_500, withoutLimit: true }), 1000)).toBeNull();
  });

  it("[T8] of a form is left for days without a sign", () => {
    expect(signsOf(attempt({ state: "running", withoutLimit: true, line: "off", awaySinceMs: 9 }), { incidents: 0, unread: 0, held: false })).toEqual([]);
  });

  it("is counted once, and once for each thing to look after", () => {
    const room = [attempt({}), attempt({ state: "running", line: "on", unsaved: 2, awaySinceMs: 9 }), attempt({ state: "running", line: "off", pausedSinceMs: 3 }), attempt({ state: "closed" })];
    expect(tally(room, ({ unsaved }) => ({ incidents: unsaved, unread: 0, held: false }))).toEqual({ waiting: 1, running: 1, paused: 1, closed: 1, cutOff: 1, unsaved: 1, away: 1, incident: 1 });
  });

  it.each([
    [{ line: "on", roundTripMs: 512 }, "on"],
    [{ line: "on", roundTripMs: 1024 }, "slow"],
    [{ line: "off", state: "running" }, "off"],
    [{ line: "off", state: "closed" }, "idle"],
    [{ line: "none" }, "idle"],
    [{ line: "off", state: "running", withoutLimit: true }, "idle"],
  ] as const)("[P2] has a line as good as the browser tells (%#)", (values, is) => expect(connection(attempt(values))).toBe(is));
});

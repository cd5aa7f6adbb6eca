import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOf, sampleOf, ServerClock } from "./server-clock.ts";
import { urgency, warningCrossed } from "./time-warning.rules.ts";

describe("[T2] the server's clock", () => {
  it("is off by at most half the shortest round trip, however uneven the ways are", () => {
    const trip = fc.record({ out: fc.integer({ min: 0, max: 5000 }), back: fc.integer({ min: 0, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(trip, { minLength: 1, maxLength: 8 }), fc.integer({ min: -1_000_000, max: 1_000_000 }), (trips, trueOffset) => {
        const samples = trips.map(({ out, back }) => sampleOf(1000 + out + trueOffset, 1000, 1000 + out + back));
        const shortest = Math.min(...trips.map(({ out, back }) => out + back));
        expect(Math.abs((bestOf(samples)?.offsetMs ?? Number.NaN) - trueOffset)).toBeLessThanOrEqual(shortest / 2);
      }),
    );
  });

  it("goes by an estimate only until the server is heard, and tells nobody of it", () => {
    let monotonicMs = 500;
    const clock = new ServerClock(() => monotonicMs);
    clock.assume(1_000_000);
    monotonicMs = 2_500;
    expect(clock.nowMs()).toBe(1_002_000);
    expect(clock.heardNowMs()).toBeUndefined();
    clock.observe(900_000, 2_500);
    expect(clock.nowMs()).toBe(900_000);
    expect(clock.heardNowMs()).toBe(900_000);
  });

  it("believes what it hears after a sleep, and not a slow answer before a quick one", () => {
    let monotonicMs = 0;
    const clock = new ServerClock(() => monotonicMs);
    clock.observe(10_000, -40);
    // Held up on its way: right within half its round trip, and worse than what is known.
    clock.observe(9_900, -4_000, 0);
    expect(clock.nowMs()).toBe(10_020);
    monotonicMs = 1_000;
    clock.observe(3_611_000, 900);
    expect(clock.nowMs()).toBe(3_611_050);
  });

  it("knows no time before the server has said it, and forgets what it measured before a sleep", async () => {
    let monotonicMs = 0;
    const clock = new ServerClock(() => monotonicMs);
    expect(clock.nowMs()).toBeUndefined();
    clock.observe(10_000, 0);
    expect(clock.nowMs()).toBe(10_000);
    // The device slept for an hour, which the monotonic clock did not count; the line is slower than before.
    await clock.measure(async () => {
      monotonicMs += 200;
      return 3_610_000 + monotonicMs - 100;
    });
    expect(clock.nowMs()).toBe(3_610_000 + monotonicMs);
  });

  it("keeps its old idea of the time when the line is down", async () => {
    const clock = new ServerClock(() => 0);
    clock.observe(10_000, 0);
    await expect(clock.measure(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(clock.nowMs()).toBe(10_000);
  });
});

describe("warnings", () => {
  it.each([
    [11 * 60_000, 10 * 60_000, 10],
    [600_001, 599_999, 10],
    [600_000, 599_000, null],
    [5 * 60_000 + 1, 5 * 60_000, 5],
    [12 * 60_000, 4 * 60_000, 5],
    [12 * 60_000, 30_000, 1],
    [61_000, 60_000, 1],
    [60_000, 59_000, null],
    [2000, 0, null],
    // An extension takes the time back over a mark, which is then crossed a second time.
    [4 * 60_000, 20 * 60_000, null],
  ])("from %i to %i says %s", (before, after, minutes) => {
    expect(warningCrossed(before, after)).toBe(minutes);
  });

  it("grow more pressing", () => {
    expect([600_001, 600_000, 60_001, 60_000, 0].map((leftMs) => urgency(leftMs))).toEqual(["calm", "soon", "soon", "now", "now"]);
  });
});

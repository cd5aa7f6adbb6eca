import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deadline, workedMs, type TimeParts } from "./deadline.ts";

const start = Date.UTC(2026, 10, 23, 2, 0);
const minutes = (count: number) => count * 60_000;
const parts = (given: Partial<TimeParts> = {}): TimeParts => ({ startedAtMs: start, limitMs: minutes(60), accommodationsMs: 0, extensionsMs: 0, pausedMs: 0, ...given });
const farAway = start + minutes(600);

describe("[T1] the deadline", () => {
  it.each([
    ["start and limit", parts(), farAway, 60],
    ["an accommodation", parts({ accommodationsMs: minutes(15) }), farAway, 75],
    ["an extension", parts({ extensionsMs: minutes(10) }), farAway, 70],
    ["a pause", parts({ pausedMs: minutes(3) }), farAway, 63],
    ["all of them", parts({ accommodationsMs: minutes(15), extensionsMs: minutes(10), pausedMs: minutes(3) }), farAway, 88],
    ["the window's end, when that comes first", parts({ extensionsMs: minutes(10) }), start + minutes(65), 65],
    ["the window's end, after a late start", parts(), start + minutes(5), 5],
  ])("is %s", (_, given, windowEnd, expected) => expect(deadline(given, windowEnd)).toBe(start + minutes(expected)));

  const ms = fc.integer({ min: 0, max: minutes(600) });
  const anyParts = fc.record({ startedAtMs: fc.integer({ min: 0, max: start }), limitMs: ms, accommodationsMs: ms, extensionsMs: ms, pausedMs: ms });
  const part = fc.constantFrom("startedAtMs", "limitMs", "accommodationsMs", "extensionsMs", "pausedMs");

  it("never shrinks when a part or the window grows", () => {
    fc.assert(
      fc.property(anyParts, part, ms, ms, (given, name, more, window) => {
        const windowEnd = given.startedAtMs + window;
        expect(deadline({ ...given, [name]: given[name] + more }, windowEnd)).toBeGreaterThanOrEqual(deadline(given, windowEnd));
        expect(deadline(given, windowEnd + more)).toBeGreaterThanOrEqual(deadline(given, windowEnd));
      }),
    );
  });

  it("never passes the window's end", () => {
    fc.assert(
      fc.property(anyParts, ms, (given, window) => {
        expect(deadline(given, given.startedAtMs + window)).toBeLessThanOrEqual(given.startedAtMs + window);
      }),
    );
  });

  it("does not ask in which order time was given", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("accommodationsMs", "extensionsMs", "pausedMs"), ms), { maxLength: 8 }), ms, (gifts, window) => {
        const sum = (order: typeof gifts) => order.reduce((given, [name, more]) => ({ ...given, [name]: given[name] + more }), parts());
        expect(deadline(sum(gifts.toReversed()), start + window)).toBe(deadline(sum(gifts), start + window));
      }),
    );
  });
});

describe("working time", () => {
  it.each([
    ["runs with the clock", 0, null, minutes(7), minutes(7)],
    ["leaves out past pauses", minutes(2), null, minutes(7), minutes(5)],
    ["stands still while paused", 0, start + minutes(4), minutes(9), minutes(4)],
    ["is never negative", 0, null, -minutes(1), 0],
  ])("%s", (_, pausedMs, pausedSinceMs, passed, expected) => expect(workedMs({ startedAtMs: start, pausedMs }, pausedSinceMs, start + passed)).toBe(expected));
});

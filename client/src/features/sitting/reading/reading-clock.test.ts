import { describe, expect, it } from "vitest";
import { idleMs, ReadingClock } from "./reading-clock.ts";

/** Looks once a second for so many seconds. */
function look(clock: ReadingClock, { fromMs, seconds, shown = true }: { fromMs: number; seconds: number; shown?: boolean }): number {
  for (let second = 1; second <= seconds; second++) clock.tick(fromMs + second * 1000, shown);
  return fromMs + seconds * 1000;
}

describe("reading time", () => {
  it("counts what passes while the page is shown", () => {
    const clock = new ReadingClock(0);
    look(clock, { fromMs: 0, seconds: 12 });
    expect(clock.take()).toBe(12_000);
    expect(clock.take()).toBe(0);
  });

  it("does not count a hidden tab", () => {
    const clock = new ReadingClock(0);
    const hiddenAtMs = look(clock, { fromMs: 0, seconds: 5 });
    const backAtMs = look(clock, { fromMs: hiddenAtMs, seconds: 20, shown: false });
    look(clock, { fromMs: backAtMs, seconds: 3 });
    expect(clock.take()).toBe(8000);
  });

  it("stops a minute after the last sign of life, and goes on with the next", () => {
    const clock = new ReadingClock(0);
    const laterMs = look(clock, { fromMs: 0, seconds: 300 });
    expect(clock.take()).toBe(idleMs);
    clock.alive(laterMs);
    look(clock, { fromMs: laterMs, seconds: 4 });
    expect(clock.take()).toBe(4000);
  });

  it("does not take a sleeping machine for a reader", () => {
    const clock = new ReadingClock(0);
    clock.tick(3_600_000, true);
    expect(clock.take()).toBe(0);
  });
});

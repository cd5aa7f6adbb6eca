import { savesPerWay } from "@kompeten/shared/contracts/device-check-rules";
import { describe, expect, it } from "vitest";
import { measureSaves } from "./measure.ts";

/** A world in which a save takes as long as is said; null: it fails after a second. */
function world(takes: (number: number) => number | null) {
  let nowMs = 1_000;
  const sent: number[] = [];
  const save = async (number: number) => {
    sent.push(number);
    const ms = takes(number);
    nowMs += ms ?? 1_000;
    if (ms === null) throw new Error("no answer");
  };
  return { sent, save, timing: { monotonicMs: () => nowMs, pause: async (ms: number) => void (nowMs += ms) } };
}

describe("[B1] measuring saves", () => {
  it("times each from sending to its acknowledgement, and not the pauses", async () => {
    const { sent, save, timing } = world((number) => number * 10);
    const tried: number[] = [];
    expect(await measureSaves(save, timing, (count) => tried.push(count))).toEqual({ tried: savesPerWay, saved: savesPerWay, medianMs: 40, worstMs: 80 });
    expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(tried).toEqual(sent);
  });

  it("counts one that is lost, and goes on", async () => {
    const { save, timing } = world((number) => (number % 2 === 0 ? null : 30));
    expect(await measureSaves(save, timing, () => {})).toEqual({ tried: savesPerWay, saved: savesPerWay / 2, medianMs: 30, worstMs: 30 });
  });

  it("gives a dead way up after two", async () => {
    const { sent, save, timing } = world(() => null);
    expect(await measureSaves(save, timing, () => {})).toEqual({ tried: 2, saved: 0, medianMs: null, worstMs: null });
    expect(sent).toEqual([1, 2]);
  });
});

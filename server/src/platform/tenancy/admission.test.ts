import { describe, expect, it, vi } from "vitest";
import { Admission } from "./admission.ts";

/** Work that ends when it is told to. */
function works(admission: Admission) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const begin = (index: number) => admission.run(() => new Promise<void>((resolve) => (begun.push(index), (ends[index] = resolve))));
  return { begun, end: async (index: number) => (ends[index]?.(), await vi.advanceTimersByTimeAsync(0)), begin };
}

describe("admission", () => {
  it("lets in a few quick ones at once, in order, and makes way for others behind slow ones up to its bound", async () => {
    vi.useFakeTimers();
    const { begun, begin, end } = works(new Admission({ insideMax: 4, quickMax: 2, slowMs: 1_000 }));
    for (let index = 0; index < 7; index++) void begin(index);
    expect(begun).toEqual([0, 1]);
    await end(1);
    expect(begun).toEqual([0, 1, 2]);
    // 0 is slow now; 2 came a moment later.
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun, "all four are slow, and there is no more room").toEqual([0, 1, 2, 3, 4]);
    await end(0);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    await end(5);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
    vi.useRealTimers();
  });

  it("gives the place back when the work fails", async () => {
    const admission = new Admission({ insideMax: 1, quickMax: 1, slowMs: 1_000 });
    const failing = admission.run(() => Promise.reject(new Error("no")));
    const next = admission.run(() => Promise.resolve("in"));
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("in");
  });
});

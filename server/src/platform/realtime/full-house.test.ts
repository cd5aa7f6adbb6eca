import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchHeap } from "./full-house.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps the heap small while the house is full, and only then", () => {
  const flags: string[] = [];
  let connected = 0;
  watchHeap(() => connected, (flag) => void flags.push(flag));
  for (const count of [10, 2_999, 3_000, 10_000, 3_000, 2_999, 0]) {
    connected = count;
    vi.advanceTimersByTime(1_000);
  }
  expect(flags).toEqual(["--heap-growing-percent=80", "--heap-growing-percent=0"]);
});

import { describe, expect, it } from "vitest";
import { assumedServerNow } from "./assumed-time.rules.ts";

describe("[T2] the server's time for a page that was loaded without a line", () => {
  const kept = { serverNowMs: 1_000_000, deviceNowMs: 50_000 };
  it.each([
    ["goes on as long as the device's clock did", 80_000, [], 1_030_000],
    ["does not go back with a clock that was set back", 20_000, [], 1_000_000],
    ["is never before what was written since", 20_000, [1_012_000, 1_007_000], 1_012_000],
  ])("%s", (_what, deviceNowMs, knownMs, expected) => expect(assumedServerNow(kept, deviceNowMs, knownMs)).toBe(expected));
});

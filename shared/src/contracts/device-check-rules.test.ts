import { describe, expect, it } from "vitest";
import { clockOffsetMaxMs, medianSaveMaxMs, savesPerWay, verdictOf, verdictsOf, wayFindings, worstSaveMaxMs, type CheckedLine, type DeviceFindings, type Verdict } from "./device-check-rules.ts";

const good = { tried: savesPerWay, saved: savesPerWay, medianMs: 20, worstMs: 90 };
const none = { tried: 2, saved: 0, medianMs: null, worstMs: null };
const sound: DeviceFindings = { missing: [], storage: "lasting", screen: { widthPx: 1366, heightPx: 768 }, clockOffsetMs: 300, socket: good, http: good };

describe("[B2] the verdict of a device check", () => {
  it("is ready where everything is", () => expect([verdictOf(sound), ...Object.values(verdictsOf(sound))]).toEqual(Array(6).fill("ready")));

  it.each<[string, Partial<DeviceFindings>, CheckedLine, Verdict]>([
    ["no WebSocket", { missing: ["web-socket"] }, "browser", "attention"],
    ["no dialogs", { missing: ["web-socket", "dialogs"] }, "browser", "unusable"],
    ["a disk that may be cleared", { storage: "clearable" }, "storage", "ready"],
    ["memory only", { storage: "memory" }, "storage", "attention"],
    ["a store that loses what it took", { storage: "failed" }, "storage", "unusable"],
    ["a telephone", { screen: { widthPx: 390, heightPx: 844 } }, "screen", "attention"],
    ["a clock just right enough", { clockOffsetMs: -clockOffsetMaxMs }, "clock", "ready"],
    ["a slow clock", { clockOffsetMs: -clockOffsetMaxMs - 1 }, "clock", "attention"],
    ["a clock nobody compared", { clockOffsetMs: null }, "clock", "attention"],
    ["no socket", { socket: none }, "line", "attention"],
    ["no HTTP", { http: none }, "line", "attention"],
    ["neither", { socket: none, http: none }, "line", "unusable"],
    ["one save lost", { http: { ...good, saved: savesPerWay - 1 } }, "line", "attention"],
    ["as slow as may be", { socket: { ...good, medianMs: medianSaveMaxMs, worstMs: worstSaveMaxMs } }, "line", "ready"],
    ["slow", { socket: { ...good, medianMs: medianSaveMaxMs + 1, worstMs: worstSaveMaxMs } }, "line", "attention"],
    ["slow now and then", { socket: { ...good, worstMs: worstSaveMaxMs + 1 } }, "line", "attention"],
  ])("%s", (_, change, line, verdict) => {
    const findings = { ...sound, ...change };
    expect(verdictsOf(findings)).toEqual({ ...verdictsOf(sound), [line]: verdict });
    expect(verdictOf(findings)).toBe(verdict);
  });

  it("is the worst of its lines", () => expect(verdictOf({ ...sound, storage: "memory", socket: none, http: none })).toBe("unusable"));

  it.each([
    [[], 2, { tried: 2, saved: 0, medianMs: null, worstMs: null }],
    [[30.4], 1, { tried: 1, saved: 1, medianMs: 30, worstMs: 30 }],
    [[90, 10, 20], 4, { tried: 4, saved: 3, medianMs: 20, worstMs: 90 }],
    [[40, 10, 20, 30], 4, { tried: 4, saved: 4, medianMs: 20, worstMs: 40 }],
  ])("from times %j of %i tried", (timesMs, tried, found) => expect(wayFindings(timesMs, tried)).toEqual(found));
});

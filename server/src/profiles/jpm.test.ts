import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryOf, jobPersonMatch, validUntil, type LevelPair } from "./jpm.rules.ts";

const filling = [{ code: "MS", fromPercent: 80 }, { code: "MMS", fromPercent: 68 }, { code: "KMS", fromPercent: 0 }];
const mapping = [{ code: "O", fromPercent: 90 }, { code: "CO", fromPercent: 78 }, { code: "KO", fromPercent: 0 }];
const levels = (required: number[], achieved: (number | undefined)[]): LevelPair[] => required.map((level, index) => ({ competency: `M.0${index + 1}`, required: level, achieved: achieved[index] }));
const percent = (pairs: LevelPair[], cap = 100) => {
  const outcome = jobPersonMatch(pairs, cap);
  if (!outcome.ok) throw new Error("incomplete");
  return outcome.value;
};

describe("[S5] categories at their edges, unrounded", () => {
  it.each([
    [0, "KMS", "KO"],
    [67.99, "KMS", "KO"],
    [67.999999, "KMS", "KO"],
    [68, "MMS", "KO"],
    [77.99, "MMS", "KO"],
    [78, "MMS", "CO"],
    [79.99, "MMS", "CO"],
    [79.996, "MMS", "CO"],
    [80, "MS", "CO"],
    [89.99, "MS", "CO"],
    [89.9999, "MS", "CO"],
    [90, "MS", "O"],
    [100, "MS", "O"],
  ])("%d %% is %s for filling a position and %s for mapping", (jpm, forFilling, forMapping) => {
    expect(categoryOf(jpm, filling)?.code).toBe(forFilling);
    expect(categoryOf(jpm, mapping)?.code).toBe(forMapping);
  });
  it("does not depend on the order in which categories are written", () => expect(categoryOf(79, [...filling].reverse())?.code).toBe("MMS"));
  it("is none below the lowest bound", () => expect(categoryOf(10, [{ fromPercent: 50 }])).toBeUndefined());
});

describe("[S5] job person match", () => {
  it.each([
    ["as required", levels([3, 3, 3], [3, 3, 3]), 100],
    ["68 exactly: 17 of 25", levels([5, 5, 5, 5, 5], [4, 4, 3, 3, 3]), 68],
    ["80 exactly: 12 of 15", levels([3, 3, 3, 3, 3], [3, 3, 2, 2, 2]), 80],
    ["90 exactly: 27 of 30", levels([5, 5, 5, 5, 5, 5], [5, 5, 5, 4, 4, 4]), 90],
    ["78 exactly: 39 of 50", levels(Array(10).fill(5), [4, 4, 4, 4, 4, 4, 4, 4, 4, 3]), 78],
    ["above what is required is capped", levels([3, 3], [4, 5]), 100],
    ["a strength makes up for a gap, up to the cap", levels([3, 3], [5, 1]), 100],
  ])("%s", (_, pairs, expected) => expect(percent(pairs)).toBe(expected));

  it("prints two decimals but keeps all", () => expect(percent(levels([3, 3, 3], [3, 3, 2]))).toBeCloseTo(88.888888889, 9));
  it("takes the cap from the configuration", () => expect(percent(levels([3], [5]), 120)).toBe(120));
  it("weighs competencies where the standard does", () => {
    expect(percent([{ competency: "M.01", required: 4, achieved: 4, weight: 3 }, { competency: "M.02", required: 4, achieved: 2, weight: 1 }])).toBe(87.5);
  });
  it("is incomplete where a level is missing, and says which", () => {
    expect(jobPersonMatch(levels([3, 3, 3], [3, undefined, undefined]), 100)).toEqual({ ok: false, refusal: "incomplete", missing: ["M.02", "M.03"] });
  });
  it("is incomplete without any requirement", () => expect(jobPersonMatch([], 100)).toEqual({ ok: false, refusal: "incomplete", missing: [] }));
});

describe("[S5] properties", () => {
  const level = fc.integer({ min: 1, max: 5 });
  const pairs = fc.array(fc.record({ competency: fc.string(), required: level, achieved: level, weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 12 });

  it("lies above 0 and never above the cap", () => {
    fc.assert(fc.property(pairs, fc.integer({ min: 50, max: 150 }), (list, cap) => {
      const value = percent(list, cap);
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThanOrEqual(cap);
    }));
  });
  it("never falls when a level rises", () => {
    fc.assert(fc.property(pairs, fc.nat(), (list, at) => {
      const index = at % list.length;
      const raised = list.map((pair, position) => (position === index ? { ...pair, achieved: Math.min(5, pair.achieved + 1) } : pair));
      expect(percent(raised)).toBeGreaterThanOrEqual(percent(list));
    }));
  });
  it("does not change when all weights are scaled", () => {
    fc.assert(fc.property(pairs, fc.integer({ min: 2, max: 50 }), (list, scale) => {
      expect(percent(list.map((pair) => ({ ...pair, weight: pair.weight * scale })))).toBe(percent(list));
    }));
  });
  it("does not change with the order of competencies", () => {
    fc.assert(fc.property(pairs, (list) => { expect(percent([...list].reverse())).toBe(percent(list)); }));
  });
});

describe("validity", () => {
  it.each([["2026-11-23", "2029-11-22"], ["2026-01-01", "2028-12-31"], ["2024-02-29", "2027-02-28"], ["2026-03-01", "2029-02-28"]])("%s for three years: until %s", (from, until) => {
    expect(validUntil(from, 3)).toBe(until);
  });
});

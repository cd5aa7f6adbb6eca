import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisScore, band, standingOf, type NineBoxRules, type Row } from "./placement.rules.ts";

/** The default configuration "411/2025" (domain.md §5). */
const rules: NineBoxRules = {
  performanceMethod: "weighted-score",
  cutOffs: { performance: [60, 80], potential: [60, 80] },
  performanceComponents: [
    { code: "predicate", weightPercent: 60 },
    { code: "awards", weightPercent: 15 },
    { code: "teamwork", weightPercent: 15 },
    { code: "feedback", weightPercent: 10 },
  ],
  potentialComponents: [
    { code: "competency-result", weightPercent: 20 },
    { code: "competency-development", weightPercent: 10 },
    { code: "position-experience", weightPercent: 10 },
    { code: "potential-test", weightPercent: 25 },
    { code: "education", weightPercent: 10 },
    { code: "field-fit", weightPercent: 10 },
    { code: "integrity", weightPercent: 15 },
  ],
  talentScoreWeights: { performance: 50, potential: 50 },
  predicates: [
    { code: "sangat-baik", score: 100, row: "above" },
    { code: "baik", score: 80, row: "meets" },
    { code: "butuh-perbaikan", score: 60, row: "below" },
    { code: "kurang", score: 40, row: "below" },
    { code: "sangat-kurang", score: 20, row: "below" },
  ],
  boxes: [
    { number: 1, row: "below", column: "low" },
    { number: 2, row: "meets", column: "low" },
    { number: 3, row: "below", column: "medium" },
    { number: 4, row: "above", column: "low" },
    { number: 5, row: "meets", column: "medium" },
    { number: 6, row: "below", column: "high" },
    { number: 7, row: "above", column: "medium" },
    { number: 8, row: "meets", column: "high" },
    { number: 9, row: "above", column: "high" },
  ],
};
const byPredicate: NineBoxRules = { ...rules, performanceMethod: "predicate-row" };
const codes = [...rules.performanceComponents, ...rules.potentialComponents].map((component) => component.code).filter((code) => code !== "predicate");
const all = (score: number, overrides: Record<string, number> = {}) => new Map(codes.map((code) => [code, overrides[code] ?? score]));

/** Rules whose axes are one component each, so that a score can be set exactly. */
const plain: NineBoxRules = { ...rules, performanceComponents: [{ code: "y", weightPercent: 100 }], potentialComponents: [{ code: "x", weightPercent: 100 }] };
const at = (y: number, x: number) => standingOf({ predicate: undefined, components: new Map([["y", y], ["x", x]]) }, plain).box;

describe("[S5] cut-offs at their edges, inclusive and unrounded", () => {
  it.each([
    [59.99, 59.99, 1], [59.99, 60, 3], [59.99, 79.99, 3], [59.99, 80, 6],
    [60, 59.99, 2], [60, 60, 5], [60, 79.99, 5], [60, 80, 8],
    [79.99, 59.99, 2], [79.99, 60, 5], [79.99, 79.99, 5], [79.99, 80, 8],
    [80, 59.99, 4], [80, 60, 7], [80, 79.99, 7], [80, 80, 9],
    [79.999999, 59.999999, 2], [0, 0, 1], [100, 100, 9],
  ])("performance %d and potential %d: box %d", (y, x, box) => expect(at(y, x)).toBe(box));

  it("does not lose a person to binary fractions", () => {
    const components = [{ code: "a", weightPercent: 60 }, { code: "b", weightPercent: 15 }, { code: "c", weightPercent: 15 }, { code: "d", weightPercent: 10 }];
    const score = axisScore(components, new Map([["a", 60.1], ["b", 59.7], ["c", 59.9], ["d", 60]])).score;
    expect(score).toBe(60);
    expect(band(score ?? 0, [60, 80], ["low", "medium", "high"])).toBe("medium");
  });
});

describe("[S5] the trap: a good predicate without reinforcing points", () => {
  const bare = { awards: 0, teamwork: 0, feedback: 0 };
  it.each([
    ["baik", 48, "weighted-score", 1],
    ["sangat-baik", 60, "weighted-score", 2],
    ["baik", 48, "predicate-row", 2],
    ["sangat-baik", 60, "predicate-row", 4],
    ["butuh-perbaikan", 36, "predicate-row", 1],
  ] as const)("%s scores %d; by %s it is box %d", (predicate, score, method, box) => {
    const standing = standingOf({ predicate, components: all(50, bare) }, method === "weighted-score" ? rules : byPredicate);
    expect(standing.performanceScore).toBe(score);
    expect(standing.box).toBe(box);
  });
});

describe("[S5] missing is not zero", () => {
  it("lists what is missing, in the order of the configuration, and proposes no box", () => {
    const components = all(90);
    components.delete("education");
    components.delete("awards");
    const standing = standingOf({ predicate: undefined, components }, rules);
    expect(standing).toEqual({ performanceScore: undefined, potentialScore: undefined, talentScore: undefined, box: undefined, missing: ["predicate", "awards", "education"] });
  });
  it("still shows the axis that is complete", () => {
    const components = all(90);
    components.delete("integrity");
    expect(standingOf({ predicate: "baik", components }, rules)).toMatchObject({ performanceScore: 84, potentialScore: undefined, box: undefined, missing: ["integrity"] });
  });
  it("keeps a recorded zero as a zero", () => expect(standingOf({ predicate: "baik", components: all(0) }, rules)).toMatchObject({ potentialScore: 0, box: 1, missing: [] }));
  it("treats a predicate the configuration does not know as missing", () => expect(standingOf({ predicate: "istimewa", components: all(90) }, byPredicate)).toMatchObject({ box: undefined, missing: ["predicate"] }));
  it("needs the predicate for the row even where it has no weight", () => {
    const standing = standingOf({ predicate: undefined, components: new Map([["y", 90], ["x", 90]]) }, { ...plain, performanceMethod: "predicate-row" });
    expect(standing).toMatchObject({ box: undefined, missing: ["predicate"] });
  });
  it("does not let a component of that name stand in for the predicate", () => {
    expect(standingOf({ predicate: undefined, components: all(90).set("predicate", 100) }, rules).missing).toEqual(["predicate"]);
  });
});

describe("[S5] properties", () => {
  const score = fc.double({ min: 0, max: 100, noNaN: true });
  const predicate = fc.constantFrom(...rules.predicates.map((candidate) => candidate.code));
  const person = fc.record({ predicate, components: fc.tuple(...codes.map(() => score)).map((scores) => new Map(codes.map((code, index) => [code, scores[index] ?? 0]))) });
  const method = fc.constantFrom(rules, byPredicate);
  const height: Record<string, number> = { below: 0, meets: 1, above: 2, low: 0, medium: 1, high: 2 };
  const place = (number: number | undefined, config: NineBoxRules) => {
    const box = config.boxes.find((candidate) => candidate.number === number) as { row: Row; column: string };
    return [height[box.row] ?? -1, height[box.column] ?? -1] as const;
  };

  it("every complete person has exactly one box, and a talent score between the axes", () => {
    fc.assert(fc.property(person, method, (input, config) => {
      const standing = standingOf(input, config);
      expect(standing.box).toBeGreaterThanOrEqual(1);
      expect(standing.box).toBeLessThanOrEqual(9);
      const axes = [standing.performanceScore ?? -1, standing.potentialScore ?? -1];
      expect(standing.talentScore).toBeGreaterThanOrEqual(Math.min(...axes) - 1e-9);
      expect(standing.talentScore).toBeLessThanOrEqual(Math.max(...axes) + 1e-9);
    }));
  });
  it("a higher component never lowers row, column or talent score", () => {
    fc.assert(fc.property(person, method, fc.constantFrom(...codes), score, (input, config, code, other) => {
      const raised = { ...input, components: new Map(input.components).set(code, Math.max(other, input.components.get(code) ?? 0)) };
      const [before, after] = [standingOf(input, config), standingOf(raised, config)];
      const [from, to] = [place(before.box, config), place(after.box, config)];
      expect(to[0]).toBeGreaterThanOrEqual(from[0]);
      expect(to[1]).toBeGreaterThanOrEqual(from[1]);
      expect(after.talentScore).toBeGreaterThanOrEqual(before.talentScore ?? 0);
    }));
  });
  it("anything missing leaves the person without a box", () => {
    fc.assert(fc.property(person, method, fc.constantFrom(...codes), (input, config, code) => {
      const components = new Map(input.components);
      components.delete(code);
      expect(standingOf({ ...input, components }, config)).toMatchObject({ box: undefined, talentScore: undefined, missing: [code] });
    }));
  });
});

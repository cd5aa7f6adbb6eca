import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialStandardError, indicatedLevel, scoreByKey, type KeyedItem, type ResponseEntry } from "./keyed-score.rules.ts";

const options = ["a", "b", "c", "d"];
const choice = (id: string, facet = "verbal"): KeyedItem => ({ id, interaction: "choice", options, correct: "b", facet });
const bestWorst = (id: string, competency = "M.01"): KeyedItem => ({ id, interaction: "best-worst", options, effectiveness: { a: 3, b: 2, c: 1, d: 0 }, competency });
const bands = [0.3, 0.5, 0.7, 0.85] as const;

describe("[S1] choice items", () => {
  it.each([
    ["right", { option: "b" }, 1, true],
    ["wrong", { option: "a" }, 0, true],
    ["taken back", { option: null }, 0, false],
    ["an option the item does not have", { option: "z" }, 0, false],
    ["the shape of another interaction", { best: "b", worst: "a" }, 0, false],
  ])("%s", (_, response, points, answered) => {
    const score = scoreByKey([choice("q1")], [{ seq: 1, itemId: "q1", response }]);
    expect(score.itemScores).toEqual([{ itemId: "q1", points, maxPoints: 1, answered }]);
  });

  it("counts the unanswered apart from the wrong", () => {
    const score = scoreByKey([choice("q1"), choice("q2"), choice("q3", "logical")], [{ seq: 1, itemId: "q1", response: { option: "b" } }, { seq: 2, itemId: "q3", response: { option: "a" } }]);
    expect(score).toMatchObject({ points: 1, maxPoints: 3, items: 3, answered: 2, unanswered: 1 });
    expect(score.groups).toEqual([
      { kind: "facet", code: "logical", points: 0, maxPoints: 1, share: 0, items: 1, answered: 1, indicatedLevel: null },
      { kind: "facet", code: "verbal", points: 1, maxPoints: 2, share: 0.5, items: 2, answered: 1, indicatedLevel: null },
    ]);
  });

  it("ignores a response to an item the paper does not have", () => {
    expect(scoreByKey([choice("q1")], [{ seq: 1, itemId: "q9", response: { option: "b" } }])).toMatchObject({ points: 0, answered: 0 });
  });
});

describe("[S1] best–worst items", () => {
  it.each([
    ["best and worst as the experts", { best: "a", worst: "d" }, 6, true],
    ["turned round", { best: "d", worst: "a" }, 0, true],
    ["half right", { best: "a", worst: "b" }, 4, true],
    ["middle", { best: "b", worst: "c" }, 4, true],
    ["only the best chosen", { best: "a" }, 0, false],
    ["the same option twice", { best: "a", worst: "a" }, 0, false],
    ["an option the item does not have", { best: "a", worst: "z" }, 0, false],
  ])("%s", (_, response, points, answered) => {
    const score = scoreByKey([bestWorst("s1")], [{ seq: 1, itemId: "s1", response }], bands);
    expect(score.itemScores).toEqual([{ itemId: "s1", points, maxPoints: 6, answered }]);
    expect(score.standardError).toBeNull();
  });

  it("indicates a level per competency, and none where nothing was answered", () => {
    const score = scoreByKey([bestWorst("s1"), bestWorst("s2"), bestWorst("s3", "M.02")], [{ seq: 1, itemId: "s1", response: { best: "a", worst: "d" } }], bands);
    expect(score.groups.map((group) => [group.code, group.share, group.indicatedLevel])).toEqual([["M.01", 0.5, 3], ["M.02", 0, null]]);
  });
});

describe("level bands are inclusive and unrounded", () => {
  it.each([[0, 1], [0.2999, 1], [0.3, 2], [0.4999, 2], [0.5, 3], [0.7, 4], [0.8499, 4], [0.85, 5], [1, 5]])("share %d indicates level %d", (share, level) => {
    expect(indicatedLevel(share, bands)).toBe(level);
  });
});

describe("[S6] standard error", () => {
  it.each([[20, 40, 3.2026], [0, 40, 0], [40, 40, 0], [30, 40, 2.7735], [1, 2, 1]])("%d right of %d: %d points", (right, items, error) => {
    expect(binomialStandardError(right, items)).toBeCloseTo(error, 4);
  });
  it("is not given for one item", () => expect(binomialStandardError(1, 1)).toBeNull());
});

describe("properties", () => {
  const items = [choice("q1"), choice("q2", "numerical"), bestWorst("s1"), bestWorst("s2", "M.02")];
  const option = fc.constantFrom("a", "b", "c", "d", "z", null);
  const entries = fc
    .array(fc.record({ itemId: fc.constantFrom("q1", "q2", "s1", "s2", "other"), response: fc.record({ option, best: option, worst: option }, { requiredKeys: [] }) }), { maxLength: 30 })
    .map((list): ResponseEntry[] => list.map((entry, index) => ({ ...entry, seq: index + 1 })));

  it("[S1] the order in which entries are read never matters", () => {
    fc.assert(
      fc.property(entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }))), ([list, mixed]) => {
        expect(scoreByKey(items, mixed, bands)).toEqual(scoreByKey(items, list, bands));
      }),
    );
  });

  it("[S1] only the latest response to each item counts", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const last = [...new Map(list.map((entry) => [entry.itemId, entry])).values()];
        expect(scoreByKey(items, last, bands)).toEqual(scoreByKey(items, list, bands));
      }),
    );
  });

  it("points lie between 0 and the maximum, and groups and items add up", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const score = scoreByKey(items, list, bands);
        const add = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(score.points).toBeGreaterThanOrEqual(0);
        expect(score.points).toBeLessThanOrEqual(score.maxPoints);
        expect(add(score.itemScores.map((item) => item.points))).toBe(score.points);
        expect(add(score.groups.map((group) => group.points))).toBe(score.points);
        expect(score.answered + score.unanswered).toBe(items.length);
      }),
    );
  });
});

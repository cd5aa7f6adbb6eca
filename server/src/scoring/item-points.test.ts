import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDichotomous, type ItemResponse, type KeyedItem, pointsOf } from "./item-points.rules.ts";
import { scoreByKey } from "./keyed-score.rules.ts";

const options = ["a", "b", "c", "d"];
type Scoring = "match-correct" | "map-response";
const multiple = (scoring: Scoring): KeyedItem => ({ id: "m", interaction: "multiple-response", options, minChoices: 1, correct: ["a", "c"], scoring, facet: "verbal" });
const order = (scoring: Scoring): KeyedItem => ({ id: "o", interaction: "order", options, correct: ["c", "a", "d", "b"], scoring, facet: "logical" });
const correct: Record<string, string> = { p: "a", q: "b", r: "b" };
const match = (scoring: Scoring): KeyedItem => ({ id: "p", interaction: "match", parts: { p: options, q: options, r: options }, correct, scoring, facet: "verbal" });
const text: KeyedItem = { id: "t", interaction: "text-entry", units: [], accepted: [{ text: "nota dinas" }, { text: "Nodin" }], facet: "verbal" };
const number: KeyedItem = { id: "n", interaction: "text-entry", units: ["hari", "jam"], accepted: [{ value: 2.5, tolerance: 0.1, unit: "hari" }, { value: 60, tolerance: 0, unit: "jam" }], facet: "numerical" };
const share: KeyedItem = { id: "s", interaction: "text-entry", units: ["%"], accepted: [{ value: 0.3, tolerance: 0.1 }], facet: "numerical" };
const slider: KeyedItem = { id: "l", interaction: "slider", value: 40, tolerance: 5, facet: "numerical" };
const scale = ["1", "2", "3", "4", "5"];
const likert: KeyedItem = { id: "k", interaction: "likert", parts: { s: scale, t: scale }, scale, reversed: ["t"] };
const written: KeyedItem = { id: "w", interaction: "extended-text" };

describe("[S1] points by key", () => {
  it.each<[string, KeyedItem, ItemResponse, number, number, boolean]>([
    ["multiple, exactly right", multiple("match-correct"), { options: ["c", "a"] }, 1, 1, true],
    ["multiple, one missing", multiple("match-correct"), { options: ["a"] }, 0, 1, true],
    ["multiple, one too many", multiple("match-correct"), { options: ["a", "c", "d"] }, 0, 1, true],
    ["multiple by part, exactly right", multiple("map-response"), { options: ["c", "a"] }, 2, 2, true],
    ["multiple by part, one missing", multiple("map-response"), { options: ["a"] }, 1, 2, true],
    ["multiple by part, one too many costs one", multiple("map-response"), { options: ["a", "c", "d"] }, 1, 2, true],
    ["multiple by part, everything ticked earns nothing", multiple("map-response"), { options }, 0, 2, true],
    ["multiple by part, never below nothing", multiple("map-response"), { options: ["b", "d"] }, 0, 2, true],
    ["multiple, the same twice counts once", multiple("map-response"), { options: ["a", "a"] }, 1, 2, true],
    ["multiple, taken back", multiple("map-response"), { options: [] }, 0, 2, false],
    ["order, right", order("match-correct"), { options: ["c", "a", "d", "b"] }, 1, 1, true],
    ["order, two exchanged", order("match-correct"), { options: ["c", "d", "a", "b"] }, 0, 1, true],
    ["order by part, the first put last keeps what follows together", order("map-response"), { options: ["a", "d", "b", "c"] }, 2, 3, true],
    ["order by part, turned round", order("map-response"), { options: ["b", "d", "a", "c"] }, 0, 3, true],
    ["order, half of it", order("map-response"), { options: ["c", "a"] }, 0, 3, false],
    ["match, right", match("match-correct"), { chosen: { p: "a", q: "b", r: "b" } }, 1, 1, true],
    ["match, one wrong", match("match-correct"), { chosen: { p: "a", q: "b", r: "c" } }, 0, 1, true],
    ["match by part, one wrong", match("map-response"), { chosen: { p: "a", q: "b", r: "c" } }, 2, 3, true],
    ["match by part, not finished: what stands counts, the item is not answered", match("map-response"), { chosen: { p: "a", q: null, r: null } }, 1, 3, false],
    ["match, an option it does not have", match("map-response"), { chosen: { p: "z", q: "b", r: "b" } }, 2, 3, false],
    ["text, whatever its capitals and spaces", text, { text: "  Nota  DINAS " }, 1, 1, true],
    ["text, another accepted word", text, { text: "nodin" }, 1, 1, true],
    ["text, wrong", text, { text: "memo" }, 0, 1, true],
    ["text, empty", text, { text: " " }, 0, 1, false],
    ["number, right with its unit", number, { text: "2,5", unit: "hari" }, 1, 1, true],
    ["number, at the edge of the tolerance", number, { text: "2,6", unit: "hari" }, 1, 1, true],
    ["number, beyond it", number, { text: "2,61", unit: "hari" }, 0, 1, true],
    ["number, the same in another unit", number, { text: "60", unit: "jam" }, 1, 1, true],
    ["number, in the wrong unit", number, { text: "2,5", unit: "jam" }, 0, 1, true],
    ["number, without its unit", number, { text: "2,5", unit: null }, 0, 1, false],
    ["number, no number", number, { text: "dua", unit: "hari" }, 0, 1, true],
    ["number, an edge that binary numbers miss", share, { text: "0,4" }, 1, 1, true],
    ["number, the other edge", share, { text: "0,2" }, 1, 1, true],
    ["slider, within", slider, { value: 45 }, 1, 1, true],
    ["slider, beyond", slider, { value: 46 }, 0, 1, true],
    ["slider, not moved", slider, { value: null }, 0, 1, false],
    ["likert, the reversed one turned round", likert, { chosen: { s: "5", t: "2" } }, 7, 8, true],
    ["likert, one left out", likert, { chosen: { s: "5", t: null } }, 0, 8, false],
    ["written, for people to read", written, { text: "Menurut saya …" }, 0, 0, true],
    ["written, empty", written, {}, 0, 0, false],
    ["the shape of another interaction", match("map-response"), { options: ["a"] }, 0, 3, false],
  ])("%s", (_, item, response, points, maxPoints, answered) => expect(pointsOf(item, response)).toEqual({ points, maxPoints, answered }));
});

const items: KeyedItem[] = [multiple("map-response"), order("map-response"), match("map-response"), text, number, share, slider, likert, written];
const id = fc.constantFrom(...options, "z", "1", "5");
const response: fc.Arbitrary<ItemResponse> = fc.record(
  {
    options: fc.array(id, { maxLength: 6 }),
    chosen: fc.dictionary(fc.constantFrom("p", "q", "r", "s", "t", "__proto__", "constructor"), fc.option(id)),
    text: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("2,5", "nodin", "0,4")),
    unit: fc.constantFrom("hari", "jam", "tahun", null),
    value: fc.option(fc.integer({ min: 0, max: 100 })),
  },
  { requiredKeys: [] },
);

describe("properties", () => {
  it("[S1] points are whole, between nothing and the maximum, whatever was sent", () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), response, (item, given) => {
        const { points, maxPoints } = pointsOf(item, given);
        expect(Number.isInteger(points) && points >= 0 && points <= maxPoints).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("all or nothing is given exactly where every part was right", () => {
    fc.assert(
      fc.property(fc.constantFrom(multiple, order, match), response, (make, given) => {
        const [whole, byPart] = [pointsOf(make("match-correct"), given), pointsOf(make("map-response"), given)];
        expect(whole.points === 1).toBe(byPart.points === byPart.maxPoints);
      }),
      { numRuns: 1000 },
    );
  });

  it("one more right part never costs a point", () => {
    fc.assert(
      fc.property(response, fc.constantFrom("p", "q", "r"), (given, part) => {
        const item = match("map-response");
        const better = { ...given, chosen: { ...given.chosen, [part]: correct[part] ?? null } };
        expect(pointsOf(item, better).points).toBeGreaterThanOrEqual(pointsOf(item, given).points);
      }),
    );
  });

  it("a self-report stands in its own group and never in the total", () => {
    fc.assert(
      fc.property(response, (given) => {
        const entries = items.map((item, index) => ({ seq: index + 1, itemId: item.id, response: given }));
        const [withIt, without] = [scoreByKey(items, entries), scoreByKey(items.filter((item) => item !== likert), entries)];
        expect([withIt.points, withIt.maxPoints]).toEqual([without.points, without.maxPoints]);
        expect(withIt.groups.filter((group) => group.code !== "self-report")).toEqual(without.groups);
      }),
    );
  });
});

describe("[S6] the binomial standard error", () => {
  it("is given where every item is right or wrong, and nowhere else", () => {
    expect([text, slider, multiple("match-correct")].every(isDichotomous)).toBe(true);
    expect(scoreByKey([text, slider, order("match-correct")], []).standardError).toBe(0);
    for (const item of [likert, written, match("map-response")]) expect(scoreByKey([text, item], []).standardError).toBeNull();
  });
});

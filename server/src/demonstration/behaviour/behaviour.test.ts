import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreedLevel, assessorOf, ratingOf } from "./assessor.rules.ts";
import { answerBestWorst, answerChoice, candidateOf, competencies, probabilityOfRight, qualityOf, type Candidate } from "./candidate.rules.ts";
import { normal, randomOf, vary } from "./chance.rules.ts";
import { pairsFor } from "./pairs.rules.ts";

const level = (value: number) => Object.fromEntries(competencies.map((competency) => [competency, value])) as Candidate["trueLevels"];
const person = (ability: number, seed = "p"): Candidate => ({ seed, ability, trueLevels: level(2.55 + 0.72 * ability) });
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const effectiveness = { a: 3, b: 2, c: 1, d: 0 };
const bestWorstPoints = ({ best, worst }: { best: string; worst: string }) => (effectiveness[best as "a"] ?? 0) + 3 - (effectiveness[worst as "a"] ?? 0);

describe("chance", () => {
  it("is the same for the same names and another for others", () => {
    expect(randomOf("a", 1)()).toBe(randomOf("a", 1)());
    expect(randomOf("a", 1)()).not.toBe(randomOf("a", 2)());
  });
  it("draws normal values", () => {
    const random = randomOf("normal");
    const values = Array.from({ length: 4000 }, () => normal(random));
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 0);
  });
  it("chooses one alternative of each wording and leaves no mark", () => {
    const seen = new Set(Array.from({ length: 60 }, (_, index) => vary(randomOf("v", index), "{Mohon|Harap} dikirim{ hari ini|}.")));
    expect([...seen].sort()).toEqual(["Harap dikirim hari ini.", "Harap dikirim.", "Mohon dikirim hari ini.", "Mohon dikirim."]);
  });
});

describe("Rasch", () => {
  it.each([[0, 0, 5, 0.6], [0, 0, 2, 0.75], [-8, 0, 5, 0.2], [8, 0, 5, 1]])("ability %d on difficulty %d of %d options: %d", (ability, difficulty, options, expected) => {
    expect(probabilityOfRight(ability, difficulty, options)).toBeCloseTo(expected, 2);
  });
  it("rises with ability and falls with difficulty, never below guessing", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 0.01, max: 2, noNaN: true }), (ability, difficulty, more) => {
        const probability = probabilityOfRight(ability, difficulty, 5);
        expect(probabilityOfRight(ability + more, difficulty, 5)).toBeGreaterThan(probability);
        expect(probabilityOfRight(ability, difficulty + more, 5)).toBeLessThan(probability);
        expect(probability).toBeGreaterThan(0.2);
      }),
    );
  });
});

describe("a simulated candidate", () => {
  it("is the same person for the same seed", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 23 }), (seed, index) => {
        expect(candidateOf(seed, index, 24)).toEqual(candidateOf(seed, index, 24));
      }),
    );
    const task = { id: "v01", options: ["a", "b", "c", "d", "e"], correct: "a", difficulty: 0 };
    expect(answerChoice(person(0), task)).toBe(answerChoice(person(0), task));
  });

  it("differs from the next one, and a group of any size holds weak and strong people", () => {
    for (const count of [6, 12, 24]) {
      const group = Array.from({ length: count }, (_, index) => candidateOf("g", index, count));
      const abilities = group.map((candidate) => candidate.ability);
      expect(new Set(abilities).size).toBe(count);
      expect(Math.min(...abilities)).toBeLessThan(-0.7);
      expect(Math.max(...abilities)).toBeGreaterThan(0.7);
      expect(mean(abilities)).toBeCloseTo(0, 0);
    }
  });

  it("answers more items right the more able they are", () => {
    const right = (ability: number) =>
      mean(Array.from({ length: 400 }, (_, index) => (answerChoice(person(ability), { id: `i${index}`, options: ["a", "b", "c", "d", "e"], correct: "c", difficulty: 0 }) === "c" ? 1 : 0)));
    expect(right(-1.5)).toBeLessThan(right(0));
    expect(right(0)).toBeLessThan(right(1.5));
    expect(right(-1.5)).toBeGreaterThan(0.2);
  });

  it("judges situations better the higher the level, and never names one option twice", () => {
    const points = (ability: number) => mean(Array.from({ length: 400 }, (_, index) => bestWorstPoints(answerBestWorst(person(ability), { id: `s${index}`, effectiveness, competency: "M.01" }))));
    expect(points(-1.5)).toBeLessThan(points(0));
    expect(points(0)).toBeLessThan(points(1.5));
    expect(points(-1.5)).toBeGreaterThan(3);
    for (let index = 0; index < 100; index++) {
      const { best, worst } = answerBestWorst(person(-2), { id: `s${index}`, effectiveness, competency: "M.01" });
      expect(best).not.toBe(worst);
    }
  });

  it("does better work the higher the level", () => {
    const quality = (ability: number) => mean(Array.from({ length: 100 }, (_, index) => qualityOf(person(ability), "M.05", `d${index}`)));
    expect(quality(-1.5)).toBeLessThan(1.5);
    expect(quality(1.5)).toBeGreaterThan(2.5);
  });
});

describe("a simulated assessor", () => {
  it("rates a better candidate higher on average, and severity lowers ratings", () => {
    const rate = (severity: number, ability: number) => mean(Array.from({ length: 200 }, (_, index) => ratingOf({ seed: "a", severity }, person(ability, `c${index}`), "M.03", "case")));
    expect(rate(0, -1)).toBeLessThan(rate(0, 1));
    expect(rate(0.4, 0)).toBeLessThan(rate(-0.4, 0));
  });
  it("does not always agree with a colleague", () => {
    const [one, other] = [assessorOf("asesor1"), assessorOf("asesor2")];
    const pairs = Array.from({ length: 60 }, (_, index) => [ratingOf(one, candidateOf("g", index % 24, 24), "M.04", `x${index}`), ratingOf(other, candidateOf("g", index % 24, 24), "M.04", `x${index}`)] as const);
    const same = pairs.filter(([first, second]) => first === second).length;
    expect(same).toBeGreaterThan(20);
    expect(same).toBeLessThan(58);
  });
});

describe("the lead's level", () => {
  it.each([
    [[3, 3, 2, 2], 4, 3],
    [[3, 3, 2, 2], 2, 2],
    [[3, 2], null, 2],
    [[4, 3, 3, 3], 1, 3],
    [[], 3, 3],
    [[5, 5], null, 5],
  ])("of %j with an indication of %s is %d", (ratings, indicated, expected) => {
    expect(agreedLevel(ratings, indicated)).toBe(expected);
  });
});

describe("pairs of assessors", () => {
  it.each([[6, 4], [6, 5], [2, 4], [3, 2]])("%d groups among %d: two different people each, the work spread evenly", (groups, count) => {
    const assessors = Array.from({ length: count }, (_, index) => `a${index}`);
    const pairs = pairsFor(groups, assessors);
    expect(pairs).toHaveLength(groups);
    for (const [one, other] of pairs) expect(one).not.toBe(other);
    const loads = assessors.map((assessor) => pairs.flat().filter((one) => one === assessor).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });
});

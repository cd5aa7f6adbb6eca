import { describe, expect, it } from "vitest";
import { candidateOf } from "../behaviour/candidate.rules.ts";
import { componentsOf, predicatesOf } from "./standing.rules.ts";

const people = Array.from({ length: 60 }, (_, index) => ({ seed: `p${index}`, ability: candidateOf("p", index, 60).ability }));

describe("what the register knows", () => {
  it("is within 0 and 100, the same every time, and of two years", () => {
    for (const { seed, ability } of people) {
      const components = componentsOf(seed, { education: "s2" }, ability, 2026);
      for (const { score } of components) expect(score >= 0 && score <= 100).toBe(true);
      expect(componentsOf(seed, { education: "s2" }, ability, 2026)).toEqual(components);
      expect(predicatesOf(seed, ability, 2026).every(({ year }) => year === 2024 || year === 2025)).toBe(true);
    }
  });

  it("lacks something for a few people, not for most", () => {
    const incomplete = people.filter(({ seed, ability }) => componentsOf(seed, { education: "s2" }, ability, 2026).length < 9 || predicatesOf(seed, ability, 2026).length < 2);
    expect(incomplete.length).toBeGreaterThan(2);
    expect(incomplete.length).toBeLessThan(20);
  });

  it("differs between people", () => {
    const last = people.flatMap(({ seed, ability }) => predicatesOf(seed, ability, 2026).filter(({ year }) => year === 2025).map(({ predicate }) => predicate));
    expect(new Set(last).size).toBeGreaterThanOrEqual(3);
    expect(last.filter((predicate) => predicate === "baik").length).toBeGreaterThan(20);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NineBoxConfiguration, PositionStandards } from "./content.ts";
import { checkContent, coreCompetencies } from "./content.rules.ts";

const provenance = { code: "uji", version: 1, title: "Uji", legalBasis: "Peraturan uji", effectiveFrom: "2026-01-01" };
const rows = ["below", "meets", "above"] as const;
const columns = ["low", "medium", "high"] as const;
const nineBox: NineBoxConfiguration = {
  ...provenance,
  performanceMethod: "weighted-score",
  cutOffs: { performance: [60, 80], potential: [60, 80] },
  performanceComponents: [{ code: "a", name: "A", weightPercent: 60 }, { code: "b", name: "B", weightPercent: 40 }],
  potentialComponents: [{ code: "c", name: "C", weightPercent: 100 }],
  talentScoreWeights: { performance: 50, potential: 50 },
  predicates: rows.map((row, index) => ({ code: row, name: row, score: index * 40, row })),
  education: [{ code: "s1", name: "S1", score: 80 }],
  discipline: [{ code: "none", name: "Tidak ada", score: 100 }],
  boxes: rows.flatMap((row, r) => columns.map((column, c) => ({ number: r * 3 + c + 1, row, column, label: "x", recommendations: ["x"] }))),
  poolBoxes: [7, 8, 9],
};

describe("nine-box", () => {
  const [first, second, ...others] = nineBox.boxes;
  const cases: [string, NineBoxConfiguration, string | undefined][] = [
    ["is taken as it should be", nineBox, undefined],
    ["weights of performance", { ...nineBox, performanceComponents: nineBox.performanceComponents.slice(1) }, "performanceComponents"],
    ["weights of potential", { ...nineBox, potentialComponents: [{ code: "c", name: "C", weightPercent: 99 }] }, "potentialComponents"],
    ["talent score", { ...nineBox, talentScoreWeights: { performance: 50, potential: 40 } }, "talentScoreWeights"],
    ["cut-offs", { ...nineBox, cutOffs: { ...nineBox.cutOffs, potential: [80, 80] } }, "cutOffs.potential"],
    ["a box number twice", { ...nineBox, boxes: [first!, { ...second!, number: first!.number }, ...others] }, "boxes"],
    ["a cell twice", { ...nineBox, boxes: [first!, { ...second!, column: first!.column }, ...others] }, "boxes"],
    ["a row no predicate reaches", { ...nineBox, predicates: nineBox.predicates.filter(({ row }) => row !== "above") }, "predicates"],
  ];
  it.each(cases)("%s", (_, content, path) => {
    expect(checkContent("nine-box", content).map((problem) => problem.path)).toEqual(path === undefined ? [] : [path]);
  });
});

describe("position standards", () => {
  it("name every one of the nine competencies that is left out, and only those", () => {
    fc.assert(
      fc.property(fc.subarray([...coreCompetencies]), (held) => {
        const content: PositionStandards = { ...provenance, standards: [{ code: "satu", title: "Satu", positionType: "pengawas", required: Object.fromEntries(held.map((code) => [code, 2])) }] };
        const problems = checkContent("position-standards", content);
        expect(problems.map((problem) => problem.message)).toEqual(coreCompetencies.filter((code) => !held.includes(code)).map((code) => `satu requires no level of ${code}`));
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { cellsOf, coverageOf, moved, possibleCells, tickedOf, toggled } from "./matrix.rules.ts";

const test = { versionId: "t", competencies: ["M.01", "M.02", "T.09"] };
const basket = { versionId: "b", competencies: ["M.02"] };
const reasoning = { versionId: "r", competencies: [] };
const instruments = [test, basket, reasoning];
const required = ["M.01", "M.02", "M.03"];

describe("the matrix", () => {
  it("offers what an instrument measures and the position requires, nothing else", () => {
    expect(possibleCells(instruments, required)).toEqual([
      { versionId: "t", competency: "M.01" },
      { versionId: "t", competency: "M.02" },
      { versionId: "b", competency: "M.02" },
    ]);
  });

  it("leaves saved cells behind that no longer can be ticked", () => {
    const saved = [{ versionId: "t", competency: "M.01" }, { versionId: "t", competency: "T.09" }, { versionId: "gone", competency: "M.01" }, { versionId: "b", competency: "M.01" }];
    expect(cellsOf(tickedOf(saved, instruments, required), instruments, required)).toEqual([{ versionId: "t", competency: "M.01" }]);
  });

  it("ticks and unticks one cell and leaves the others alone", () => {
    const cell = { versionId: "b", competency: "M.02" };
    const start = tickedOf([{ versionId: "t", competency: "M.02" }], instruments, required);
    const once = toggled(start, cell);
    expect(cellsOf(once, instruments, required)).toHaveLength(2);
    expect(toggled(once, cell)).toEqual(start);
    expect(start.size).toBe(1);
  });

  it("survives a round trip", () => {
    const cells = possibleCells(instruments, required);
    expect(cellsOf(tickedOf(cells, instruments, required), instruments, required)).toEqual(cells);
  });

  it.each([
    ["M.03", 0, "none"],
    ["M.01", 1, "once"],
    ["M.02", 2, "enough"],
  ])("%s is covered by %i: %s", (competency, count, coverage) => {
    const ticked = tickedOf(possibleCells(instruments, required), instruments, required);
    expect(coverageOf(competency, ticked, instruments)).toEqual({ count, coverage });
  });
});

describe("arrow keys", () => {
  // x can be ticked:  x . x
  //                   . x .
  //                   x . x
  const canTick = ({ row, column }: { row: number; column: number }) => (row + column) % 2 === 0;
  const size = { rows: 3, columns: 3 };
  it.each([
    ["ArrowRight", 0, 0, 0, 2],
    ["ArrowLeft", 0, 2, 0, 0],
    ["ArrowDown", 0, 0, 2, 0],
    ["ArrowUp", 0, 0, 0, 0],
    ["ArrowRight", 1, 1, 1, 1],
    ["Home", 2, 2, 2, 0],
    ["End", 0, 0, 0, 2],
    ["Tab", 1, 1, 1, 1],
  ])("%s from %i,%i to %i,%i", (key, row, column, toRow, toColumn) => {
    expect(moved({ row, column }, key, size, canTick)).toEqual({ row: toRow, column: toColumn });
  });
});

import { describe, expect, it } from "vitest";
import { ranked, refusePlacement } from "./decision.rules.ts";

describe("confirming a placement", () => {
  it.each([
    ["the proposal, without a word", { proposedBox: 9, box: 9, reason: "" }, undefined],
    ["another box without a reason", { proposedBox: 9, box: 8, reason: "" }, "reason-too-short"],
    ["another box, 19 characters", { proposedBox: 9, box: 8, reason: "x".repeat(19) }, "reason-too-short"],
    ["another box, 20 characters", { proposedBox: 9, box: 8, reason: "x".repeat(20) }, undefined],
    ["white space is no reason", { proposedBox: 9, box: 8, reason: " ".repeat(40) }, "reason-too-short"],
    ["nobody without a proposal", { proposedBox: null, box: 5, reason: "x".repeat(60) }, "standing-incomplete"],
  ])("%s", (_, given, refusal) => expect(refusePlacement(given)).toBe(refusal));
});

it("ranks by unrounded talent score; equals share a rank; a missing score comes last", () => {
  const people = [
    { name: "Budi", talentScore: 80.001 },
    { name: "Ani", talentScore: 80.004 },
    { name: "Eka", talentScore: null },
    { name: "Dewi", talentScore: 80.001 },
    { name: "Candra", talentScore: 70 },
  ];
  expect(ranked(people).map((person) => [person.rank, person.name])).toEqual([[1, "Ani"], [2, "Budi"], [2, "Dewi"], [4, "Candra"], [5, "Eka"]]);
});

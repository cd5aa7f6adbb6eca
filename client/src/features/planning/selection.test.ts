import { describe, expect, it } from "vitest";
import { loadOf, matchesCandidate, stillThere } from "./selection.rules.ts";

const siti = { name: "Siti Rahmawati", nip: "198503122010012005", positionTitle: "Kepala Subbagian Umum", unitName: "Dinas Kesehatan" };

describe("filter", () => {
  it.each([
    ["", true],
    ["  rahma ", true],
    ["19850312 2010", true],
    ["subbagian", true],
    ["kesehatan", true],
    ["budi", false],
  ])("%j: %s", (filter, found) => expect(matchesCandidate(siti, filter)).toBe(found));
});

it("counts candidates per assessor", () => {
  const a = { accountId: "a", name: "Ani" };
  const b = { accountId: "b", name: "Budi" };
  expect(loadOf([{ assessors: [a, b] }, { assessors: [b] }, { assessors: [] }])).toEqual([
    { ...b, count: 2 },
    { ...a, count: 1 },
  ]);
});

it("forgets selected candidates that are gone", () => expect(stillThere(new Set(["1", "9"]), [{ id: "1" }, { id: "2" }])).toEqual(["1"]));

import { emergencyKinds, type EmergencyReport } from "@kompeten/shared/contracts/emergency";
import { expect, it } from "vitest";
import id from "./locale/id.ts";
import { outcomesOf } from "./emergency-file.rules.ts";

type Operation = EmergencyReport["operations"][number];
const one = (kind: Operation["kind"], itemId: string | null, outcome: Operation["outcome"]): Operation => ({ opId: `${kind} ${itemId}`, kind, outcome, refusal: null, atMs: null });

it("says of each kind how much of it met with what, and names no item", () => {
  const operations = [one("visit", "v02", "applied"), one("respond", "v02", "applied"), one("respond", "v03", "late"), one("respond", "v04", "applied"), one("submit", null, "not-tried")];
  expect(outcomesOf({ operations })).toEqual([
    { kind: "visit", outcome: "applied", count: 1 },
    { kind: "respond", outcome: "applied", count: 2 },
    { kind: "respond", outcome: "late", count: 1 },
    { kind: "submit", outcome: "not-tried", count: 1 },
  ]);
});

it("has a word for every kind that a file may hold", () => {
  expect(Object.keys(id.emergency.kinds)).toEqual([...emergencyKinds]);
});

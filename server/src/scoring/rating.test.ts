import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapsOf, isDisagreement, readinessOf, refuseConsensus } from "./rating.rules.ts";

const note = "Menolak bingkisan dan melaporkannya kepada UPG.";

describe("[S2] a sheet is complete when every planned competency has a level and an evidence note", () => {
  it.each([
    ["all there", [{ competency: "M.01", level: 3, note }, { competency: "M.02", level: 1, note }], []],
    ["one level missing", [{ competency: "M.01", level: null, note }, { competency: "M.02", level: 1, note }], [{ competency: "M.01", lacks: "level" }]],
    ["a note of 19 characters", [{ competency: "M.01", level: 3, note: "x".repeat(19) }, { competency: "M.02", level: 1, note }], [{ competency: "M.01", lacks: "note" }]],
    ["a note of 20 characters", [{ competency: "M.01", level: 3, note: "x".repeat(20) }, { competency: "M.02", level: 1, note }], []],
    ["white space is not a note", [{ competency: "M.01", level: 3, note: " ".repeat(40) }, { competency: "M.02", level: 1, note }], [{ competency: "M.01", lacks: "note" }]],
    ["nothing yet", [], [{ competency: "M.01", lacks: "level" }, { competency: "M.01", lacks: "note" }, { competency: "M.02", lacks: "level" }, { competency: "M.02", lacks: "note" }]],
  ])("%s", (_, ratings, gaps) => expect(gapsOf(["M.01", "M.02"], ratings)).toEqual(gaps));
});

describe("[S4] agreeing on a level", () => {
  it.each([
    ["close ratings, short reason", [3, 4], false, "Sepakat", undefined],
    ["close ratings, no reason", [3, 3], false, "  ", "reason-missing"],
    ["two levels apart, short reason", [2, 4], false, "Sepakat", "reason-too-short"],
    ["two levels apart, full reason", [2, 4], false, "x".repeat(20), undefined],
    ["third rating makes the distance", [2, 3, 4], false, "x".repeat(19), "reason-too-short"],
    ["only an indicated level", [], true, "SJT", undefined],
    ["no evidence at all", [], false, note, "no-evidence"],
  ])("%s", (_, ratedLevels, indicated, reason, refusal) => expect(refuseConsensus({ ratedLevels, indicated, reason })).toBe(refusal));

  it("disagreement is the range, whatever the order", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }), (levels) => {
      const sorted = [...levels].sort((one, other) => one - other);
      expect(isDisagreement(levels)).toBe((sorted.at(-1) ?? 0) - (sorted[0] ?? 0) >= 2);
    }));
  });
});

describe("[S2] the board opens", () => {
  const sheet = (attemptId: string, assessorAccountId: string, submitted = true) => ({ attemptId, assessorAccountId, submitted });
  const base = { stages: ["closed", "closed", "closed"] as const, rateableAttemptIds: ["t1", "t2"], assessorAccountIds: ["a", "b"], leadAccountId: "lead" };
  const full = [sheet("t1", "a"), sheet("t2", "a"), sheet("t1", "b"), sheet("t2", "b")];
  it.each([
    ["when two assessors are through", { sheets: full }, true],
    ["not while one sheet is a draft", { sheets: [...full.slice(0, 3), sheet("t2", "b", false)] }, false],
    ["not while one sheet is not begun", { sheets: full.slice(0, 3) }, false],
    ["not while an attempt may still bring work", { sheets: full, stages: ["closed", "pending"] as const }, false],
    ["although one instrument was missed", { sheets: full, stages: ["closed", "closed", "absent"] as const }, true],
    ["with two of three assessors", { sheets: full, assessorAccountIds: ["a", "b", "c"] }, true],
    ["not with one assessor alone", { sheets: full, assessorAccountIds: ["a"] }, false],
    ["not by sheets of somebody not assigned", { sheets: full, assessorAccountIds: ["a", "c"] }, false],
    ["not for a lead who rates and has not submitted", { sheets: full, assessorAccountIds: ["a", "b", "lead"] }, false],
    ["for a lead who rates and has", { sheets: [...full, sheet("t1", "lead"), sheet("t2", "lead")], assessorAccountIds: ["a", "lead"] }, true],
    ["not for somebody who never came", { sheets: [], stages: ["absent", "absent"] as const, rateableAttemptIds: [] }, false],
    ["not without any attempt", { sheets: [], stages: [], rateableAttemptIds: [] }, false],
  ])("%s", (_, given, ready) => expect(readinessOf({ ...base, ...given }).ready).toBe(ready));

  it("counts what is there and what is to come", () => {
    expect(readinessOf({ ...base, sheets: [...full.slice(0, 3), sheet("t1", "stranger")] })).toEqual({ ready: false, assessorsDone: 1, sheetsExpected: 4, sheetsSubmitted: 3 });
  });
});

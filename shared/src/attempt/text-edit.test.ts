import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, editBetween, fingerprint } from "./text-edit.ts";

/** Text with the characters that splices go wrong on: pairs of surrogates, alike beginnings and ends. */
const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "é", "👍", "👎", "\u{1F468}\u200D\u{1F467}"), maxLength: 30 });

describe("the difference between two texts", () => {
  it("leads from the one to the other, and never splits a character", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = editBetween(before, after);
        expect(applyEdit(before, edit)).toBe(after);
        expect(edit.inserted.isWellFormed()).toBe(true);
        expect(edit.removed + edit.from).toBeLessThanOrEqual(before.length);
      }),
    );
  });

  it("is as small as one splice can be", () => {
    expect(editBetween("the quick fox", "the quick brown fox")).toMatchObject({ from: 10, removed: 0, inserted: "brown " });
    expect(editBetween("aaa", "aaaa")).toMatchObject({ removed: 0, inserted: "a" });
    expect(editBetween("x👍", "x👎")).toMatchObject({ from: 1, removed: 2, inserted: "👎" });
    expect(editBetween("same", "same")).toMatchObject({ removed: 0, inserted: "" });
  });

  it("is never applied to another text than it was made from", () => {
    fc.assert(
      fc.property(text, text, text, (before, after, other) => {
        fc.pre(other !== before);
        const result = applyEdit(other, editBetween(before, after));
        // Either it is refused, or it leads to the very same text all the same.
        expect(result === undefined || result === after).toBe(true);
      }),
    );
    expect(applyEdit("ab", { from: 1, removed: 5, inserted: "", check: fingerprint("a") })).toBeUndefined();
  });
});

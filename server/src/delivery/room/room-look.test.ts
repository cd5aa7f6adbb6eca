import { describe, expect, it } from "vitest";
import { together, type RowDelta } from "./room-look.rules.ts";

describe("[P1] what was read and not told", () => {
  it("is told once for each attempt, with the newest of each member", () => {
    const deltas = [{ attemptId: "a", answered: 1, line: "on" }, { attemptId: "b", answered: 4 }, { attemptId: "a", answered: 2 }] as RowDelta[];
    expect(together(deltas)).toEqual([{ attemptId: "a", answered: 2, line: "on" }, { attemptId: "b", answered: 4 }]);
  });
});

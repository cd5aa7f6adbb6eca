import { describe, expect, it } from "vitest";
import { replayOf } from "./replay.rules.ts";

const start = 1_000_000;
const at = (second: number) => start + second * 1000;
const visited = (second: number, itemId: string, more: object = {}) => ({ kind: "visited", atMs: at(second), body: { itemId, ...more } });
const acted = (second: number, actionId: string, type: string, more: object = {}) => ({ kind: "acted", atMs: at(second), body: { action: { actionId, documentId: "d01", type }, ...more } });

describe("the replay of an in-basket", () => {
  it("tells what was read when and for how long, from when the reading began", () => {
    expect(replayOf([visited(10, "d01"), visited(55, "d01", { readMs: 45_000 })], start)).toEqual([{ deed: "read", documentId: "d01", atSeconds: 10, seconds: 45, changes: 0 }]);
  });

  it("takes the saves of one text for one deed, and a later change for another", () => {
    const steps = replayOf([acted(100, "a", "reply"), acted(104, "a", "reply"), acted(150, "a", "reply"), acted(400, "a", "reply")], start);
    expect(steps.map(({ atSeconds, seconds, changes }) => [atSeconds, seconds, changes])).toEqual([[100, 50, 2], [400, 0, 0]]);
  });

  it("keeps the order of time where something was held up on the way", () => {
    const steps = replayOf([acted(200, "b", "decide"), acted(300, "a", "reply", { madeAtMs: at(120) }), visited(310, "d02", { readMs: 5000 })], start);
    expect(steps.map(({ deed, atSeconds }) => [deed, atSeconds])).toEqual([["reply", 120], ["decide", 200], ["read", 305]]);
  });

  it("counts what was set aside and merged, when it was made; and knows nothing of what is no work", () => {
    const merged = { kind: "merged", atMs: at(900), body: { madeAtMs: at(60), deed: { kind: "acted", body: { action: { actionId: "m", documentId: null, type: "memo" } } } } };
    const steps = replayOf([{ kind: "started", atMs: at(0), body: {} }, merged, acted(70, "a", "withdraw")], start);
    expect(steps.map(({ deed, atSeconds }) => [deed, atSeconds])).toEqual([["memo", 60], ["withdraw", 70]]);
  });
});

import { describe, expect, it } from "vitest";
import { fold, type Entry, type Outline } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { judge, nextOf } from "./attempt-verdict.rules.ts";

const minute = 60_000;
const outline: Outline = { kind: "test", items: new Map([["v01", { id: "v01", interaction: "choice", prompt: "?", options: [{ id: "a", text: "A" }], shuffleOptions: true }]]), documents: new Map() };
const entries: Entry[] = [
  { seq: 1, atMs: 0, kind: "prepared", body: { limitMs: 60 * minute, windowStartMs: 0, windowEndMs: 90 * minute, seed: 1, noticeId: null } },
  { seq: 2, atMs: 0, kind: "started", body: { startedAtMs: 0, deadlineMs: 60 * minute } },
];
const paused: Entry = { seq: 3, atMs: 5 * minute, kind: "paused", body: { pausedAtMs: 5 * minute, reason: "…" } };
const attemptOf = (list: Entry[]) => {
  const attempt = fold(list);
  if (!attempt) throw new Error("no attempt");
  return attempt;
};
const choose = (opId: string, itemId = "v01"): Operation => ({ opId, kind: "respond", itemId, response: { interaction: "choice", optionId: "a" } });
const said = (verdicts: ReturnType<typeof judge>) => verdicts.map((verdict) => ("draft" in verdict ? verdict.draft.kind : verdict.refusal));

describe("judging operations sent together", () => {
  it.each([
    ["applies what fits and refuses the rest one by one", entries, 1, minute, ["responded", "unknown-item", "responded"]],
    ["[J5] leaves what is of another epoch to be set aside, if it is of this paper", entries, 2, minute, ["responded", "unknown-item", "responded"]],
    ["[T2] leaves the deadline to the database's clock", entries, 1, 61 * minute, ["responded", "unknown-item", "responded"]],
    ["refuses all of a paused attempt alike, so that the queue keeps its order", [...entries, paused], 1, 6 * minute, ["paused", "paused", "paused"]],
    ["refuses all before the start", entries.slice(0, 1), 1, minute, ["not-started", "not-started", "not-started"]],
  ])("%s", (_, list, epoch, nowMs, expected) => {
    expect(said(judge(attemptOf(list as Entry[]), { epoch, outline, nowMs }, [choose("1"), choose("2", "nope"), choose("3")]))).toEqual(expected);
  });

  it("[J5] [J7] asks for a difference whole where it would be set aside, and sets nothing aside before it", () => {
    const written: Outline = { kind: "test", items: new Map([["e01", { id: "e01", interaction: "extended-text", prompt: "?", maxWords: 100 }]]), documents: new Map() } as never;
    const edit: Operation = { opId: "2", kind: "edit", itemId: "e01", edit: { from: 0, removed: 0, inserted: "x", check: 1 } };
    const whole = (opId: string): Operation => ({ opId, kind: "respond", itemId: "e01", response: { interaction: "extended-text", text: "x" } });
    const closed: Entry = { seq: 3, atMs: 5 * minute, kind: "submitted", body: { answered: 0 } };
    expect(said(judge(attemptOf(entries), { epoch: 2, outline: written, nowMs: minute }, [whole("1"), edit, whole("3")]))).toEqual(["responded", "other-text", "other-text"]);
    expect(said(judge(attemptOf([...entries, closed]), { epoch: 1, outline: written, nowMs: 6 * minute }, [edit, whole("3")]))).toEqual(["other-text", "other-text"]);
  });

  it("lets an operation build on those before it", () => {
    const desk: Outline = { kind: "in-basket", items: new Map(), documents: new Map([["d01", 0]]) };
    const act = (opId: string, type: "file" | "withdraw"): Operation => ({ opId, kind: "act", action: type === "file" ? { actionId: "x", documentId: "d01", type, reason: null } : { actionId: "x", documentId: "d01", type } });
    expect(said(judge(attemptOf(entries), { epoch: 1, outline: desk, nowMs: minute }, [act("1", "withdraw"), act("2", "file"), act("3", "withdraw")]))).toEqual(["unknown-action", "acted", "acted"]);
  });
});

describe("what an entry changes in the attempt's row", () => {
  it.each([
    ["started", attemptOf(entries.slice(0, 1)), { kind: "started", body: { startedAtMs: 5, deadlineMs: 9 } }, { state: "running", startedAtMs: 5, deadlineAtMs: 9 }],
    ["[J5] taken over", attemptOf(entries), { kind: "taken-over", body: { epoch: 2, deviceId: "d", reason: null } }, { epoch: 2, deviceId: "d" }],
    ["submitted", attemptOf(entries), { kind: "submitted", body: { answered: 1 } }, { state: "closed" }],
    ["[R7] ended", attemptOf(entries), { kind: "ended", body: { reason: "…" } }, { state: "closed" }],
    ["extended while running", attemptOf(entries), { kind: "extended", body: { ms: minute, reason: "…" } }, { deadlineAtMs: 61 * minute }],
    ["extended past the window", attemptOf(entries), { kind: "extended", body: { ms: 60 * minute, reason: "…" } }, { deadlineAtMs: 90 * minute }],
    ["extended before the start", attemptOf(entries.slice(0, 1)), { kind: "extended", body: { ms: minute, reason: "…" } }, null],
    ["paused", attemptOf(entries), { kind: "paused", body: { pausedAtMs: minute, reason: "…" } }, { deadlineAtMs: 90 * minute }],
    ["resumed", attemptOf([...entries, paused]), { kind: "resumed", body: { ms: 7 * minute, reason: "…" } }, { deadlineAtMs: 67 * minute }],
    ["responded", attemptOf(entries), { kind: "visited", body: { itemId: "v01" } }, null],
  ] as const)("%s", (_, attempt, draft, expected) => expect(nextOf(attempt, draft, 6 * minute)).toEqual(expected));
});

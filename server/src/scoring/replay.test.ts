import { applied, asEdit, editBetween, noWork, type Action, type Entry, type WorkCommand } from "@kompeten/shared/attempt";
import { actionSavesMax } from "@kompeten/shared/contracts/action-saves";
import { describe, expect, it } from "vitest";
import { pageOf, savesOf } from "./action-saves.rules.ts";
import { replayOf } from "./replay.rules.ts";

const start = 1_000_000;
const at = (second: number) => start + second * 1000;
type Given = { kind: string; atMs: number; body: object };
/** Numbered as a journal numbers them. */
const journal = (...entries: Given[]) => entries.map((entry, index) => ({ ...entry, seq: index + 1 }) as Entry);
const visited = (second: number, itemId: string, more: object = {}): Given => ({ kind: "visited", atMs: at(second), body: { itemId, ...more } });
const acted = (second: number, actionId: string, type: string, more: object = {}): Given => ({ kind: "acted", atMs: at(second), body: { action: { actionId, documentId: "d01", type }, ...more } });
const wrote = (second: number, actionId: string, text: string, type = "reply"): Given => ({ kind: "acted", atMs: at(second), body: { action: { actionId, documentId: "d01", type, to: "kabid", text } } });
const edited = (second: number, actionId: string, before: string, after: string): Given => {
  const [from, to] = [before, after].map((text): Action => ({ actionId, documentId: "d01", type: "reply", to: "kabid", text })) as [Action, Action];
  return { kind: "edited", atMs: at(second), body: { actionId, edit: asEdit(applied(noWork, { kind: "act", action: from } as WorkCommand, 0), { kind: "act", action: to })?.edit } };
};
const merged = (second: number, madeAtMs: number | null, action: object): Given => ({ kind: "merged", atMs: at(second), body: { madeAtMs, deed: { kind: "acted", body: { action } } } });

describe("the replay of an in-basket", () => {
  const replay = (...entries: Given[]) => replayOf(journal(...entries), start);

  it("tells what was read when and for how long, from when the reading began", () => {
    expect(replay(visited(10, "d01"), visited(55, "d01", { readMs: 45_000 }))).toEqual([{ deed: "read", documentId: "d01", atSeconds: 10, seconds: 45, changes: 0, saves: null }]);
  });

  it("takes the saves of one text for one deed, and a later change for another", () => {
    const steps = replay(acted(100, "a", "reply"), acted(104, "a", "reply"), visited(120, "d02", { readMs: 5000 }), acted(150, "a", "reply"), acted(400, "a", "reply"));
    expect(steps.filter(({ deed }) => deed === "reply").map(({ atSeconds, seconds, changes }) => [atSeconds, seconds, changes])).toEqual([[100, 50, 2], [400, 0, 0]]);
  });

  it("names the saves that each step consists of", () => {
    const steps = replay(acted(100, "a", "reply"), acted(104, "a", "reply"), acted(110, "b", "note"), visited(112, "d02", { readMs: 2000 }), acted(120, "a", "reply"), acted(125, "a", "withdraw"));
    expect(steps.map(({ deed, saves }) => [deed, saves?.actionId, saves?.fromSeq, saves?.toSeq])).toEqual([
      ["reply", "a", 1, 2], ["note", "b", 3, 3], ["read", undefined, undefined, undefined], ["reply", "a", 5, 5], ["withdraw", "a", 6, 6],
    ]);
  });

  it("takes what came as a difference for a save of its action, and what was written as an answer for none", () => {
    const answer: Given = { kind: "edited", atMs: at(103), body: { itemId: "e1", edit: editBetween("", "x") } };
    const steps = replay(wrote(100, "a", "Satu"), edited(102, "a", "Satu", "Satu dua"), answer, edited(300, "a", "Satu dua", "Dua"));
    expect(steps.map(({ deed, documentId, atSeconds, changes, saves }) => [deed, documentId, atSeconds, changes, saves?.toSeq])).toEqual([["reply", "d01", 100, 1, 2], ["reply", "d01", 300, 0, 4]]);
  });

  it("keeps the order of time where something was held up on the way", () => {
    const steps = replay(acted(200, "b", "decide"), acted(300, "a", "reply", { madeAtMs: at(120) }), visited(310, "d02", { readMs: 5000 }));
    expect(steps.map(({ deed, atSeconds }) => [deed, atSeconds])).toEqual([["reply", 120], ["decide", 200], ["read", 305]]);
  });

  it("counts what was set aside and merged, when it was made; and knows nothing of what is no work", () => {
    const steps = replay({ kind: "started", atMs: at(0), body: {} }, merged(900, at(60), { actionId: "m", documentId: null, type: "memo" }), acted(70, "a", "reply"), acted(80, "a", "withdraw"), acted(85, "x", "withdraw"));
    expect(steps.map(({ deed, atSeconds, documentId }) => [deed, atSeconds, documentId])).toEqual([["memo", 60, null], ["reply", 70, "d01"], ["withdraw", 80, "d01"]]);
  });

  it("never lets what was made before a step and merged after it shorten the step", () => {
    const steps = replay(acted(100, "a", "reply"), acted(140, "a", "reply"), merged(900, at(120), { actionId: "a", documentId: "d01", type: "reply" }), merged(901, at(30), { actionId: "a", documentId: "d01", type: "reply" }));
    expect(steps.map(({ atSeconds, seconds, changes }) => [atSeconds, seconds, changes])).toEqual([[30, 0, 0], [100, 40, 2]]);
  });
});

describe("the saves of an action", () => {
  const saves = (actionId: string, ...entries: Given[]) => savesOf(journal(...entries), actionId, start);

  it("are whole where the journal holds the difference alone", () => {
    expect(saves("a", wrote(100, "a", "Satu"), edited(102, "a", "Satu", "Satu dua"), edited(104, "a", "Satu dua", "Dua")).map(({ content }) => content)).toEqual(["Satu", "Satu dua", "Dua"].map((text) => ({ type: "reply", to: "kabid", text })));
  });

  it("are all there, each with what it said, and none of another action's", () => {
    expect(saves("a", wrote(100, "a", "Satu"), wrote(101, "b", "Lain"), visited(102, "d01"), wrote(104, "a", "Satu dua"), acted(110, "a", "withdraw"), wrote(200, "a", "Kembali"))).toEqual([
      { seq: 1, atSeconds: 100, withdrawn: false, content: { type: "reply", to: "kabid", text: "Satu" } },
      { seq: 4, atSeconds: 104, withdrawn: false, content: { type: "reply", to: "kabid", text: "Satu dua" } },
      { seq: 5, atSeconds: 110, withdrawn: true, content: { type: "reply", to: "kabid", text: "Satu dua" } },
      { seq: 6, atSeconds: 200, withdrawn: false, content: { type: "reply", to: "kabid", text: "Kembali" } },
    ]);
    expect(saves("x", wrote(100, "a", "Satu"), acted(110, "x", "withdraw"))).toEqual([]);
  });

  it("hold what was merged in the place where it came to count, with when it was made", () => {
    const found = saves("a", wrote(100, "a", "Satu"), wrote(300, "a", "Tiga"), merged(900, at(200), { actionId: "a", documentId: "d01", type: "reply", text: "Dua" }));
    expect(found.map(({ seq, atSeconds, content }) => [seq, atSeconds, "text" in content && content.text])).toEqual([[1, 100, "Satu"], [2, 300, "Tiga"], [3, 200, "Dua"]]);
  });

  it("come in pages, of few where they are long, and never of none", () => {
    const many = saves("a", ...Array.from({ length: actionSavesMax + 3 }, (_, index) => wrote(index, "a", `${index}`)));
    const first = pageOf(many, 0);
    expect([first.saves.length, first.more]).toEqual([actionSavesMax, true]);
    expect(pageOf(many, first.saves.at(-1)?.seq ?? 0)).toEqual({ saves: many.slice(actionSavesMax), more: false });
    const long = saves("a", ...Array.from({ length: 3 }, (_, index) => wrote(index, "a", "a".repeat(600_000))));
    expect(pageOf(long, 0)).toEqual({ saves: long.slice(0, 1), more: true });
    expect(pageOf(long, 3)).toEqual({ saves: [], more: false });
  });
});

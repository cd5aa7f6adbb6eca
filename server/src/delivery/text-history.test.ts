import fc from "fast-check";
import { applyEdit, editBetween } from "@kompeten/shared/attempt";
import { describe, expect, it } from "vitest";
import { revisionCharactersMax, revisionsMax } from "@kompeten/shared/contracts/text-history";
import { pageOf, revisionsOf } from "./text-history.rules.ts";

const wrote = (seq: number, second: number, text: string) => ({ seq, kind: "responded", atMs: second * 1000, body: { itemId: "q1", response: { interaction: "extended-text", text } } });
const edited = (seq: number, second: number, before: string, after: string) => ({ seq, kind: "edited", atMs: second * 1000, body: { itemId: "q1", edit: editBetween(before, after) } });
const texts = (revisions: ReturnType<typeof revisionsOf>) => revisions.reduce<string[]>((before, { edit }) => [...before, applyEdit(before.at(-1) ?? "", edit) ?? "?"], []);

describe("how an answer came to be", () => {
  it("is told from whole texts and differences, with when each state was saved", () => {
    const revisions = revisionsOf([wrote(4, 10, "Satu"), edited(5, 100, "Satu", "Satu dua"), edited(9, 200, "Satu dua", "Dua")], "q1");
    expect(texts(revisions)).toEqual(["Satu", "Satu dua", "Dua"]);
    expect(revisions.map(({ seq, atMs }) => [seq, atMs])).toEqual([[4, 10_000], [5, 100_000], [9, 200_000]]);
  });

  it("keeps every save apart, however close they lie, with its text and time", () => {
    const saved = Array.from({ length: 40 }, (_, index) => "kata ".repeat(index + 1));
    const revisions = revisionsOf(saved.map((text, index) => wrote(index + 1, index * 3.5, text)), "q1");
    expect(texts(revisions)).toEqual(saved);
    expect(revisions.map(({ seq, atMs }) => [seq, atMs])).toEqual(saved.map((_, index) => [index + 1, index * 3500]));
  });

  it("takes a save that changed nothing for none", () => {
    expect(texts(revisionsOf([wrote(1, 10, "Satu"), wrote(2, 12, "Satu"), wrote(3, 14, ""), wrote(4, 15, "Dua")], "q1"))).toEqual(["Satu", "", "Dua"]);
  });

  it("counts late work when it was made, and nothing of other questions", () => {
    const late = { seq: 7, kind: "merged", atMs: 900_000, body: { madeAtMs: 500_000, deed: { kind: "responded", body: { itemId: "q1", response: { interaction: "extended-text", text: "Akhir" } } } } };
    const other = { seq: 6, kind: "responded", atMs: 20_000, body: { itemId: "q2", response: { interaction: "extended-text", text: "lain" } } };
    expect(revisionsOf([wrote(5, 10, "Awal"), other, late], "q1").map(({ seq, atMs }) => [seq, atMs])).toEqual([[5, 10_000], [7, 500_000]]);
  });

  it("holds every state there was, and ends with the text as it stands", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.string({ maxLength: 90 })), { minLength: 1 }), (saves) => {
        let second = 0;
        const entries = saves.map(([pause, text], index) => wrote(index + 1, (second += pause), text));
        expect(texts(revisionsOf(entries, "q1"))).toEqual(saves.map(([, text]) => text).filter((text, index, all) => text !== (all[index - 1] ?? "")));
      }),
    );
  });
});

describe("the pages of a history", () => {
  const revision = (seq: number, inserted = "a") => ({ seq, atMs: seq * 1000, edit: { from: 0, removed: 0, inserted, check: 0 } });
  function pages(all: ReturnType<typeof revision>[]) {
    const found: number[][] = [];
    for (let after = 0, more = true; more; ) {
      const page = pageOf(all, after);
      found.push(page.revisions.map(({ seq }) => seq));
      ({ more } = page);
      after = page.revisions.at(-1)?.seq ?? after;
    }
    return found;
  }

  it("follow each other without a gap, each of at most so many saves", () => {
    const all = Array.from({ length: 2 * revisionsMax + 1 }, (_, index) => revision(3 * index + 1));
    expect(pages(all).map((page) => page.length)).toEqual([revisionsMax, revisionsMax, 1]);
    expect(pages(all).flat()).toEqual(all.map(({ seq }) => seq));
  });

  it("are of at most so many characters, but of one save at least", () => {
    const most = "a".repeat(revisionCharactersMax);
    expect(pages([revision(1), revision(2, most), revision(3, `${most}b`), revision(4)])).toEqual([[1], [2], [3], [4]]);
    expect(pages([])).toEqual([[]]);
  });

  it("are one for two hours of saves every three and a half seconds, and quick to tell", () => {
    const saved = Array.from({ length: 2057 }, (_, index) => "kata yang ".repeat(index + 1));
    const entries = saved.map((text, index) => (index === 0 ? wrote(1, 0, text) : edited(index + 1, index * 3.5, saved[index - 1] ?? "", text)));
    const begunMs = performance.now();
    const page = pageOf(revisionsOf(entries, "q1"), 0);
    expect(performance.now() - begunMs).toBeLessThan(1000);
    expect([page.revisions.length, page.more]).toEqual([2057, false]);
    expect(JSON.stringify(page).length).toBeLessThan(300_000);
  });
});

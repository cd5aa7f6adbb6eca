import { editBetween } from "@kompeten/shared/attempt";
import { describe, expect, it } from "vitest";
import { marksBetween } from "./marks.rules.ts";
import { groupsOf, statesOf } from "./states.rules.ts";

const saved = (texts: readonly string[], everyMs = 1000) => texts.map((text, index) => ({ seq: index, atMs: index * everyMs, edit: editBetween(texts[index - 1] ?? "", text) }));

describe("the states of a text", () => {
  it("say how many words there were, and how many more than before", () => {
    const { times, at } = statesOf(saved(["# Satu dua", "# Satu tiga empat"]));
    expect(times.map((_, index) => at(index))).toEqual([
      { atMs: 0, text: "# Satu dua", words: 2, change: 2 },
      { atMs: 1000, text: "# Satu tiga empat", words: 3, change: 1 },
    ]);
  });

  it("are all there, each as it was", () => {
    const texts = Array.from({ length: 160 }, (_, index) => (index % 7 === 6 ? `Baru ${index}` : `Awal ${index} ${"kata ".repeat(index % 11)}`));
    const { times, textAt } = statesOf(saved(texts));
    expect(times.map((_, index) => textAt(index))).toEqual(texts);
    expect(textAt(-1)).toBe("");
  });

  it("are read quickly of two hours of saves, with every group's words", () => {
    const texts = Array.from({ length: 2057 }, (_, index) => "kata ".repeat(index + 1));
    const revisions = saved(texts, 3500);
    const begunMs = performance.now();
    const states = statesOf(revisions);
    const groups = groupsOf(states.times);
    expect(groups.map(({ last }) => states.at(last).words)).toEqual(groups.map(({ last }) => last + 1));
    expect(performance.now() - begunMs).toBeLessThan(1000);
    expect(groups).toHaveLength(229);
  });

  it("are grouped by half minutes for reading, late work by itself", () => {
    expect(groupsOf([0, 10_000, 29_999, 30_000, 200_000, 150_000, 160_000])).toEqual([{ first: 0, last: 2 }, { first: 3, last: 3 }, { first: 4, last: 4 }, { first: 5, last: 6 }]);
  });
});

describe("what differs between two states", () => {
  const marks = (earlier: string, text: string) => {
    const { lines, gone } = marksBetween(earlier, text);
    return { lines: [...lines].map(([at, { from, to, removed }]) => [at, from, to, removed]), gone: [...gone] };
  };
  const table = (...rows: string[]) => ["| Opsi | Biaya |", "| --- | --- |", ...rows].join("\n");

  it.each([
    ["nothing", "# Satu\n\nDua", "# Satu\n\nDua", [], []],
    ["words within a line, in its own words", "# Satu dua", "# Satu tiga empat", [[0, 5, 15, "dua"]], []],
    ["words after bold ones", "Kata **tebal** lama", "Kata **tebal** baru", [[0, 11, 15, "lama"]], []],
    ["a line that is new", "# Judul", "# Judul\n\n- satu\n- dua", [[1, 0, 4, ""], [2, 0, 3, ""]], []],
    ["an item that went away", "- satu\n- dua\n- tiga", "- satu\n- tiga", [], [[1, ["dua"]]]],
    ["one cell of a table", table("| A | 260 |", "| B | 40 |"), table("| A | 275 |", "| B | 40 |"), [[3, 1, 3, "60"]], []],
    ["a row that is new", table("| A | 260 |"), table("| A | 260 |", "| B | 40 |"), [[4, 0, 1, ""], [5, 0, 2, ""]], []],
    ["a row that went away", table("| A | 260 |", "| B | 40 |"), table("| A | 260 |"), [], [[4, ["B · 40"]]]],
    ["a paragraph made a heading", "Judul\n\nIsi", "# Judul\n\nIsi", [[0, 0, 5, ""]], []],
    ["everything, taken out", "# Judul\n\nIsi", "", [], [[0, ["Judul", "Isi"]]]],
  ] as const)("%s", (_, earlier, text, lines, gone) => expect(marks(earlier, text)).toEqual({ lines, gone }));
});

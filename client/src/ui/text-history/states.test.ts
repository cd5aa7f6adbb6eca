import { editBetween } from "@kompeten/shared/attempt";
import { describe, expect, it } from "vitest";
import { marksBetween } from "./marks.rules.ts";
import { statesOf } from "./states.rules.ts";

describe("the states of a text", () => {
  it("say how many words there were, and how many more than before", () => {
    const texts = ["# Satu dua", "# Satu tiga empat"];
    const revisions = texts.map((text, index) => ({ seq: index, atMs: index * 1000, edit: editBetween(texts[index - 1] ?? "", text) }));
    expect(statesOf(revisions)).toEqual([
      { atMs: 0, text: "# Satu dua", words: 2, change: 2 },
      { atMs: 1000, text: "# Satu tiga empat", words: 3, change: 1 },
    ]);
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

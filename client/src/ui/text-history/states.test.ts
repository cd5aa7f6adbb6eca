import { editBetween } from "@kompeten/shared/attempt";
import { describe, expect, it } from "vitest";
import { statesOf } from "./states.rules.ts";

describe("the states of a text", () => {
  it("say what was added and removed, and how many words there were", () => {
    const texts = ["# Satu dua", "# Satu tiga empat"];
    const revisions = texts.map((text, index) => ({ seq: index, atMs: index * 1000, edit: editBetween(texts[index - 1] ?? "", text) }));
    expect(statesOf(revisions)).toEqual([
      { atMs: 0, text: "# Satu dua", words: 2, change: 2, before: "", added: "# Satu dua", removed: "", after: "" },
      { atMs: 1000, text: "# Satu tiga empat", words: 3, change: 1, before: "# Satu ", added: "tiga empat", removed: "dua", after: "" },
    ]);
  });
});

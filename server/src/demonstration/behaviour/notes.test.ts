import { describe, expect, it } from "vitest";
import { consensusReason, noteOf } from "./notes.rules.ts";
import { notes } from "./notes.texts.ts";
import type { Competency } from "./candidate.rules.ts";

const written = Object.entries(notes).flatMap(([exercise, byCompetency]) => Object.keys(byCompetency).map((competency) => [exercise as keyof typeof notes, competency as Competency] as const));

describe("notes", () => {
  it.each(written)("%s, %s: another text for every level, without marks", (exercise, competency) => {
    const texts = [1, 2, 3, 4, 5].map((level) => noteOf("a", exercise, competency, level));
    expect(new Set(texts).size).toBe(5);
    for (const text of texts) expect(text).toMatch(/^[^{}|<>]{40,}\.$/);
  });

  it.each([
    [[3, 3], 3],
    [[3, 2], 2],
    [[4, 2], 3],
  ])("the lead's reason for %j names the level", (ratings, level) => {
    const reason = consensusReason("a", "M.01", ratings, level);
    expect(reason).toContain(`level ${level}`);
    expect(reason).not.toMatch(/[{}|<>]/);
  });
});

import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../platform/config/folders.ts";

it("every rule of SPEC.md is there once and cited by the name of a test", async () => {
  const spec = readFileSync(join(repositoryRoot, "server/src/delivery/SPEC.md"), "utf8");
  const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, rule = ""]) => rule);
  const numbered = (letter: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
  expect(rules).toEqual(expect.arrayContaining([...numbered("J", 10), ...numbered("T", 6)]));
  expect(new Set(rules).size).toBe(rules.length);

  const cited = new Set<string>();
  const files = glob(["{server,client,shared}/src/**/*.test.{ts,tsx}", "server/test/*.test.ts", "e2e/{chaos,journeys}/*.ts"], { cwd: repositoryRoot });
  for await (const file of files) {
    // Where a test is named, and not where a comment or a helper speaks of a rule.
    for (const [name] of readFileSync(join(repositoryRoot, file), "utf8").matchAll(/\b(?:it|test|describe)(?:\.\w+)*\(.*$/gm)) for (const [, rule = ""] of name.matchAll(/\[([A-Z]\d+)\]/g)) cited.add(rule);
  }
  expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
});

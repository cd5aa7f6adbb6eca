import { expect, it } from "vitest";
import { versionProblem } from "./server-version.rules.ts";

it.each([
  [90_624, "PostgreSQL 15 or newer is needed, this is 9"],
  [149_999, "PostgreSQL 15 or newer is needed, this is 14"],
  [0, "PostgreSQL 15 or newer is needed, this is 0"],
  [150_000, undefined],
  [180_001, undefined],
])("a server that calls itself %i", (version, problem) => {
  expect(versionProblem(version)).toBe(problem);
});

import { expect, it } from "vitest";
import { codeRanges } from "./code-ranges.ts";

it.each([
  [[], ""],
  [["M.01"], "M.01"],
  [["M.02", "M.01"], "M.01, M.02"],
  [["M.01", "M.02", "M.03", "SK.01"], "M.01–M.03, SK.01"],
  [["M.01", "M.02", "M.04", "M.05", "M.06", "M.07", "M.08", "SK.01"], "M.01, M.02, M.04–M.08, SK.01"],
])("%j → %s", (codes, text) => {
  expect(codeRanges(codes)).toBe(text);
});

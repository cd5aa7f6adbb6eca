/**
 * Short runs of the whole chaos on the built server: an honest one, and one for each planted bug, which the checker must see.
 * They are separate programs, because a run replaces the globals of its process. Long runs: npm run chaos.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Rule } from "./checker.ts";
import type { Report } from "./run.ts";

const dir = mkdtempSync(join(tmpdir(), "kompeten-chaos-reports-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function chaos(...given: string[]): Promise<{ code: number | null; report: Report }> {
  const file = join(dir, `${given.join("")}.json`);
  const child = spawn(process.execPath, ["--conditions=source", join(import.meta.dirname, "main.ts"), ...given, "--report", file], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  // Shown by vitest where the test fails.
  console.log(said);
  return { code, report: JSON.parse(readFileSync(file, "utf8")) as Report };
}

const found = ({ report }: { report: Report }) => new Set(report.violations.map(({ rule }) => rule));
const small = ["--seed", "7", "--seconds", "20", "--candidates", "12"];
/** The one that matters most, and all of them where there is time: CHAOS_PLANTS=all. */
const plants: [string, Rule[]][] = [
  ["acknowledge-before-commit", ["lost"]],
  ["acknowledge-without-journal", ["lost"]],
  ["duplicate", ["duplicated"]],
  ["swap-order", ["out-of-order"]],
  ["change-answer", ["changed"]],
];

describe("a short chaos", () => {
  it("[J2] [J3] [J4] [J8] loses, repeats, reorders and changes nothing", async () => {
    const run = await chaos(...small);
    // How long anybody waited is judged on a quiet machine, not here.
    expect(run.report.violations).toEqual([]);
    expect(run.report.figures.acknowledged).toBeGreaterThan(100);
  });

  it.each(process.env["CHAOS_PLANTS"] === "all" ? plants : plants.slice(0, 1))("sees the planted bug %s, and exits with 1", async (plant, rules) => {
    const run = await chaos(...small, "--plant", plant);
    expect(run.code).toBe(1);
    expect([...found(run)]).toEqual(expect.arrayContaining(rules));
  });
});

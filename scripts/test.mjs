// npm test: build, types, lint, boundaries, unit and integration tests, browser journeys. The last line is the score.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { checks, newScore, run, step } from "./steps.mjs";

const score = newScore();
const reports = mkdtempSync(join(tmpdir(), "kompeten-reports-"));
const browser = ensureBrowser();
if (!browser) {
  console.error("The browser journeys need Chromium: install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH, then run npm test again.");
  process.exit(1);
}

function vitest() {
  const file = join(reports, "vitest.json");
  const clean = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  // A file that cannot even be loaded has no tests to count, yet it has failed.
  const failed = report.numFailedTests + report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: clean ? failed : Math.max(failed, 1) };
}

function journeys() {
  const file = join(reports, "journeys.json");
  const clean = run("npx", ["playwright", "test"], { cwd: "e2e", env: { ...process.env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file } });
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  if (flaky > 0) console.log(`${flaky} of the journeys passed only when tried again: look at them.`);
  return { passed: expected + flaky, failed: clean ? unexpected : Math.max(unexpected, 1) };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

if (step(score, "build", () => run("turbo", ["run", "build", "--output-logs=errors-only"]))) {
  checks(score);
  step(score, "unit and integration tests", vitest);
  step(score, "browser journeys", journeys);
}
rmSync(reports, { recursive: true, force: true });
if (score.broken.length > 0) console.log(`\nFailed: ${score.broken.join(", ")}`);
console.log(`\n${score.passed} passed, ${score.failed} failed`);
process.exit(score.failed === 0 ? 0 : 1);

import { defineConfig } from "@playwright/test";
import { chmodSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const port = Number(process.env["E2E_PORT"] ?? 3100);
/** Journeys against a server that runs already, while writing them. */
const runningUrl = process.env["E2E_BASE_URL"];

/** A data folder of its own, so that journeys never meet somebody's demonstration. Workers re-read this file: the first one decides. */
function dataDir(): string {
  const given = process.env["E2E_DATA_DIR"];
  if (given !== undefined) return given;
  const made = mkdtempSync(join(tmpdir(), "kompeten-e2e-"));
  chmodSync(made, 0o755);
  process.env["E2E_DATA_DIR"] = made;
  return made;
}

export default defineConfig({
  testDir: "journeys",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  globalTeardown: "./global-teardown.ts",
  // The server, two browsers and two cores: a third would only make the others wait.
  workers: 2,
  // On a shared machine a journey may meet a stall that is none of ours: it is tried once more there, and the score says so.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ?? "test-results/report.json" }]],
  use: {
    baseURL: runningUrl ?? `http://127.0.0.1:${port}`,
    browserName: "chromium",
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    viewport: { width: 1366, height: 768 },
    // Recording every step costs as much as the journey itself.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => existsSync(path)) ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  ...(runningUrl === undefined ? { webServer: webServer() } : {}),
});

function webServer() {
  return {
    command: "node ../server/dist/program/main.js",
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 240_000,
    stdout: "pipe" as const,
    env: { ...(process.env as Record<string, string>), PORT: String(port), KOMPETEN_DATA_DIR: join(dataDir(), "data"), NODE_ENV: "" },
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 20_000 },
  };
}

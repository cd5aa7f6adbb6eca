// Runs named steps one after another and keeps the score. Every script of ours that checks something uses it.
import { spawnSync } from "node:child_process";

export function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: "inherit", ...options }).status === 0;
}

/** @param {string} name what is being checked @param {() => boolean | { passed: number, failed: number }} work */
export function step(score, name, work) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const outcome = work();
  const { passed, failed } = typeof outcome === "boolean" ? { passed: Number(outcome), failed: Number(!outcome) } : outcome;
  score.passed += passed;
  score.failed += failed;
  if (failed > 0) score.broken.push(name);
  console.log(`── ${name}: ${failed === 0 ? "ok" : "FAILED"} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return failed === 0;
}

export function newScore() {
  return { passed: 0, failed: 0, broken: [] };
}

export function checks(score) {
  step(score, "types", () => run("turbo", ["run", "types", "--concurrency=2", "--output-logs=errors-only"]));
  step(score, "lint", () => run("oxlint", []));
  step(score, "dependencies", () => run("knip", ["--dependencies", "--no-progress"]));
  step(score, "boundaries", () => run("node", ["scripts/boundaries.mjs"]));
}

// npm run check: what can be said without running anything.
import { run, checks, newScore, step } from "./steps.mjs";

const score = newScore();
step(score, "build", () => run("turbo", ["run", "build", "--output-logs=errors-only"]));
checks(score);
console.log(`\n${score.passed} passed, ${score.failed} failed`);
process.exit(score.failed === 0 ? 0 : 1);

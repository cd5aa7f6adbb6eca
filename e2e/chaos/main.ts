/**
 * npm run chaos -- [--seed N] [--seconds S] [--candidates C] [--apart N] [--plant NAME] [--web-clock MS] [--report FILE]
 * Exit code 1: the checker found a violation, or somebody waited too long after a fault. See docs/chaos.md.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { furnish } from "./browser.ts";
import { recoveryMaxMs, waitTable } from "./recovery.ts";
import { schedule, summary } from "./schedule.ts";
import { secondsMax } from "./stage.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    seconds: { type: "string", default: "60" },
    candidates: { type: "string", default: "200" },
    apart: { type: "string", default: "1" },
    plant: { type: "string" },
    "web-clock": { type: "string", default: "0" },
    report: { type: "string" },
  },
});

function number(name: keyof typeof values, min: number, max: number): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  console.error(`--${name}: a whole number from ${min} to ${max}`);
  process.exit(2);
}

const options = {
  seed: values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : number("seed", 0, 2 ** 32 - 1),
  seconds: number("seconds", 12, secondsMax),
  candidates: number("candidates", 1, 2_000),
  apart: number("apart", 1, 100),
  plant: values.plant ?? null,
  clockMs: number("web-clock", -86_400_000, 86_400_000),
};
const again = `npm run chaos -- --seed ${options.seed} --seconds ${options.seconds} --candidates ${options.candidates}${options.apart === 1 ? "" : ` --apart ${options.apart}`}${options.plant === null ? "" : ` --plant ${options.plant}`}${options.clockMs === 0 ? "" : ` --web-clock ${options.clockMs}`}`;
console.log(`seed ${options.seed}; the same schedule again: ${again}`);
console.log(`faults: ${summary(schedule(options))}`);

// Before the sitting's own code is loaded: it finds the globals of a browser.
furnish();
const { listen } = await import("./instruments.ts");
listen();
const { run } = await import("./run.ts");
const report = await run(options, (text) => console.log(text));

const { figures, violations } = report;
const slow = report.recovery.waits.filter(({ waitMs }) => waitMs > recoveryMaxMs);
console.log(`\n${options.candidates} candidates, ${options.seconds} s: ${figures.made} operations made, ${figures.acknowledged} acknowledged, ${figures.entries} entries, ${figures.setAside} set aside after ${figures.takenOver} take-overs; ${figures.webStarts} starts of web processes; messages dropped ${figures.messagesDropped}, doubled ${figures.messagesDoubled}, late ${figures.messagesLate}; all saved and handed in ${figures.settledMs} ms after the last fault`);
if (report.skipped > 0) console.log(`${report.skipped} faults skipped: a process not up again yet, or nothing to take over`);
console.log(`the harness itself was late by ${figures.harnessLateMs.usual} ms (median), ${figures.harnessLateMs.most} ms (99 %), ${figures.harnessLateMs.longest} ms (longest)`);
console.log("first acknowledgement after a fault:");
for (const line of waitTable(report.recovery)) console.log(line);
const counted = (rule: string) => violations.filter((violation) => violation.rule === rule).length;
console.log(`acknowledged operations lost ${counted("lost")}, duplicated ${counted("duplicated")}, out of order ${counted("out-of-order")}, changed ${counted("changed")}, applied under another epoch ${counted("wrong-epoch")}; chains broken ${counted("chain")}; refused ${counted("refused")}, forgotten ${counted("forgotten")}, unfinished ${counted("unfinished")}; waits over ${recoveryMaxMs} ms: ${slow.length}`);
for (const { rule, detail } of violations.slice(0, 20)) console.log(`✗ ${rule}: ${detail}`);
for (const { kind, candidate, waitMs } of slow.slice(0, 10)) console.log(`✗ slow: ${candidate} waited ${Math.round(waitMs)} ms after ${kind}`);
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ ...report, slow }, null, 1));
const failed = violations.length + slow.length;
console.log(failed === 0 ? `no violation (seed ${options.seed})` : `${failed} violations; again: ${again}`);
process.exit(failed === 0 ? 0 : 1);

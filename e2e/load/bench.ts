/**
 * npm run bench [-- saves crowd starts hand-ins expiry watched]: what the server does under load. Everything it starts ends with it.
 * A run of all scenarios also writes docs/benchmarks.md. It measures and says so; it is no test, and a missed target is no failure.
 */
import { existsSync } from "node:fs";
import { serverProgram } from "./built.ts";
import { machine, openFilesMax, relaunch } from "./machine.ts";
import { comparison, printed, reportFile, writeReport } from "./report.ts";
import { loadShare, withOwner, type Bench, type Outcome, type Scenario } from "./scenario.ts";
import type { Seeded } from "./seed.ts";

const { crowd, crowdCount } = await import("./crowd.ts");
const { expiry } = await import("./expiry.ts");
const { handInCount, handIns } = await import("./hand-ins.ts");
const { saves, savesCount } = await import("./saves.ts");
const { starts } = await import("./starts.ts");
const { watched } = await import("./watched.ts");

/** In this order: handing in ends what the ones before it need running. */
const scenarios: readonly Scenario[] = [
  { name: "saves", run: saves },
  { name: "crowd", run: crowd },
  { name: "starts", run: starts },
  { name: "hand-ins", run: handIns },
  { name: "expiry", run: expiry },
  { name: "watched", run: watched },
];
/** File descriptors for anything but candidates. */
const filesBesides = 500;

const startedMs = Date.now();
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown !== undefined) fail(`there is no scenario ${unknown}; there are ${scenarios.map(({ name }) => name).join(", ")}`);
if (process.platform !== "linux") fail("the benchmarks read CPU time and memory from /proc: they need Linux");
if (!existsSync(serverProgram)) fail("server/dist is missing: run npm run build first");
const status = relaunch();
if (status !== undefined) process.exit(status);

const { endLeftovers, Installation } = await import("./installation.ts");
const installation = await Installation.make();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void installation.remove().finally(() => process.exit(130)));
try {
  await run(scenarios.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
} finally {
  await installation.remove();
}

/** Scores and receipts of one scenario that are still to be made would be work of the next one, which nobody asks of it. */
async function leaveNothing(bench: Bench): Promise<void> {
  await withOwner(bench, (client) => client.query("delete from pgboss.job where state in ('created', 'retry', 'active')"));
}

async function run(chosen: readonly Scenario[]): Promise<void> {
  const command = ["npm run bench", ...(wanted.length === 0 ? [] : ["--", ...wanted])].join(" ");
  const facts = await machine(installation.ownerUrl, installation.dir);
  console.log(`$ ${command}\n${facts.map(([name, value]) => `${name}: ${value}`).join("\n")}`);
  const say = (text: string): void => console.log(`… ${text}`);
  const bench: Bench = { installation, say, running: runningAttempts(chosen, say) };
  const outcomes: Outcome[] = [];
  for (const scenario of chosen) {
    const outcome = await scenario.run(bench).catch((error: Error) => brokenOff(scenario.name, error));
    console.log(printed(outcome));
    outcomes.push(outcome);
    await leaveNothing(bench);
  }
  console.log(`\n${comparison}`);
  if (wanted.length > 0 || loadShare !== 1) return;
  writeReport({ command, machine: facts, outcomes, seconds: (Date.now() - startedMs) / 1000 });
  console.log(`written to ${reportFile}`);
}

/** One that breaks off costs its own figures and not those of the others. */
async function brokenOff(name: string, error: Error): Promise<Outcome> {
  await endLeftovers();
  process.exitCode = 1;
  return { title: name, rows: [{ what: "broken off", seen: error.message, target: "measured", isMet: false }] };
}

/** Made once, as many as the chosen scenarios need. */
function runningAttempts(chosen: readonly Scenario[], say: Bench["say"]): Bench["running"] {
  const has = (name: string): boolean => chosen.some((scenario) => scenario.name === name);
  let count = has("crowd") ? crowdCount : Math.max(handInCount, savesCount);
  if (count > openFilesMax() - filesBesides) {
    count = openFilesMax() - filesBesides;
    say(`only ${openFilesMax()} open files are allowed: ${count} candidates instead of ${crowdCount}`);
  }
  let made: Promise<Seeded> | undefined;
  return () => {
    if (!made) say(`making ${count} candidates with running attempts`);
    return (made ??= installation.seed({ candidates: count, state: "running" }));
  };
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./built.ts";
import type { Outcome, Row } from "./scenario.ts";

export const reportFile = join(repositoryRoot, "docs", "benchmarks.md");

const verdict = (row: Row): string => (row.isMet === undefined ? "" : row.isMet ? "met" : "**missed**");

export function printed({ title, rows }: Outcome): string {
  return [`\n${title}`, ...rows.map((row) => `  ${row.what}: ${row.seen}${row.target === undefined ? "" : `   [${row.target}: ${row.isMet ? "met" : "MISSED"}]`}`)].join("\n");
}

/** What is known of another system, for scale. */
export const comparison =
  "For scale, Moodle 4.5 as measured by others: 115 durable autosaves a second; 19 attempt starts a second (200 starting at once: 10.6 s until the last); 23 page submits a second.";

export function writeReport(given: { command: string; machine: readonly [string, string][]; outcomes: readonly Outcome[]; seconds: number }): void {
  const { command, machine, outcomes, seconds } = given;
  const tables = outcomes.map(({ title, rows }) => [`## ${title}`, "", "| | Seen | Wanted | |", "|---|---|---|---|", ...rows.map((row) => `| ${row.what} | ${row.seen} | ${row.target ?? ""} | ${verdict(row)} |`)].join("\n"));
  writeFileSync(
    reportFile,
    `# Benchmarks

Written by a real run of \`${command}\` (${Math.round(seconds)} s), never by hand; run it again to replace this file.

| | |
|---|---|
${machine.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}

The server's own program, an embedded PostgreSQL with default durability on an ordinary disk, and the load generator share the two cores;
all addresses are loopback. Load is open-loop: what is sent does not depend on the answers, and latency counts from the moment a message
was due. Warm-up is left out of latencies, not out of errors. CPU is in cores; “whole machine” includes whatever else ran. What was
acknowledged is looked up in the journal afterwards, by attempt, opId and seq.

${tables.join("\n\n")}

## For scale
${comparison}
`,
  );
}

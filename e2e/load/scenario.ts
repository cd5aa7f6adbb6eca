import pg from "pg";
import { openLines, type Line } from "./line.ts";
import type { Installation } from "./installation.ts";
import type { Candidate, Seeded } from "./seed.ts";

/** One line of a report; `target` and `isMet` only where there is a requirement. */
export type Row = { what: string; seen: string; target?: string; isMet?: boolean };
export type Outcome = { title: string; rows: Row[] };

export type Bench = {
  installation: Installation;
  /** Running attempts, shared by the scenarios that need them. */
  running: () => Promise<Seeded>;
  say: (text: string) => void;
};

export type Scenario = { name: string; run: (bench: Bench) => Promise<Outcome> };

/** Load may be made smaller, to look for what is slow on a machine that is not free: BENCH_LOAD=0.1. Figures are of the whole only. */
export const loadShare = Number(process.env["BENCH_LOAD"] ?? 1);
export const shared = (count: number): number => Math.round(count * loadShare);

/** Connected, and with the attempt opened, as a candidate's page does it. */
export async function seated(url: string, candidates: readonly Candidate[]): Promise<Line[]> {
  const lines = await openLines(candidates.map(({ token }) => ({ url, token })));
  let refused = 0;
  for (let from = 0; from < lines.length; from += 100) {
    const answers = await Promise.all(lines.slice(from, from + 100).map((line, index) => line.call("attempt:open", { attemptId: candidates[from + index]?.attemptId })));
    refused += answers.filter((answer) => !answer.ok).length;
  }
  if (refused > 0) throw new Error(`${refused} attempts could not be opened`);
  return lines;
}

export async function withOwner<T>(bench: Bench, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: bench.installation.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** J2: how many of these acknowledged operations are in the journal. */
export async function inJournal(bench: Bench, acknowledged: readonly { attemptId: string; opId: string; seq: number }[]): Promise<number> {
  return withOwner(bench, async (client) => {
    let found = 0;
    for (let from = 0; from < acknowledged.length; from += 20_000) {
      const part = acknowledged.slice(from, from + 20_000);
      const { rows } = await client.query<{ count: number }>(
        "select count(*)::int as count from unnest($1::uuid[], $2::uuid[], $3::int[]) as said (attempt_id, op_id, seq) join journal_entry j using (attempt_id, op_id, seq)",
        [part.map((one) => one.attemptId), part.map((one) => one.opId), part.map((one) => one.seq)],
      );
      found += rows[0]?.count ?? 0;
    }
    return found;
  });
}

let operations = 0;
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** A UUIDv7 that costs nothing to make: time, then a number that goes up. */
export function newOpId(): string {
  const count = operations++;
  const time = hex(Date.now(), 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(process.pid % 4096, 3)}-8000-${hex(count, 12)}`;
}

export function respondJson(given: { attemptId: string; opId: string; itemId: string; optionId: string; madeAtMs?: number }): string {
  const made = given.madeAtMs === undefined ? "" : `,"madeAtMs":${given.madeAtMs}`;
  return `{"attemptId":"${given.attemptId}","epoch":1,"operations":[{"opId":"${given.opId}","kind":"respond","itemId":"${given.itemId}","response":{"interaction":"choice","optionId":"${given.optionId}"}${made}}]}`;
}

export function operationJson(attemptId: string, operation: { opId: string; kind: "start" | "submit" }): string {
  return JSON.stringify({ attemptId, epoch: 1, operations: [operation] });
}

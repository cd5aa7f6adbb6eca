/** What the database gives a program that commits row by row: single-row durable inserts through the same driver, as pgbench would do them. */
import { performance } from "node:perf_hooks";
import pg from "pg";
import { Latencies } from "./latencies.ts";
import { newOpId, withOwner, type Bench, type Row } from "./scenario.ts";

const measuredMs = 4_000;
const body = '{"itemId":"v01","response":{"interaction":"choice","optionId":"a"}}';

export async function inserts(bench: Bench): Promise<Row[]> {
  await withOwner(bench, (client) => client.query("create table if not exists bench_insert (id uuid primary key, at timestamptz not null default now(), body text not null)"));
  const rows: Row[] = [];
  for (const connections of [1, 16]) {
    bench.say(`single-row inserts, ${connections} at a time`);
    const latencies = await insert(bench, connections);
    rows.push({ what: `single-row durable inserts, ${connections === 1 ? "1 connection" : `${connections} connections`}`, seen: `${Math.round(latencies.count / (measuredMs / 1000))} a second; ${latencies.toString()}` });
  }
  return rows;
}

async function insert(bench: Bench, connections: number): Promise<Latencies> {
  const latencies = new Latencies();
  const endMs = performance.now() + measuredMs;
  const one = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: bench.installation.ownerUrl });
    await client.connect();
    while (performance.now() < endMs) {
      const startMs = performance.now();
      await client.query({ name: "insert", text: "insert into bench_insert (id, body) values ($1, $2)", values: [newOpId(), body] });
      latencies.add(performance.now() - startMs);
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: connections }, one));
  return latencies;
}

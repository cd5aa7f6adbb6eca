/** (a) Many durable saves a second, beside a bare echo over the same sockets, the same after a plain row's commit, and single-row inserts through the same driver. */
import { inserts } from "./inserts.ts";
import { openLines } from "./line.ts";
import { inMs, Latencies } from "./latencies.ts";
import { startEcho } from "./installation.ts";
import { inWords, save } from "./saving.ts";
import { inJournal, seated, shared, type Bench, type Outcome } from "./scenario.ts";
import type { Seeded } from "./seed.ts";
import { UsageMeter } from "./usage.ts";

export const savesCount = 1_000;
const ratePerSecond = shared(4_000);

export async function saves(bench: Bench): Promise<Outcome> {
  const seeded = await bench.running();
  const candidates = seeded.candidates.slice(0, savesCount);
  const insertRows = await inserts(bench);
  bench.say("bare echo");
  const before = await echo(bench, seeded);
  const server = await bench.installation.startServer();
  const lines = await seated(server.url, candidates);
  bench.say("durable saves");
  let meter = new UsageMeter({ server: server.pid, postgres: bench.installation.postgresPid });
  const onMeasured = (): void => void (meter = new UsageMeter({ server: server.pid, postgres: bench.installation.postgresPid }));
  const saved = await save({ lines, candidates, itemIds: seeded.itemIds, ratePerSecond, warmUpMs: 20_000, measuredMs: 20_000, onMeasured });
  const usage = meter.read();
  for (const line of lines) line.close();
  await server.stop();
  bench.say("bare echo again");
  const after = await echo(bench, seeded);
  bench.say("bare echo after the commit of a plain row");
  const committed = await echo(bench, seeded, bench.installation.ownerUrl);
  const found = await inJournal(bench, saved.acknowledged);
  const p50 = saved.latencies.quantile(0.5);
  const p99 = saved.latencies.quantile(0.99);
  const rate = saved.latencies.count / 20;
  // The machine may be busier at one moment than at another: the echo of both ends is taken together.
  const echoMs = Latencies.of(before.latencies, after.latencies);
  return {
    title: `(a) ${ratePerSecond} durable saves a second from ${savesCount} candidates`,
    rows: [
      { what: "acknowledged a second", seen: rate.toFixed(0), target: String(ratePerSecond), isMet: rate >= ratePerSecond * 0.995 },
      { what: "latency of a save", seen: saved.latencies.toString(), target: "p99 ≤ 50 ms", isMet: p99 <= 50 },
      { what: "latency of the bare echo", seen: echoMs.toString() },
      { what: "latency of the bare echo after the commit of a plain row", seen: committed.latencies.toString() },
      { what: "that ÷ echo, p50: the price of a commit alone, one statement at a time", seen: `${(committed.latencies.quantile(0.5) / echoMs.quantile(0.5)).toFixed(2)} (${inMs(committed.latencies.quantile(0.5))} ÷ ${inMs(echoMs.quantile(0.5))})` },
      { what: "save ÷ that, p50", seen: `${(p50 / committed.latencies.quantile(0.5)).toFixed(2)} (${inMs(p50)} ÷ ${inMs(committed.latencies.quantile(0.5))})` },
      { what: "save ÷ echo, p50", seen: `${(p50 / echoMs.quantile(0.5)).toFixed(2)} (${inMs(p50)} ÷ ${inMs(echoMs.quantile(0.5))})`, target: "≤ 2", isMet: p50 <= 2 * echoMs.quantile(0.5) },
      { what: "errors", seen: inWords(saved.errors), target: "0", isMet: saved.errors.size === 0 },
      { what: "acknowledged and in the journal", seen: `${found} of ${saved.acknowledged.length}`, target: "all", isMet: found === saved.acknowledged.length },
      { what: "CPU, saves", seen: usage },
      { what: "CPU, echo (as “server”)", seen: after.usage },
      { what: "CPU, echo after a commit (as “server”)", seen: committed.usage },
      ...insertRows,
    ],
  };
}

async function echo(bench: Bench, seeded: Seeded, durableUrl?: string): Promise<{ latencies: Latencies; usage: string }> {
  const server = await startEcho(durableUrl);
  const candidates = seeded.candidates.slice(0, savesCount);
  const lines = await openLines(candidates.map(() => ({ url: server.url, token: undefined })));
  const pids = { server: server.pid, postgres: bench.installation.postgresPid };
  let meter = new UsageMeter(pids);
  const { latencies } = await save({ lines, candidates, itemIds: seeded.itemIds, ratePerSecond, warmUpMs: 3_000, measuredMs: 8_000, onMeasured: () => void (meter = new UsageMeter(pids)) });
  const usage = meter.read();
  for (const line of lines) line.close();
  await server.stop();
  return { latencies, usage };
}

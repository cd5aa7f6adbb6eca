/** (b) A country's worth of candidates connected to one process, each saving now and then. */
import { performance } from "node:perf_hooks";
import { pause } from "./open-loop.ts";
import { inWords, save } from "./saving.ts";
import { inJournal, seated, shared, type Bench, type Outcome } from "./scenario.ts";
import { postgresKiB, residentKiB, UsageMeter } from "./usage.ts";

export const crowdCount = shared(10_000);
const everySeconds = 5;
/** Long enough for what happens once a minute to have its share: the server looks through its memory. */
const measuredSeconds = 90;
const kibPerCandidateMax = 60;

export async function crowd(bench: Bench): Promise<Outcome> {
  const { candidates, itemIds } = await bench.running();
  const { postgresPid } = bench.installation;
  const server = await bench.installation.startServer();
  await pause(2_000);
  const emptyKiB = residentKiB(server.pid);
  bench.say(`connecting ${candidates.length}`);
  const startMs = performance.now();
  const lines = await seated(server.url, candidates);
  const connectedSeconds = (performance.now() - startMs) / 1000;
  await pause(5_000);
  const connectedKiB = residentKiB(server.pid);
  bench.say("saving");
  let highestKiB = connectedKiB;
  const watch = setInterval(() => (highestKiB = Math.max(highestKiB, residentKiB(server.pid))), 250);
  const pids = { server: server.pid, postgres: postgresPid };
  let meter = new UsageMeter(pids);
  const saved = await save({ lines, candidates, itemIds, ratePerSecond: candidates.length / everySeconds, warmUpMs: 10_000, measuredMs: measuredSeconds * 1000, onMeasured: () => void (meter = new UsageMeter(pids)) });
  const usage = meter.read();
  clearInterval(watch);
  const database = postgresKiB(postgresPid);
  for (const line of lines) line.close();
  await server.stop();
  const found = await inJournal(bench, saved.acknowledged);
  const each = (kib: number): number => (kib - emptyKiB) / candidates.length;
  const p99 = saved.latencies.quantile(0.99);
  return {
    title: `(b) ${candidates.length} candidates connected, a save every ${everySeconds} s each`,
    rows: [
      { what: "connected with the attempt opened", seen: `${candidates.length} in ${connectedSeconds.toFixed(1)} s`, target: String(crowdCount), isMet: candidates.length >= crowdCount },
      { what: "acknowledged a second", seen: (saved.latencies.count / measuredSeconds).toFixed(0), target: String(crowdCount / everySeconds), isMet: saved.latencies.count / measuredSeconds >= (candidates.length / everySeconds) * 0.995 },
      { what: "latency of a save", seen: saved.latencies.toString(), target: "p99 ≤ 100 ms", isMet: p99 <= 100 },
      { what: "errors", seen: inWords(saved.errors), target: "0", isMet: saved.errors.size === 0 },
      { what: "acknowledged and in the journal", seen: `${found} of ${saved.acknowledged.length}`, target: "all", isMet: found === saved.acknowledged.length },
      {
        what: "server memory per candidate (RSS above the idle server's)",
        seen: `${each(connectedKiB).toFixed(1)} KiB connected, ${each(highestKiB).toFixed(1)} KiB at the highest (${Math.round(emptyKiB / 1024)} → ${Math.round(highestKiB / 1024)} MiB)`,
        target: `≤ ${kibPerCandidateMax} KiB`,
        isMet: each(highestKiB) <= kibPerCandidateMax,
      },
      { what: "memory of PostgreSQL", seen: database === undefined ? "may not be read" : `${Math.round(database / 1024)} MiB` },
      { what: "CPU", seen: usage },
    ],
  };
}

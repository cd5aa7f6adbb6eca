/** (c) A whole sitting starts in the same second: each wants the clock started and the first page. */
import { createDecipheriv } from "node:crypto";
import { performance } from "node:perf_hooks";
import { gunzipSync } from "node:zlib";
import { gotten } from "./gotten.ts";
import { inMs, Latencies } from "./latencies.ts";
import type { Line } from "./line.ts";
import { burst, until } from "./open-loop.ts";
import { inWords } from "./saving.ts";
import { newOpId, operationJson, seated, shared, type Bench, type Outcome } from "./scenario.ts";
import type { Candidate } from "./seed.ts";
import { UsageMeter } from "./usage.ts";

const candidatesCount = shared(2_000);
const limitMs = 3_000;

export async function starts(bench: Bench): Promise<Outcome> {
  bench.say(`making ${candidatesCount} candidates`);
  const { candidates } = await bench.installation.seed({ candidates: candidatesCount, state: "waiting" });
  const server = await bench.installation.startServer();
  const lines = await seated(server.url, candidates);
  // As a waiting page does it, spread over the time in which people come (T6).
  const sealed: string[] = [];
  for (const { attemptId, token } of candidates) sealed.push((JSON.parse((await gotten(`${server.url}/api/attempts/${attemptId}/sealed-paper`, token)).body) as { sealed: string }).sealed);
  bench.say("starting");
  const meter = new UsageMeter({ server: server.pid, postgres: bench.installation.postgresPid });
  const [acknowledged, shown] = [new Latencies(), new Latencies()];
  const errors = new Map<string, number>();
  let settled = 0;
  const start = async (line: Line, candidate: Candidate, { sealed, dueMs }: { sealed: string; dueMs: number }): Promise<void> => {
    try {
      const answer = await new Promise<any>((resolve) => line.send("attempt:append", operationJson(candidate.attemptId, { opId: newOpId(), kind: "start" }), resolve));
      const refusal = answer.refusal ?? answer.acknowledgements[0].refusal;
      if (refusal) throw new Error(refusal);
      acknowledged.add(performance.now() - dueMs);
      firstPage(candidate, sealed, answer.acknowledgements[0].paperKey);
      shown.add(performance.now() - dueMs);
    } catch (error) {
      const { message } = error as Error;
      errors.set(message, (errors.get(message) ?? 0) + 1);
    }
    settled++;
  };
  await burst({ senders: candidatesCount, withinMs: 1_000, send: (sender, dueMs) => void start(lines[sender] as Line, candidates[sender] as Candidate, { sealed: sealed[sender] as string, dueMs }) });
  const isDone = await until(() => settled === candidatesCount, 60_000);
  const usage = meter.read();
  if (!isDone) errors.set("no answer", candidatesCount - settled);
  for (const line of lines) line.close();
  await server.stop();
  return {
    title: `(c) ${candidatesCount} candidates start in the same second`,
    rows: [
      { what: "start acknowledged", seen: acknowledged.toString() },
      { what: "first page there (start acknowledged, paper opened)", seen: shown.toString(), target: `all within ${limitMs / 1000} s`, isMet: shown.maxMs <= limitMs },
      { what: "failed", seen: inWords(errors), target: "0", isMet: errors.size === 0 },
      { what: "starts a second, up to the last page", seen: (shown.count / ((1_000 + shown.maxMs) / 1000)).toFixed(0) },
      { what: "slowest", seen: inMs(shown.maxMs) },
      { what: "CPU", seen: usage },
    ],
  };
}

/** T6: what came sealed while the candidate waited, opened with the key that came with the start. */
function firstPage({ attemptId }: Candidate, sealed: string, key: string): void {
  const bytes = Buffer.from(sealed, "base64");
  const opening = createDecipheriv("aes-256-gcm", Buffer.from(key, "base64url"), bytes.subarray(0, 12)).setAAD(Buffer.from(attemptId)).setAuthTag(bytes.subarray(-16));
  const zipped = Buffer.concat([opening.update(bytes.subarray(12, -16)), opening.final()]);
  if (!(JSON.parse(gunzipSync(zipped).toString()) as { paper?: { sections?: unknown[] } }).paper?.sections?.length) throw new Error("paper: empty");
}

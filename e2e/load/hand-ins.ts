/** (d) A whole sitting hands in within the same second, and each page asks for its signed receipt at once. */
import { receipt as receiptSchema } from "@kompeten/shared/contracts/receipts";
import { performance } from "node:perf_hooks";
import { gotten } from "./gotten.ts";
import { Latencies } from "./latencies.ts";
import { burst, until } from "./open-loop.ts";
import { inWords } from "./saving.ts";
import { inJournal, newOpId, operationJson, seated, shared, type Bench, type Outcome } from "./scenario.ts";
import type { Candidate } from "./seed.ts";
import { UsageMeter } from "./usage.ts";

export const handInCount = shared(2_000);
const limitMs = 3_000;

export async function handIns(bench: Bench): Promise<Outcome> {
  const candidates = (await bench.running()).candidates.slice(-handInCount);
  const server = await bench.installation.startServer();
  const lines = await seated(server.url, candidates);
  bench.say("handing in");
  const meter = new UsageMeter({ server: server.pid, postgres: bench.installation.postgresPid });
  const [answered, received] = [new Latencies(), new Latencies()];
  let settled = 0;
  const acknowledged: { attemptId: string; opId: string; seq: number }[] = [];
  const errors = new Map<string, number>();
  const send = (sender: number, dueMs: number): void => {
    const attemptId = candidates[sender]?.attemptId ?? "";
    lines[sender]?.send("attempt:append", operationJson(attemptId, { opId: newOpId(), kind: "submit" }), (answer, atMs) => {
      answered.add(atMs - dueMs);
      const [one] = answer.acknowledgements ?? [];
      if (one?.ok) acknowledged.push({ attemptId, opId: one.opId, seq: one.seq });
      const receipt = one?.ok ? receiptOf(server.url, candidates[sender] as Candidate).then(() => received.add(performance.now() - dueMs)) : Promise.reject(new Error(one?.refusal ?? answer.refusal));
      void receipt.catch(({ message }: Error) => errors.set(message, (errors.get(message) ?? 0) + 1)).finally(() => settled++);
    });
  };
  await burst({ senders: candidates.length, withinMs: 1_000, send });
  if (!(await until(() => settled === candidates.length, 60_000))) errors.set("no answer", candidates.length - settled);
  const usage = meter.read();
  for (const line of lines) line.close();
  await server.stop();
  const found = await inJournal(bench, acknowledged);
  return {
    title: `(d) ${candidates.length} candidates hand in within the same second`,
    rows: [
      { what: "answered", seen: answered.toString() },
      { what: "signed receipt there", seen: received.toString(), target: `all within ${limitMs / 1000} s`, isMet: received.count === candidates.length && received.maxMs <= limitMs },
      { what: "failed", seen: inWords(errors), target: "0", isMet: errors.size === 0 },
      { what: "acknowledged and in the journal", seen: `${found} of ${acknowledged.length}`, target: "all", isMet: found === acknowledged.length },
      { what: "hand-ins a second, up to the last receipt", seen: (received.count / ((1_000 + received.maxMs) / 1000)).toFixed(0) },
      { what: "CPU", seen: usage },
    ],
  };
}

async function receiptOf(url: string, { attemptId, token }: Candidate): Promise<void> {
  const { status, body } = await gotten(`${url}/api/attempts/${attemptId}/receipt`, token);
  if (status !== 200) throw new Error(`receipt: ${status}`);
  const { content } = receiptSchema.parse((JSON.parse(body) as { receipt: unknown }).receipt);
  if (content.attemptId !== attemptId || content.reason !== "submitted") throw new Error("receipt: of something else");
}

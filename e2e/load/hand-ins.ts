/** (d) A whole sitting hands in within the same second, and each gets its signed receipt with the answer. */
import { receiptAnswer } from "@kompeten/shared/contracts/receipts";
import { Latencies } from "./latencies.ts";
import { burst, until } from "./open-loop.ts";
import { inWords } from "./saving.ts";
import { inJournal, newOpId, operationJson, seated, shared, type Bench, type Outcome } from "./scenario.ts";
import { UsageMeter } from "./usage.ts";

export const handInCount = shared(2_000);
const limitMs = 3_000;

export async function handIns(bench: Bench): Promise<Outcome> {
  const candidates = (await bench.running()).candidates.slice(-handInCount);
  const server = await bench.installation.startServer();
  const lines = await seated(server.url, candidates);
  bench.say("handing in");
  const meter = new UsageMeter({ server: server.pid, postgres: bench.installation.postgresPid });
  const received = new Latencies();
  let settled = 0;
  const acknowledged: { attemptId: string; opId: string; seq: number }[] = [];
  const errors = new Map<string, number>();
  const send = (sender: number, dueMs: number): void => {
    const attemptId = candidates[sender]?.attemptId ?? "";
    lines[sender]?.send("attempt:append", operationJson(attemptId, { opId: newOpId(), kind: "submit" }), (answer, atMs) => {
      const [one] = answer.acknowledgements ?? [];
      if (one?.ok) acknowledged.push({ attemptId, opId: one.opId, seq: one.seq });
      const error = one?.ok ? receiptError(attemptId, one.receipt) : (one?.refusal ?? answer.refusal);
      if (error === undefined) received.add(atMs - dueMs);
      else errors.set(error, (errors.get(error) ?? 0) + 1);
      settled++;
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
      { what: "signed receipt there", seen: received.toString(), target: `all within ${limitMs / 1000} s`, isMet: received.count === candidates.length && received.maxMs <= limitMs },
      { what: "failed", seen: inWords(errors), target: "0", isMet: errors.size === 0 },
      { what: "acknowledged and in the journal", seen: `${found} of ${acknowledged.length}`, target: "all", isMet: found === acknowledged.length },
      { what: "hand-ins a second, up to the last receipt", seen: (received.count / ((1_000 + received.maxMs) / 1000)).toFixed(0) },
      { what: "CPU", seen: usage },
    ],
  };
}

function receiptError(attemptId: string, brought: unknown): string | undefined {
  const parsed = receiptAnswer.safeParse(brought);
  if (!parsed.success) return "no receipt";
  const { content } = parsed.data.receipt;
  return content.attemptId === attemptId && content.reason === "submitted" ? undefined : "receipt of something else";
}

/** Saves at a steady rate over open lines; used by the scenarios `saves` and `crowd`. */
import { performance } from "node:perf_hooks";
import { Latencies } from "./latencies.ts";
import type { Line } from "./line.ts";
import { openLoop, until } from "./open-loop.ts";
import { newOpId, respondJson } from "./scenario.ts";
import type { Candidate } from "./seed.ts";

export type Saved = { latencies: Latencies; acknowledged: { attemptId: string; opId: string; seq: number }[]; errors: Map<string, number>; sent: number };
type Given = { lines: readonly Line[]; candidates: readonly Candidate[]; itemIds: readonly string[]; ratePerSecond: number; warmUpMs: number; measuredMs: number; onMeasured?: () => void };

const options = ["a", "b", "c", "d"];
const stragglersMs = 10_000;

/** Latencies leave the warm-up out; acknowledgements and errors count all of it. A bare echo answers with the message itself. */
export async function save(given: Given): Promise<Saved> {
  const { lines, candidates, itemIds } = given;
  const saved: Saved = { latencies: new Latencies(), acknowledged: [], errors: new Map(), sent: 0 };
  const fail = (what: string): void => void saved.errors.set(what, (saved.errors.get(what) ?? 0) + 1);
  for (const line of lines) line.onLost = () => fail("line lost");
  const measuredFromMs = performance.now() + given.warmUpMs;
  let isMeasured = false;
  const send = (sender: number, dueMs: number): void => {
    const attemptId = candidates[sender]?.attemptId ?? "";
    const opId = newOpId();
    const itemId = itemIds[saved.sent % itemIds.length] ?? "";
    saved.sent++;
    if (!isMeasured && dueMs >= measuredFromMs) {
      isMeasured = true;
      given.onMeasured?.();
    }
    lines[sender]?.send("attempt:append", respondJson({ attemptId, opId, itemId, optionId: options[saved.sent % options.length] ?? "" }), (answer, atMs) => {
      if (dueMs >= measuredFromMs) saved.latencies.add(atMs - dueMs);
      const [one] = answer.acknowledgements ?? [];
      if (one?.ok) saved.acknowledged.push({ attemptId, opId: one.opId, seq: one.seq });
      else if (!answer.operations) fail(one?.refusal ?? answer.refusal ?? "no acknowledgement");
    });
  };
  await openLoop({ senders: lines.length, ratePerSecond: given.ratePerSecond, durationMs: given.warmUpMs + given.measuredMs, send });
  const unanswered = (): number => lines.reduce((sum, line) => sum + line.unanswered, 0);
  if (!(await until(() => unanswered() === 0, stragglersMs))) saved.errors.set("no answer", unanswered());
  for (const line of lines) line.onLost = undefined;
  return saved;
}

export function inWords(errors: ReadonlyMap<string, number>): string {
  return errors.size === 0 ? "0" : [...errors].map(([what, count]) => `${count} × ${what}`).join(", ");
}

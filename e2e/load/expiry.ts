/** (e) Time is up for a whole sitting in the same second, while everybody is still answering. */
import { inMs, Latencies } from "./latencies.ts";
import { burst, pause, until } from "./open-loop.ts";
import { newOpId, respondJson, seated, shared, withOwner, type Bench, type Outcome } from "./scenario.ts";
import { UsageMeter } from "./usage.ts";

const candidatesCount = shared(3_000);
/** From making the candidates to their deadline: they must all be connected by then. */
const leadMs = 60_000;
/** Saves are spread by chance over this time on both sides of the deadline. */
const aroundMs = 1_500;
const closedWithinMs = 5_000;

type Answer = { sentMs: number; ok: boolean; atMs: number; refusal: string };

export async function expiry(bench: Bench): Promise<Outcome> {
  bench.say(`making ${candidatesCount} candidates`);
  const deadlineMs = Math.ceil((Date.now() + leadMs) / 1000) * 1000;
  const { candidates, itemIds, sittingId } = await bench.installation.seed({ candidates: candidatesCount, state: "running", windowEndMs: deadlineMs });
  const server = await bench.installation.startServer();
  const lines = await seated(server.url, candidates);
  const spareMs = deadlineMs - aroundMs - Date.now();
  if (spareMs < 0) throw new Error(`the candidates were ready ${-spareMs} ms too late`);
  bench.say(`waiting ${Math.round(spareMs / 1000)} s for the deadline`);
  const told = new Latencies();
  for (const line of lines) line.onPush = (event, message) => void (event === "attempt:changed" && message.state === "closed" && told.add(Date.now() - deadlineMs));
  await pause(spareMs);
  const meter = new UsageMeter({ server: server.pid, postgres: bench.installation.postgresPid });
  const answers: Answer[] = [];
  const closing = closedAfterMs(bench, sittingId, deadlineMs);
  const send = (sender: number): void => {
    // As a page does it when time runs out within seconds.
    const sentMs = Date.now();
    const json = respondJson({ attemptId: candidates[sender]?.attemptId ?? "", opId: newOpId(), itemId: itemIds[sender % itemIds.length] ?? "", optionId: "a", madeAtMs: sentMs });
    lines[sender]?.send("attempt:append", json, (answer) => {
      const one = answer.acknowledgements?.[0] ?? answer;
      answers.push({ sentMs, ok: one.ok, atMs: one.atMs ?? 0, refusal: one.refusal ?? "" });
    });
  };
  await burst({ senders: lines.length, withinMs: 2 * aroundMs, send });
  const allClosedMs = await closing;
  await until(() => told.count >= lines.length && answers.length === lines.length, 15_000);
  const usage = meter.read();
  for (const line of lines) line.close();
  await server.stop();
  const stored = await storedState(bench, sittingId);
  const late = answers.filter((answer) => answer.ok && answer.sentMs > deadlineMs);
  const onTheirWay = answers.filter((answer) => answer.ok && answer.atMs > deadlineMs && answer.sentMs <= deadlineMs);
  const timely = answers.filter((answer) => !answer.ok && answer.sentMs <= deadlineMs);
  const sentBefore = answers.filter((answer) => answer.sentMs <= deadlineMs).length;
  const earliest = timely.length === 0 ? "" : `; sent up to ${Math.max(...timely.map((answer) => deadlineMs - answer.sentMs))} ms before it: ${[...new Set(timely.map((answer) => answer.refusal))].join(", ")}`;
  return {
    title: `(e) ${candidatesCount} attempts expire in the same second`,
    rows: [
      { what: "all closed after", seen: allClosedMs === undefined ? "never" : inMs(allClosedMs), target: `≤ ${closedWithinMs / 1000} s`, isMet: (allClosedMs ?? Number.POSITIVE_INFINITY) <= closedWithinMs },
      { what: "candidates told, after the deadline", seen: `${told.count} of ${lines.length}; ${told.toString()}` },
      { what: "closed at the deadline, as expired", seen: `${stored.closed} of ${candidatesCount}`, target: "all", isMet: stored.closed === candidatesCount },
      { what: "sent after the deadline and accepted", seen: `${late.length} acknowledged, ${stored.late} in the journal`, target: "0", isMet: late.length === 0 && stored.late === 0 },
      { what: "sent before the deadline and refused", seen: `${timely.length} of ${sentBefore}${earliest}`, target: "0", isMet: timely.length === 0 },
      { what: "sent before the deadline, arrived after it and counted", seen: String(onTheirWay.length) },
      { what: "without an answer", seen: String(lines.length - answers.length), target: "0", isMet: answers.length === lines.length },
      { what: "CPU", seen: usage },
    ],
  };
}

/** Milliseconds after the deadline until no attempt of the sitting runs. */
function closedAfterMs(bench: Bench, sittingId: string, deadlineMs: number): Promise<number | undefined> {
  return withOwner(bench, async (client) => {
    const open = async (): Promise<number> => (await client.query<{ count: number }>("select count(*)::int as count from attempt where sitting_id = $1 and state = 'running'", [sittingId])).rows[0]?.count ?? 0;
    await pause(Math.max(0, deadlineMs - Date.now()));
    return (await until(async () => (await open()) === 0, 60_000, 50)) ? Date.now() - deadlineMs : undefined;
  });
}

function storedState(bench: Bench, sittingId: string): Promise<{ closed: number; late: number }> {
  return withOwner(bench, async (client) => {
    const { rows } = await client.query<{ closed: number; late: number }>(
      `select count(*) filter (where state = 'closed' and closed_reason = 'expired' and closed_at = deadline_at)::int as closed,
         (select count(*)::int from journal_entry j join attempt b on b.id = j.attempt_id where b.sitting_id = $1 and j.kind = 'responded' and j.at > b.deadline_at) as late
       from attempt where sitting_id = $1`,
      [sittingId],
    );
    return rows[0] ?? { closed: 0, late: 0 };
  });
}

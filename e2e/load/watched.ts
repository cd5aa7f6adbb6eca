/** (f) A room at work, and the same room watched by many proctors. */
import { createHash, randomBytes } from "node:crypto";
import { openLines, type Line } from "./line.ts";
import { pause } from "./open-loop.ts";
import { inWords, save, type Saved } from "./saving.ts";
import { seated, shared, withOwner, type Bench, type Outcome } from "./scenario.ts";
import { UsageMeter } from "./usage.ts";

const candidatesCount = shared(500);
const proctorsCount = 20;
const everySeconds = 5;
const measuredSeconds = 20;
/** In turn, so that what drifts in the meantime drifts for both. */
const turns = 3;
const moreMax = 0.1;

type Turn = { serverSeconds: number; usage: string; saved: Saved };

export async function watched(bench: Bench): Promise<Outcome> {
  bench.say(`making ${candidatesCount} candidates and ${proctorsCount} proctors`);
  const { candidates, itemIds, sittingId } = await bench.installation.seed({ candidates: candidatesCount, state: "running" });
  const { tokens, assessmentId } = await newProctors(bench, sittingId);
  const server = await bench.installation.startServer();
  const lines = await seated(server.url, candidates);
  const proctors = await openLines(tokens.map((token) => ({ url: server.url, token })));
  const pushes: number[] = proctors.map(() => 0);
  for (const [index, line] of proctors.entries()) line.onPush = (event) => void (event === "room:changed" && (pushes[index] = (pushes[index] ?? 0) + 1));
  const turn = async (): Promise<Turn> => {
    let meter = new UsageMeter({ server: server.pid, postgres: bench.installation.postgresPid });
    const anew = (): void => void (meter = new UsageMeter({ server: server.pid, postgres: bench.installation.postgresPid }));
    const saved = await save({ lines, candidates, itemIds, ratePerSecond: candidates.length / everySeconds, warmUpMs: 3_000, measuredMs: measuredSeconds * 1_000, onMeasured: anew });
    return { serverSeconds: meter.serverSeconds(), usage: meter.read(), saved };
  };
  // Once for nothing: the first saves of a process are compiled.
  await turn();
  const [alone, together]: [Turn[], Turn[]] = [[], []];
  for (let count = 0; count < turns; count++) {
    bench.say(`turn ${count + 1} of ${turns}`);
    alone.push(await turn());
    await watch(proctors, { assessmentId });
    together.push(await turn());
    // A room that is not there: the socket stops watching the one it watched.
    for (const line of proctors) await line.call("room:watch", { assessmentId: sittingId });
    await pause(1_500);
  }
  for (const line of [...lines, ...proctors]) line.close();
  await server.stop();
  const seconds = (all: readonly Turn[]): number => all.reduce((sum, { serverSeconds }) => sum + serverSeconds, 0);
  const more = seconds(together) / seconds(alone) - 1;
  const p99 = (all: readonly Turn[]): string => all.map(({ saved }) => saved.latencies.quantile(0.99).toFixed(0)).join(", ");
  const errors = [...alone, ...together].map(({ saved }) => inWords(saved.errors)).filter((text) => text !== "0");
  return {
    title: `(f) ${candidatesCount} candidates, a save every ${everySeconds} s each, watched by ${proctorsCount} proctors`,
    rows: [
      { what: "more server CPU than unwatched", seen: `${(more * 100).toFixed(1)} % (${seconds(alone).toFixed(2)} → ${seconds(together).toFixed(2)} s in ${turns * measuredSeconds} s)`, target: `< ${moreMax * 100} %`, isMet: more < moreMax },
      { what: "pushes to each proctor a second", seen: (Math.min(...pushes) / (turns * (measuredSeconds + 3))).toFixed(2), target: "≤ 1", isMet: Math.max(...pushes) / (turns * (measuredSeconds + 3)) <= 1.05 },
      { what: "p99 of a save, ms: unwatched | watched", seen: `${p99(alone)} | ${p99(together)}` },
      { what: "errors", seen: errors.join("; ") || "0", target: "0", isMet: errors.length === 0 },
      { what: "CPU unwatched", seen: alone.at(-1)?.usage ?? "" },
      { what: "CPU watched", seen: together.at(-1)?.usage ?? "" },
    ],
  };
}

async function watch(proctors: readonly Line[], room: object): Promise<void> {
  for (const line of proctors) {
    const answer = await line.call("room:watch", room);
    if (!answer.ok) throw new Error(`a proctor was refused: ${answer.refusal}`);
  }
}

/** Of the sitting's agency, each with an open session. */
async function newProctors(bench: Bench, sittingId: string): Promise<{ tokens: string[]; assessmentId: string }> {
  return withOwner(bench, async (client) => {
    const { rows } = await client.query<{ agency_id: string; assessment_id: string }>("select agency_id, assessment_id from sitting where id = $1", [sittingId]);
    const [sitting] = rows;
    if (!sitting) throw new Error("the sitting is not there");
    const tokens = Array.from({ length: proctorsCount }, () => randomBytes(32).toString("base64url"));
    for (const token of tokens) {
      const made = await client.query<{ id: string }>("insert into account (id, login, name) select id, 'pengawas.' || id, 'Pengawas' from gen_random_uuid() as given (id) returning id");
      const accountId = made.rows[0]?.id;
      await client.query("insert into membership (id, agency_id, account_id, role, basis) values (gen_random_uuid(), $1, $2, 'proctor', 'uji beban')", [sitting.agency_id, accountId]);
      await client.query("insert into session (id, token_hash, account_id, agency_id, expires_at) values (gen_random_uuid(), $1, $2, $3, now() + interval '12 hours')", [createHash("sha256").update(token).digest(), accountId, sitting.agency_id]);
    }
    return { tokens, assessmentId: sitting.assessment_id };
  });
}

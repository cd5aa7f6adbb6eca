/** What may wait is bounded, and past the bound the answer on the wire says when to come again: nothing is lost, and nothing counts twice. */
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Acknowledgement, AppendAnswer, Operation } from "@kompeten/shared/contracts/delivery";
import { Line, newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { Journal } from "./journal.service.ts";

const perMessage = 50;
/** So many attempts with a message each are what a process lets wait; an attempt alone may have four messages waiting. */
const attemptsToFill = 10_000 / perMessage;
const messagesToFill = 200 / perMessage;
const busyAgainMs = 500;

type Sitter = { candidate: Candidate; attemptId: string; line: Line; operations: Operation[] };

let app: TestApp;
let delivery: Delivery;
let crowd: Sitter[];
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 1 + attemptsToFill + 2, instruments: ["penalaran-umum"] });
  crowd = await Promise.all(
    delivery.candidates.map(async (candidate) => ({ candidate, attemptId: await started(app, delivery, candidate, "penalaran-umum"), line: await Line.open(app.url, candidate.token), operations: work() })),
  );
}, 120_000);
afterAll(async () => {
  for (const { line } of crowd ?? []) line.close();
  await app?.stop();
});

const work = (): Operation[] => Array.from({ length: perMessage }, (_, index) => respond("v01", index % 2 ? "a" : "b"));
const bySocket = ({ line, attemptId, operations }: Sitter): Promise<AppendAnswer> => line.call("attempt:append", { attemptId, epoch: 1, operations });
const overHttp = async ({ candidate, attemptId, operations }: Sitter): Promise<{ status: number; body: AppendAnswer }> => candidate.http.post(`/api/attempts/${attemptId}/operations`, { epoch: 1, operations });
const acknowledged = (answer: AppendAnswer): Acknowledgement[] => (answer.ok ? answer.acknowledgements : []);
const busy = (operations: Operation[]) => operations.map(({ opId }) => ({ opId, ok: false, refusal: "busy", retryAfterMs: busyAgainMs }));
/** Appended behind notice, preparation and start, in their order, without a gap. */
const inOrder = (operations: Operation[], from = 4) => operations.map(({ opId }, index) => ({ opId, ok: true, seq: from + index }));

/** Nothing of these attempts is written until the work is done: another process has their rows. */
async function heldUp<T>(attemptIds: string[], doing: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: app.database.ownerUrl });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query("select from attempt where id = any($1) for update", [attemptIds]);
    return await doing();
  } finally {
    await holder.query("rollback");
    await holder.end();
  }
}

async function writtenOf(sitters: Sitter[]): Promise<Map<string, number>> {
  const { rows } = await withClient(app.database.ownerUrl, async (owner) => {
    await owner.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
    return owner.query("select attempt_id as id, count(*)::int as count from journal_entry where kind = 'responded' and attempt_id = any($1) group by 1", [sitters.map(({ attemptId }) => attemptId)]);
  });
  return new Map(rows.map(({ id, count }: { id: string; count: number }) => [id, count]));
}

it("lets 200 operations of one attempt wait, is busy with whole messages past them, and takes the same again", async () => {
  const sitter = crowd[0] as Sitter;
  const messages = Array.from({ length: messagesToFill + 2 }, () => ({ ...sitter, operations: work() }));
  const [onSocket, onHttp] = messages.splice(-2) as [Sitter, Sitter];
  const waiting = await heldUp([sitter.attemptId], async () => {
    const answers = messages.map(bySocket);
    expect(await bySocket(onSocket)).toEqual({ ok: false, refusal: "busy", retryAfterMs: busyAgainMs });
    expect(await overHttp(onHttp)).toMatchObject({ status: 200, body: { ok: false, refusal: "busy", retryAfterMs: busyAgainMs } });
    return answers;
  });
  for (const [index, answer] of (await Promise.all(waiting)).entries()) expect(acknowledged(answer)).toMatchObject(inOrder(messages[index]!.operations, 4 + index * perMessage));
  expect(acknowledged(await bySocket(onSocket))).toMatchObject(inOrder(onSocket.operations, 204));
  expect(acknowledged((await overHttp(onHttp)).body)).toMatchObject(inOrder(onHttp.operations, 254));
  expect((await writtenOf([sitter])).get(sitter.attemptId)).toBe(300);
});

it("lets 10,000 operations wait in a process, is busy with each past them, and takes the same again, once", async () => {
  const sitters = crowd.slice(1);
  const [onSocket, onHttp, ...fresh] = sitters as [Sitter, Sitter, ...Sitter[]];
  const waitingIn = () => (app.get(Journal) as unknown as { waiting: number }).waiting;
  let answered = 0;
  const flood = await heldUp(fresh.map(({ attemptId }) => attemptId), async () => {
    const answers = fresh.map((sitter) => bySocket(sitter).finally(() => answered++));
    await expect.poll(waitingIn, { timeout: 4_000, interval: 10 }).toBe(10_000);
    // Their own rows are free: it is the queue that is full.
    expect(acknowledged(await bySocket(onSocket))).toEqual(busy(onSocket.operations));
    const overTheOther = await overHttp(onHttp);
    expect([overTheOther.status, acknowledged(overTheOther.body)]).toEqual([200, busy(onHttp.operations)]);
    expect([waitingIn(), answered]).toEqual([10_000, 0]);
    return answers;
  });
  for (const [index, answer] of (await Promise.all(flood)).entries()) expect(acknowledged(answer)).toMatchObject(inOrder(fresh[index]!.operations));
  const second = [acknowledged(await bySocket(onSocket)), acknowledged((await overHttp(onHttp)).body)];
  expect(second).toMatchObject([inOrder(onSocket.operations), inOrder(onHttp.operations)]);
  // J3: once more by the other way, and everything of the flood: the same answers, and no second entry.
  expect([acknowledged((await overHttp(onSocket)).body), acknowledged(await bySocket(onHttp))]).toEqual(second);
  for (const [index, answer] of (await Promise.all(fresh.map(bySocket))).entries()) expect(acknowledged(answer)).toMatchObject(inOrder(fresh[index]!.operations));
  expect(await writtenOf(sitters)).toEqual(new Map(sitters.map(({ attemptId }) => [attemptId, perMessage])));
  expect(waitingIn()).toBe(0);
});

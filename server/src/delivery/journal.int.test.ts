import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sql } from "kysely";
import pg from "pg";
import { newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { newId } from "../platform/index.ts";
import { brokenAt } from "./journal-chain.ts";
import { appendParameters, appendStatement } from "./journal-sql.ts";
import { Journal } from "./journal.service.ts";
import type { JournalOperation } from "./journal.types.ts";
import { AttemptCloser } from "./attempt-closer.job.ts";
import { AttemptStates } from "./attempt-states.service.ts";
import { Attempts, Desk } from "./index.ts";

let app: TestApp;
let delivery: Delivery;
const candidates: Candidate[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 20, instruments: ["penalaran-umum", "sjt-manajerial"] });
  candidates.push(...delivery.candidates);
});
afterAll(() => app?.stop());

/** A running attempt of a candidate nobody has used yet. */
async function running(): Promise<{ candidate: Candidate; attemptId: string }> {
  const candidate = candidates.pop();
  if (!candidate) throw new Error("more candidates are needed");
  return { candidate, attemptId: await started(app, delivery, candidate, "penalaran-umum") };
}
const scope = () => ({ agencyId: delivery.agencyId, accountId: null });
const journalOf = (attemptId: string) => app.run(scope(), () => app.get(Attempts).journal(attemptId));
const rowOf = (attemptId: string) => app.run(scope(), () => app.get(Attempts).byId(attemptId));
const raw = (given: Partial<JournalOperation> & Pick<JournalOperation, "attemptId" | "accountId">): JournalOperation => ({
  opId: newId(), epoch: 1, draft: { kind: "responded", body: { itemId: "v01", response: { interaction: "choice", optionId: "a" } } }, expectedSeq: null, next: null, ...given,
});
const append = async (operation: JournalOperation) => {
  const appended = await app.get(Journal).append(delivery.agencyId, [operation]);
  return appended.ok ? appended.value[0] : undefined;
};
/** A transaction of somebody else's, begun. */
async function otherProcess(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: app.database.ownerUrl });
  await client.connect();
  await client.query("begin");
  await client.query("select set_config('app.agency_id', $1, true)", [delivery.agencyId]);
  return client;
}

describe("the journal", () => {
  it("[J1] is all there is: states forgotten are found again, entry by entry", async () => {
    const { candidate, attemptId } = await running();
    await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v01", "a"), respond("v02", "b")] });
    const states = app.get(AttemptStates);
    const before = await app.run(scope(), () => states.one(attemptId));
    (states as unknown as { held: Map<string, unknown> }).held.clear();
    expect((await app.run(scope(), () => states.one(attemptId)))?.attempt).toEqual(before?.attempt);
  });

  it("[J1] is never confused with what was rolled back", async () => {
    const { candidate, attemptId } = await running();
    const states = app.get(AttemptStates);
    const before = await app.run(scope(), () => states.one(attemptId));
    const rolledBack = app.run(scope(), async () => {
      await app.get(Journal).appendWithin([raw({ attemptId, accountId: candidate.actor.accountId })]);
      expect((await states.one(attemptId))?.attempt.seq).toBe(4);
      throw new Error("rolled back");
    });
    await expect(rolledBack).rejects.toThrow("rolled back");
    expect(states.remembered(attemptId)?.attempt).toEqual(before?.attempt);
    const answer = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v02", "b")] });
    expect(answer).toMatchObject({ acknowledgements: [{ ok: true, seq: 4 }] });
    expect((await app.run(scope(), () => app.get(Attempts).responses(attemptId))).items).toEqual({ v02: { interaction: "choice", optionId: "b" } });
  });

  it("[J8] keeps the order of a queue: behind what has to be sent again nothing is tried, a hand-in least of all", async () => {
    const { candidate, attemptId } = await running();
    const view = await rowOf(attemptId);
    const pausedAtMs = Date.now();
    await append(raw({ attemptId, accountId: null, draft: { kind: "paused", body: { pausedAtMs, reason: "uji" } }, next: { deadlineAtMs: view?.deadlineAt?.getTime() ?? 0 } }));
    const operations = [respond("v01", "a"), { opId: newId(), kind: "submit" as const }, respond("v02", "a")];
    const send = () => app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations });
    expect(await send()).toMatchObject({ acknowledgements: Array.from({ length: 3 }, () => ({ ok: false, refusal: "paused", retryAfterMs: 5000 })) });
    expect((await rowOf(attemptId))?.state).toBe("running");
    await append(raw({ attemptId, accountId: null, draft: { kind: "resumed", body: { ms: 1_000, reason: "uji" } }, next: { deadlineAtMs: (view?.deadlineAt?.getTime() ?? 0) + 1_000 } }));
    expect(await send()).toMatchObject({ acknowledgements: [{ ok: true, seq: 6 }, { ok: true, seq: 7 }, { ok: false, refusal: "late" }] });
    expect(await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: operations.slice(2) })).toMatchObject({ acknowledgements: [{ ok: false, refusal: "late" }] });
  });

  it("[J2] is acknowledged only after the commit, however long that takes", async () => {
    const { candidate, attemptId } = await running();
    const holder = new pg.Client({ connectionString: app.database.ownerUrl });
    await holder.connect();
    await holder.query("begin");
    await holder.query("select 1 from attempt where id = $1 for update", [attemptId]);
    let said = false;
    const answer = app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v01", "a")] }).finally(() => (said = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(said).toBe(false);
    await holder.query("rollback");
    await holder.end();
    expect(await answer).toMatchObject({ ok: true, acknowledgements: [{ ok: true, seq: 4 }] });
  });

  it("[J2] gives no acknowledgement where the commit fails, and the resend settles it", async () => {
    const { candidate, attemptId } = await running();
    await withClient(app.database.ownerUrl, async (owner) => {
      await owner.query("create function fail_at_commit() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$");
      await owner.query("create constraint trigger fail_at_commit after insert on journal_entry deferrable initially deferred for each row execute function fail_at_commit()");
    });
    const operation = respond("v01", "a");
    const send = () => app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [operation] });
    expect(await send()).toMatchObject({ ok: true, acknowledgements: [{ ok: false, refusal: "not-ready", retryAfterMs: 2000 }] });
    await withClient(app.database.ownerUrl, (owner) => owner.query("drop trigger fail_at_commit on journal_entry"));
    expect(await journalOf(attemptId)).toHaveLength(3);
    expect(await send()).toMatchObject({ ok: true, acknowledgements: [{ ok: true, seq: 4 }] });
  });

  it("[J2] insists on a synchronous commit, whatever the session says", async () => {
    const { candidate, attemptId } = await running();
    await withClient(app.database.appUrl, async (client) => {
      await client.query("set synchronous_commit = off");
      await client.query("begin");
      await client.query("select set_config('app.agency_id', $1, true)", [delivery.agencyId]);
      await client.query("select * from journal_append(array[$1]::uuid[], array[$2]::uuid[], array[1], array[$3]::uuid[], array['visited'], array['{\"itemId\":\"v01\"}'], array[null]::int[], array[null]::jsonb[])", [attemptId, newId(), candidate.actor.accountId]);
      expect((await client.query("show synchronous_commit")).rows[0].synchronous_commit).toBe("on");
      await client.query("rollback");
    });
  });

  it("[J3] answers a replay with the same seq and time, alone, in company and after the hand-in", async () => {
    const { candidate, attemptId } = await running();
    const desk = app.get(Desk);
    const operations = [respond("v01", "a"), respond("v02", "b")];
    const send = (list = operations) => desk.append(candidate.actor, { attemptId, epoch: 1, operations: list });
    const first = await send();
    if (!first.ok) throw new Error(first.refusal);
    expect((await send()).ok && (await send())).toMatchObject({ acknowledgements: first.acknowledgements });
    expect(await send([...operations, respond("v03", "a")])).toMatchObject({ acknowledgements: [...first.acknowledgements, { ok: true, seq: 6 }] });
    const handIn = newId();
    const submitted = await desk.submit(candidate.actor, attemptId, handIn);
    expect(await desk.submit(candidate.actor, attemptId, handIn)).toEqual(submitted);
    expect(await send()).toMatchObject({ acknowledgements: first.acknowledgements });
    expect(await send([...operations, respond("v09", "a")])).toMatchObject({ acknowledgements: [...first.acknowledgements, { ok: false, refusal: "late" }] });
    expect(await journalOf(attemptId)).toHaveLength(7);
  });

  it("[J3] [J6] judges by what another process left, when it has waited for it: the same operation is a replay, and what closed in between is late", async () => {
    const [same, closed, other] = [await running(), await running(), await running()];
    const operationOf = ({ candidate, attemptId }: typeof same) => raw({ attemptId, accountId: candidate.actor.accountId });
    const [twice, late, plain] = [operationOf(same), operationOf(closed), operationOf(other)];
    const handIn = raw({ attemptId: closed.attemptId, accountId: late.accountId, draft: { kind: "submitted", body: { reason: "submitted" } } as never, next: { state: "closed" } });
    const elsewhere = await otherProcess();
    await elsewhere.query(appendStatement, appendParameters([handIn, twice].sort((a, b) => (a.attemptId < b.attemptId ? -1 : 1))));
    let settled = 0;
    const answers = Promise.all([twice, late, plain].map((operation) => append(operation).finally(() => settled++)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(settled).toBe(0);
    await elsewhere.query("commit");
    await elsewhere.end();
    expect(await answers).toMatchObject([{ outcome: "replayed", seq: 4 }, { outcome: "late" }, { outcome: "appended", seq: 4 }]);
    for (const { attemptId } of [same, closed, other]) expect(await app.run(scope(), () => app.get(Attempts).isIntact(attemptId))).toBe(true);
  });

  it("[J3] is a replay, too, where nothing else is in the statement that waited", async () => {
    const { candidate, attemptId } = await running();
    const operation = raw({ attemptId, accountId: candidate.actor.accountId });
    const elsewhere = await otherProcess();
    await elsewhere.query(appendStatement, appendParameters([operation]));
    const answer = append(operation);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await elsewhere.query("commit");
    await elsewhere.end();
    expect(await answer).toMatchObject({ outcome: "replayed", seq: 4 });
    expect(await journalOf(attemptId)).toHaveLength(4);
  });

  it("[J2] tries again where it waited crosswise with another process and had to give way", async () => {
    const pair = [await running(), await running()].map(({ candidate, attemptId }) => raw({ attemptId, accountId: candidate.actor.accountId }));
    const [replayed, plain] = pair as [JournalOperation, JournalOperation];
    await append(replayed);
    const elsewhere = await otherProcess();
    await elsewhere.query("set local deadlock_timeout = '1min'");
    const take = ({ attemptId }: JournalOperation) => elsewhere.query("select from attempt where id = $1 for update", [attemptId]);
    await take(replayed);
    // In one statement: the plain one's row is taken, and then that of the one which is judged by itself is waited for.
    const answers = Promise.all(pair.map((operation) => append(operation)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await take(plain);
    await elsewhere.query("rollback");
    await elsewhere.end();
    expect(await answers).toMatchObject([{ outcome: "replayed", seq: 4 }, { outcome: "appended", seq: 4 }]);
  });

  it("[J4] stays gapless and chained under twenty writers at once", async () => {
    const { candidate, attemptId } = await running();
    const desk = app.get(Desk);
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      for (let index = 0; index < 5; index++) await desk.append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v01", "a"), respond(`v0${(writer % 9) + 1}`, "b")] });
    });
    const strangers = Array.from({ length: 20 }, () => append(raw({ attemptId, accountId: candidate.actor.accountId })));
    await Promise.all([...writers, ...strangers]);
    const entries = await journalOf(attemptId);
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 3 + 200 + 20 }, (_, index) => index + 1));
    expect(brokenAt(attemptId, entries)).toBeUndefined();
    expect(await app.run(scope(), () => app.get(Attempts).isIntact(attemptId))).toBe(true);
  });

  it("[J4] shows where a journal was tampered with", async () => {
    const { candidate, attemptId } = await running();
    await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v01", "a"), respond("v02", "b")] });
    const entries = await journalOf(attemptId);
    const at = (index: number, change: object) => entries.map((entry, place) => (place === index ? { ...entry, ...change } : entry));
    expect(brokenAt(attemptId, at(3, { body: entries[3]?.body.replace('"a"', '"b"') }))).toBe(4);
    expect(brokenAt(attemptId, at(3, { atMs: (entries[3]?.atMs ?? 0) - 1 }))).toBe(4);
    expect(brokenAt(attemptId, entries.filter((_, place) => place !== 3))).toBe(5);
    expect(brokenAt(newId(), entries)).toBe(1);
  });

  it("[J6] lets no kind that changes the attempt say nothing of the change", async () => {
    const { candidate, attemptId } = await running();
    await withClient(app.database.appUrl, async (client) => {
      await client.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
      for (const kind of ["taken-over", "submitted"]) {
        const call = client.query("select * from journal_append(array[$1]::uuid[], array[$2]::uuid[], array[1], array[$3]::uuid[], array[$4], array['{}'], array[null]::int[], array[null]::jsonb[])", [attemptId, newId(), candidate.actor.accountId, kind]);
        await expect(call).rejects.toThrow(`${kind} cannot lead to {}`);
      }
    });
    expect(await journalOf(attemptId)).toHaveLength(3);
  });

  it("[J6] takes nothing from the application but through its function", async () => {
    const { attemptId } = await running();
    const refusals = await withClient(app.database.appUrl, async (client) => {
      await client.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
      const statements = [
        "update journal_entry set body = '{}'",
        "delete from journal_entry",
        "truncate journal_entry",
        `insert into journal_entry select agency_id, attempt_id, 99, gen_random_uuid(), epoch, account_id, at, kind, body, hash from journal_entry where attempt_id = '${attemptId}' limit 1`,
        "update attempt set deadline_at = window_end",
        "update attempt set state = 'running'",
        "delete from attempt",
      ];
      const errors: string[] = [];
      for (const statement of statements) errors.push(await client.query(statement).then(() => `allowed: ${statement}`, (error: Error) => error.message));
      return errors;
    });
    expect(refusals).toEqual(Array.from({ length: 4 }, () => "permission denied for table journal_entry").concat(Array.from({ length: 3 }, () => "permission denied for table attempt")));
    await withClient(app.database.ownerUrl, async (owner) => {
      await expect(owner.query("update journal_entry set body = '{}'")).rejects.toThrow("append-only");
      await expect(owner.query("delete from journal_entry")).rejects.toThrow("append-only");
    });
  });

  it("[J6] refuses in the database what came too late, is not running, is of another epoch, person, agency or out of order", async () => {
    const { candidate, attemptId } = await running();
    const { accountId } = candidate.actor;
    const waiting = candidate.attempts["sjt-manajerial"];
    const reason = { ms: 60_000, reason: "uji" };
    expect(await append(raw({ attemptId, accountId, epoch: 2 }))).toEqual({ outcome: "quarantined" });
    expect(await append(raw({ attemptId, accountId, epoch: 2, draft: { kind: "submitted", body: { answered: 0 } }, next: { state: "closed" } }))).toEqual({ outcome: "stale-epoch" });
    expect(await append(raw({ attemptId, accountId: newId() }))).toEqual({ outcome: "not-found" });
    expect(await append(raw({ attemptId: newId(), accountId }))).toEqual({ outcome: "not-found" });
    expect(await append(raw({ attemptId: waiting, accountId }))).toEqual({ outcome: "not-running" });
    expect(await append(raw({ attemptId, accountId, expectedSeq: 2 }))).toEqual({ outcome: "stale" });
    expect(await append(raw({ attemptId, accountId: null, draft: { kind: "expired", body: { deadlineMs: 0 } }, next: { state: "closed" } }))).toEqual({ outcome: "not-due" });
    expect(await append(raw({ attemptId, accountId, draft: { kind: "started", body: { startedAtMs: 0, deadlineMs: 0 } }, next: { state: "running", startedAtMs: 0, deadlineAtMs: 0 } }))).toEqual({ outcome: "not-waiting" });
    // R7: somebody ends it, and only what runs.
    expect(await append(raw({ attemptId, accountId: null, draft: { kind: "ended", body: { reason: "uji" } }, next: { state: "closed" } }))).toEqual({ outcome: "not-found" });
    expect(await append(raw({ attemptId: waiting, accountId, draft: { kind: "ended", body: { reason: "uji" } }, next: { state: "closed" } }))).toEqual({ outcome: "not-running" });
    const stranger = await app.newAgency();
    expect(await app.get(Journal).append(stranger, [raw({ attemptId, accountId })])).toEqual({ ok: true, value: [{ outcome: "not-found" }] });
    // The clock of the database is what counts: the deadline is put behind it as the owner, who is not the application.
    const closer = vi.spyOn(app.get(AttemptCloser) as unknown as { tick: () => Promise<void> }, "tick").mockResolvedValue();
    await withClient(app.database.ownerUrl, (owner) => owner.query("update attempt set deadline_at = clock_timestamp() - interval '1 ms' where id = $1", [attemptId]));
    expect(await append(raw({ attemptId, accountId }))).toEqual({ outcome: "late" });
    expect(await append(raw({ attemptId, accountId, draft: { kind: "submitted", body: { answered: 0 } }, next: { state: "closed" } }))).toEqual({ outcome: "deadline-passed" });
    expect(await append(raw({ attemptId, accountId, draft: { kind: "ended", body: { reason: "uji" } }, next: { state: "closed" } }))).toEqual({ outcome: "deadline-passed" });
    closer.mockRestore();
    expect(await append(raw({ attemptId, accountId: null, draft: { kind: "extended", body: reason }, next: { deadlineAtMs: Date.now() + 60_000 } }))).toMatchObject({ outcome: "appended" });
    expect(await append(raw({ attemptId, accountId }))).toMatchObject({ outcome: "appended" });
    await app.get(Desk).submit(candidate.actor, attemptId);
    expect(await append(raw({ attemptId, accountId }))).toEqual({ outcome: "late" });
    expect(await append(raw({ attemptId, accountId: null, draft: { kind: "extended", body: reason }, next: null }))).toEqual({ outcome: "not-running" });
  });

  it("[J6] gives in a statement of many what each would be given alone", async () => {
    const many = await newDelivery(app, { agencyId: delivery.agencyId, candidates: 7, instruments: ["penalaran-umum"] });
    const people = await Promise.all(many.candidates.map(async (candidate) => ({ accountId: candidate.actor.accountId, attemptId: await started(app, many, candidate, "penalaran-umum"), candidate })));
    const [plain, twice, replayed, old, foreign, closed, moved] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0], (typeof people)[0], (typeof people)[0], (typeof people)[0], (typeof people)[0]];
    const before = raw(replayed);
    await append(before);
    await app.get(Desk).submit(closed.candidate.actor, closed.attemptId);
    const operations = [raw(plain), raw(twice), raw(twice), before, { ...raw(old), epoch: 2 }, { ...raw(foreign), accountId: plain.accountId }, raw(closed), { ...raw(moved), expectedSeq: 9 }, raw({ ...plain, attemptId: newId() })];
    const outcomes = await withClient(app.database.ownerUrl, async (owner) => {
      await owner.query("begin");
      await owner.query("select set_config('app.agency_id', $1, true)", [delivery.agencyId]);
      const alone = "select outcome, seq from journal_append_each($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::text[]::jsonb[]) order by ordinal";
      const given = appendParameters(operations);
      await owner.query("savepoint before");
      const { rows: one } = await owner.query<{ outcome: string; seq: number | null }>(alone, given);
      await owner.query("rollback to before");
      const { rows: many } = await owner.query<{ outcome: string; seq: number | null }>(alone.replace("journal_append_each", "journal_append"), given);
      await owner.query("commit");
      expect(many).toEqual(one);
      return many.map(({ outcome }) => outcome);
    });
    expect(outcomes).toEqual(["appended", "appended", "appended", "replayed", "quarantined", "not-found", "late", "stale", "not-found"]);
    expect((await rowOf(plain.attemptId))?.lastSeq).toBe(4);
    expect((await rowOf(twice.attemptId))?.lastSeq).toBe(5);
    for (const { attemptId } of people) expect(await app.run(scope(), () => app.get(Attempts).isIntact(attemptId))).toBe(true);
  });

  it("[T7] says by its own clock whether work came while its section was open, and only on the entries that was judged by", async () => {
    const { candidate, attemptId } = await running();
    const { accountId } = candidate.actor;
    const work = (untilMs: number, expectedSeq: number | null) => append(raw({ attemptId, accountId, expectedSeq, next: { untilMs } }));
    expect(await work(Date.now() + 60_000, null)).toMatchObject({ outcome: "stale" });
    expect(await work(Date.now() + 60_000, 2)).toMatchObject({ outcome: "stale" });
    expect(await work(Date.now() - 1_000, 2)).toMatchObject({ outcome: "stale" });
    expect(await work(Date.now() + 60_000, 3)).toMatchObject({ outcome: "appended" });
    expect(await work(Date.now() - 1_000, 4)).toMatchObject({ outcome: "late" });
    expect((await rowOf(attemptId))?.lastSeq).toBe(4);
  });

  it("[J6] raises where a caller claims what its kind cannot do", async () => {
    const { candidate, attemptId } = await running();
    const { accountId } = candidate.actor;
    await expect(append(raw({ attemptId, accountId, next: { state: "closed" } }))).rejects.toThrow(/cannot lead to/);
    await expect(append(raw({ attemptId, accountId, next: { deadlineAtMs: Date.now() + 1e9 } }))).rejects.toThrow(/cannot lead to/);
    const takenOver = (epoch: number) => append(raw({ attemptId, accountId, draft: { kind: "taken-over", body: { epoch, deviceId: null, reason: null } }, next: { epoch } }));
    await expect(takenOver(1)).rejects.toThrow(/cannot lead to/);
    await expect(takenOver(3)).rejects.toThrow(/cannot lead to/);
    await expect(append(raw({ attemptId, accountId: null, draft: { kind: "extended", body: { ms: 1, reason: "uji" } }, next: { deadlineAtMs: Date.now() + 1e10 } }))).rejects.toThrow(/check constraint/);
    await expect(append(raw({ attemptId, accountId: null, draft: { kind: "extended", body: { ms: 1, reason: "uji" } }, next: { untilMs: 0 } }))).rejects.toThrow(/cannot lead to/);
    await expect(append(raw({ attemptId, accountId, draft: { kind: "section-opened", body: { sectionId: "b", openedAtMs: Date.now() - 60_000 } } }))).rejects.toThrow(/section opened at/);
    const other = candidate.attempts["sjt-manajerial"];
    const startedAtMs = Date.now() - 60_000;
    await expect(append(raw({ attemptId: other, accountId, draft: { kind: "started", body: { startedAtMs, deadlineMs: startedAtMs + 1 } }, next: { state: "running", startedAtMs, deadlineAtMs: startedAtMs + 1 } }))).rejects.toThrow(/started at/);
    expect((await rowOf(attemptId))?.lastSeq).toBe(3);
  });

  it("needs an agency in scope", async () => {
    const outside = app.app.orm.em.fork().getKysely();
    const call = sql`select * from journal_append(array[]::uuid[], array[]::uuid[], array[]::int[], array[]::uuid[], array[]::text[], array[]::text[], array[]::int[], array[]::jsonb[])`.execute(outside);
    await expect(call).rejects.toThrow(/no agency in scope/);
  });
});

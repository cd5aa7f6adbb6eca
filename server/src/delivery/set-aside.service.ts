import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { decide, type EntryDraft, type SetAsideCause, type WorkKind } from "@kompeten/shared/attempt";
import { assert, ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { afterCommit, currentAgencyId, Jobs, newId } from "../platform/index.ts";
import { AttemptNews } from "./attempt-news.ts";
import { AttemptStates } from "./attempt-states.service.ts";
import { ConnectionLog } from "./connection-log.service.ts";
import { GivenResults } from "./given-results.ts";
import { Journal } from "./journal.service.ts";
import { lateBecause, lateFrom, lateWorkCounts, type LateBecause } from "./late-work.rules.ts";
import { attemptClosedJob } from "./turning-points.service.ts";

/** An operation kept beside the journal (J5, J7), and the entry by which it came to count, if it did. */
export type SetAside = {
  opId: string;
  cause: SetAsideCause;
  epoch: number;
  receivedAtMs: number;
  /** By the device's own word. */
  madeAtMs: number | null;
  deed: Extract<EntryDraft, { kind: WorkKind }>;
  mergedSeq: number | null;
};
export type MergeRefusal = "not-found" | "not-set-aside" | "not-started" | "result-given" | "limit-reached" | "busy";

const automatic: Record<LateBecause, string> = {
  "on-its-way": "dibuat sebelum batas waktu dan masih dalam pengiriman saat waktu habis",
  "line-down": "dibuat sebelum batas waktu saat sambungan terputus, tiba dalam batas penerimaan jawaban luring",
};

/** J5, J7: what was set aside, and its way into the journal. In the running unit of work. */
@Injectable()
export class SetAsideWork {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly journal: Journal,
    private readonly connections: ConnectionLog,
    private readonly results: GivenResults,
    private readonly jobs: Jobs,
    private readonly news: AttemptNews,
  ) {}

  /** In the order in which they arrived. */
  async of(attemptId: string): Promise<SetAside[]> {
    const { rows } = await sql<Omit<SetAside, "deed" | "madeAtMs"> & { kind: string; body: string }>`
      select s.op_id as "opId", s.cause, s.epoch, (extract(epoch from s.received_at) * 1000)::float8 as "receivedAtMs", s.kind, s.body, m.seq as "mergedSeq"
      from set_aside_operation s left join merged_operation m using (attempt_id, op_id) where s.attempt_id = ${attemptId} order by s.position`.execute(this.em.getKysely());
    return rows.map(({ kind, body, ...row }) => {
      // Written by us from a draft of this kind, as the journal is (J6).
      const deed = { kind, body: JSON.parse(body) as unknown } as SetAside["deed"];
      return { ...row, madeAtMs: deed.body.madeAtMs ?? null, deed };
    });
  }

  /** J7: of these late operations, those that were made in time and that nothing speaks against are merged by the server itself. The entries by which those that count do, by opId: also of an earlier time. */
  async countLate(attemptId: string, opIds: ReadonlySet<string>): Promise<Map<string, { seq: number; atMs: number }>> {
    await this.mergeLate(attemptId, opIds);
    const { rows } = await sql<{ opId: string; seq: number; atMs: number }>`
      select m.op_id as "opId", m.seq, (extract(epoch from j.at) * 1000)::float8 as "atMs" from merged_operation m join journal_entry j using (attempt_id, seq)
      where m.attempt_id = ${attemptId} and m.op_id = any(${[...opIds]}::uuid[])`.execute(this.em.getKysely());
    return new Map(rows.map(({ opId, ...entry }) => [opId, entry]));
  }

  private async mergeLate(attemptId: string, opIds: ReadonlySet<string>): Promise<void> {
    const held = await this.states.one(attemptId);
    if (held?.attempt.state !== "closed" && held?.attempt.state !== "running") return;
    const late = (await this.of(attemptId)).filter(({ opId, cause, mergedSeq }) => opIds.has(opId) && cause === "late" && mergedSeq === null);
    if (late.length === 0) return;
    const contacts = await this.connections.of(attemptId);
    // Handed in is handed in, and what a proctor ended (R7) is for the lead to look at: only the time's running out is forgiven.
    const { attempt, record } = held;
    if (attempt.state === "closed" && attempt.reason !== "expired") return;
    const judged = late.map((operation) => {
      const { madeAtMs, receivedAtMs, deed } = operation;
      const deadlineMs = lateFrom(attempt, deed, record.deadlineAtMs ?? 0);
      const counts = deadlineMs === null ? undefined : lateWorkCounts({ madeAtMs, receivedAtMs, deadlineMs, offlineWindowMs: attempt.offlineWindowMs, contacts });
      return { operation, because: counts?.ok ? counts.value : undefined };
    });
    for (const because of lateBecause) {
      const operations = judged.flatMap((one) => (one.because === because ? [one.operation] : []));
      if (operations.length === 0) continue;
      const merged = await this.merge(attemptId, { accountId: null, reason: automatic[because], operations });
      assert(merged.ok || merged.refusal !== "not-set-aside", "what is merged here is set aside");
    }
  }

  /** Writes an entry for each, in the order given; all or none, and none behind a result already given. `accountId` is the lead's who decides, null for the server's rule. */
  async merge(attemptId: string, given: { accountId: string | null; reason: string; operations: readonly SetAside[] }): Promise<Result<{ seqs: number[] }, MergeRefusal>> {
    const asked = await this.states.one(attemptId);
    if (asked && (await this.results.among([asked.record.enrolmentId])).size > 0) return refuse("result-given");
    const seqs: number[] = [];
    for (const { opId, cause, madeAtMs, receivedAtMs, deed } of given.operations) {
      const held = await this.states.one(attemptId);
      if (!held) return refuse("not-found");
      const decided = decide(held.attempt, { kind: "merge", opId, cause, reason: given.reason, madeAtMs, receivedAtMs, deed }, 0);
      if (!decided.ok) return refuse(decided.refusal === "limit-reached" ? "limit-reached" : "not-started");
      const [done] = await this.journal.appendWithin([{ attemptId, opId: newId(), epoch: held.attempt.epoch, accountId: given.accountId, draft: decided.value, expectedSeq: held.attempt.seq, next: null }]);
      if (done?.outcome === "not-set-aside") return refuse("not-set-aside");
      if (done?.outcome !== "appended") return refuse("busy");
      seqs.push(done.seq);
    }
    if (seqs.length > 0) await this.announce(attemptId);
    return ok({ seqs });
  }

  /** Scoring looks again at what had closed; pages that are open hear of it. */
  private async announce(attemptId: string): Promise<void> {
    const held = await this.states.one(attemptId);
    if (held?.attempt.state === "closed") await this.jobs.enqueue(attemptClosedJob, { attemptId });
    const agencyId = currentAgencyId();
    afterCommit(() => this.news.tell({ agencyId, attemptId }));
  }
}

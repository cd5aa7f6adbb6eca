import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { ActionRecord, Closed, Response } from "@kompeten/shared/attempt";
import type { TextHistory } from "@kompeten/shared/contracts/text-history";
import { assert } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { attemptColumns, type AttemptRecord } from "./attempt-record.ts";
import { AttemptStates } from "./attempt-states.service.ts";
import { brokenAt } from "./journal-chain.ts";
import { JournalReader } from "./journal-reader.service.ts";
import type { JournalEntryView } from "./journal.types.ts";
import { pageOf, revisionsOf } from "./text-history.rules.ts";

export type AttemptView = {
  id: string;
  enrolmentId: string;
  sittingId: string;
  instrumentVersionId: string;
  accountId: string;
  ordinal: number;
  /** That of its sitting, or later where it was extended (T8). */
  windowEnd: Date;
  state: "waiting" | "running" | "closed";
  startedAt: Date | null;
  deadlineAt: Date | null;
  closedAt: Date | null;
  closedReason: Closed["reason"] | null;
  lastSeq: number;
  /** The head of the journal's chain (J4): with it a score or a rating names exactly the work it rests on. */
  lastHashHex: string;
};

/** The final state of an attempt's work. */
export type Responses = {
  /** Last response per item; an item never answered is absent. */
  items: Record<string, Response>;
  flagged: string[];
  /** In-basket actions as they stand, in the order in which they were first made, withdrawn ones included and marked. */
  actions: ActionRecord[];
};

/** Attempts as the contexts above see them, in the running unit of work. Reading contents is theirs to audit. */
@Injectable()
export class Attempts {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly reader: JournalReader,
  ) {}

  /** Ordered by enrolment, then by place in the sitting. */
  async byEnrolments(enrolmentIds: string[]): Promise<AttemptView[]> {
    if (enrolmentIds.length === 0) return [];
    const { rows } = await sql<AttemptRecord>`
      select ${attemptColumns} from attempt a where a.enrolment_id = any(${enrolmentIds}::uuid[]) order by a.enrolment_id, a.window_start, a.ordinal`.execute(this.em.getKysely());
    return rows.map(viewOf);
  }

  async byId(id: string): Promise<AttemptView | undefined> {
    const { rows } = await sql<AttemptRecord>`select ${attemptColumns} from attempt a where a.id = ${id}`.execute(this.em.getKysely());
    return rows[0] && viewOf(rows[0]);
  }

  /** Of an attempt that exists; empty before its start. */
  async responses(attemptId: string): Promise<Responses> {
    const held = await this.states.one(attemptId);
    assert(held, `attempt ${attemptId} does not exist`);
    if (held.attempt.state === "waiting") return { items: {}, flagged: [], actions: [] };
    const { responses, flagged, actions } = held.attempt.work;
    return { items: { ...responses }, flagged: [...flagged], actions: [...actions] };
  }

  journal(attemptId: string): Promise<JournalEntryView[]> {
    return this.reader.entries(attemptId);
  }

  /** What was saved of a written answer, and when, page by page; no revisions of one that was never written. */
  async textHistory(attemptId: string, itemId: string, afterSeq = 0): Promise<TextHistory> {
    const entries = await this.reader.entries(attemptId);
    const startedAtMs = entries.find(({ kind }) => kind === "started")?.atMs ?? 0;
    const revisions = revisionsOf(entries.map(({ seq, kind, atMs, body }) => ({ seq, kind, atMs, body: JSON.parse(body) as unknown })), itemId);
    return { startedAtMs, ...pageOf(revisions, afterSeq) };
  }

  /** J4: whether the journal's chain holds from its first entry to the head that the attempt's row names. */
  async isIntact(attemptId: string): Promise<boolean> {
    const view = await this.byId(attemptId);
    const entries = await this.reader.entries(attemptId);
    return view !== undefined && brokenAt(attemptId, entries) === undefined && entries.length === view.lastSeq && (entries.at(-1)?.hashHex ?? "") === view.lastHashHex;
  }
}

function viewOf(record: AttemptRecord): AttemptView {
  const { id, enrolmentId, sittingId, instrumentVersionId, accountId, ordinal, state, closedReason, lastSeq, lastHashHex } = record;
  const times = { startedAt: dateOf(record.startedAtMs), deadlineAt: dateOf(record.deadlineAtMs), closedAt: dateOf(record.closedAtMs), windowEnd: new Date(record.windowEndMs) };
  return { id, enrolmentId, sittingId, instrumentVersionId, accountId, ordinal, state, closedReason, lastSeq, lastHashHex, ...times };
}

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

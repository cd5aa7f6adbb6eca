import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable, Logger } from "@nestjs/common";
import { evolveOwn, ownAttempt, type Attempt, type Entry } from "@kompeten/shared/attempt";
import { sql } from "kysely";
import { afterCommit } from "../platform/index.ts";
import { attemptColumns, type AttemptRecord } from "./attempt-record.ts";
import { ServerTime } from "./server-time.service.ts";

/**
 * What is known of one attempt: its row as last read and the fold of its journal up to `attempt.seq` (J1). Of a remembered one
 * only the row's first half holds (whose, where, when); what changes is read from `attempt`.
 */
export type Held = { record: AttemptRecord; attempt: Attempt };

type EntryRow = { attemptId: string; seq: number; atMs: number; kind: string; body: string };
/** Twice a full house of one process: with fewer than sit there, each save would read its attempt's whole journal first. */
const heldMax = 20_000;

/**
 * The folds of attempts in use. A cache and nothing more: it may be lost at any moment, and a reading always compares it with
 * the row's last seq and catches up with the entries in between. What has not committed never enters it.
 */
@Injectable()
export class AttemptStates {
  private readonly logger = new Logger("AttemptStates");
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly em: EntityManager,
    private readonly time: ServerTime,
  ) {}

  /**
   * What this process remembers, which may be behind the journal: good enough to accept by, never to refuse by. It goes on with the
   * attempt: to be read at once, not to be kept.
   */
  remembered(attemptId: string): Held | undefined {
    return this.held.get(attemptId);
  }

  /** Reads in the running unit of work, so row-level security decides what exists. Absent attempts are left out. Throws where one cannot be folded. */
  fresh(attemptIds: readonly string[]): Promise<Map<string, Held>> {
    return this.read(attemptIds, (id, cause) => {
      // As an assertion, so that a lane tries the others without it.
      throw new Error(`assertion failed: attempt ${id} cannot be folded: ${(cause as Error).message}`, { cause });
    });
  }

  /**
   * The same where the others must not suffer: a room, a change for many. One that cannot be folded, to which nothing should lead, is left out as if it
   * were absent, and the log says so.
   */
  readable(attemptIds: readonly string[]): Promise<Map<string, Held>> {
    return this.read(attemptIds, (id, error) => this.logger.error(`attempt ${id} cannot be read: ${(error as Error).message}`));
  }

  private async read(attemptIds: readonly string[], onUnreadable: (attemptId: string, error: unknown) => void): Promise<Map<string, Held>> {
    if (attemptIds.length === 0) return new Map();
    const kysely = this.em.getKysely();
    const askedMs = this.time.ownMs();
    const { rows } = await sql<AttemptRecord & { nowMs: number }>`
      select ${attemptColumns}, (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs" from attempt a where a.id = any(${[...attemptIds]}::uuid[])`.execute(kysely);
    if (rows[0]) this.time.observe(rows[0].nowMs, askedMs);
    // What is remembered now is what the entries are put on, though it may move on while they are read.
    const bases = new Map(rows.map((row) => [row.id, this.copied(row.id)]));
    const entries = await this.entriesAfter(rows.map((row) => ({ id: row.id, after: bases.get(row.id)?.seq ?? 0, last: row.lastSeq })));
    const found = new Map<string, Held>();
    for (const { nowMs: _, ...record } of rows) {
      try {
        let attempt = bases.get(record.id) ?? null;
        for (const row of entries.get(record.id) ?? []) attempt = evolveOwn(attempt, entryOf(row));
        if (attempt) found.set(record.id, { record, attempt });
      } catch (error) {
        onUnreadable(record.id, error);
      }
    }
    // Entries of our own unit may still be rolled back: they are remembered only once they hold.
    afterCommit(() => found.forEach(({ record, attempt }) => this.remember({ record, attempt: ownAttempt(attempt) })));
    return found;
  }

  async one(attemptId: string): Promise<Held | undefined> {
    return (await this.fresh([attemptId])).get(attemptId);
  }

  /** Takes over a committed entry of our own; one that does not follow what is remembered leaves it to the next reading. */
  advance(attemptId: string, entry: Entry): void {
    const held = this.held.get(attemptId);
    if (held && held.attempt.seq + 1 === entry.seq) held.attempt = evolveOwn(held.attempt, entry);
  }

  private copied(attemptId: string): Attempt | null {
    const held = this.held.get(attemptId);
    return held ? ownAttempt(held.attempt) : null;
  }

  private remember(held: Held): void {
    const present = this.held.get(held.record.id);
    if (present && present.attempt.seq > held.attempt.seq) return;
    this.held.delete(held.record.id);
    this.held.set(held.record.id, held);
    const [oldest] = this.held.keys();
    if (this.held.size > heldMax && oldest !== undefined) this.held.delete(oldest);
  }

  private async entriesAfter(wanted: { id: string; after: number; last: number }[]): Promise<Map<string, EntryRow[]>> {
    const entries = new Map<string, EntryRow[]>();
    const behind = wanted.filter(({ after, last }) => after < last);
    if (behind.length === 0) return entries;
    const ids = behind.map(({ id }) => id);
    const seqs = behind.map(({ after }) => after);
    const lasts = behind.map(({ last }) => last);
    const { rows } = await sql<EntryRow>`
      select j.attempt_id as "attemptId", j.seq, (extract(epoch from j.at) * 1000)::float8 as "atMs", j.kind, j.body
      from unnest(${ids}::uuid[], ${seqs}::int[], ${lasts}::int[]) as wanted (id, seq, last)
      join journal_entry j on j.attempt_id = wanted.id and j.seq > wanted.seq and j.seq <= wanted.last
      order by j.attempt_id, j.seq`.execute(this.em.getKysely());
    for (const row of rows) {
      const list = entries.get(row.attemptId) ?? [];
      list.push(row);
      entries.set(row.attemptId, list);
    }
    return entries;
  }
}

/** The body was written by us from a draft of this kind, and nobody else can write (J6). */
function entryOf(row: EntryRow): Entry {
  return { seq: row.seq, atMs: row.atMs, kind: row.kind, body: JSON.parse(row.body) as unknown } as Entry;
}

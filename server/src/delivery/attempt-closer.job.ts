import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from "@nestjs/common";
import { sql } from "kysely";
import { afterCommit, currentAgencyId, Jobs, newId, UnitOfWork } from "../platform/index.ts";
import { Beat } from "./beat.ts";
import { AttemptNews } from "./attempt-news.ts";
import { Journal } from "./journal.service.ts";
import type { JournalOperation } from "./journal.types.ts";
import { makeReceiptJob } from "./receipts/receipts.service.ts";
import { Rush } from "./rush.ts";
import { ServerTime } from "./server-time.service.ts";
import { attemptClosedJob } from "./turning-points.service.ts";

type Due = { id: string; epoch: number; deadlineMs: number };
const tickMs = 1_000;
const closedAtOnceMax = 200;

/**
 * T3: closes what is past its deadline, whichever process serves it and whether anybody is connected, within seconds; the
 * recorded end is the deadline. Every web process runs one; what another holds is passed over.
 */
@Injectable()
export class AttemptCloser implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger("AttemptCloser");
  private readonly report = (error: unknown): void => this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  private readonly beat = new Beat(tickMs, () => this.tick().catch(this.report));

  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly news: AttemptNews,
    private readonly time: ServerTime,
    private readonly rush: Rush,
  ) {}

  onApplicationBootstrap(): void {
    this.beat.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.beat.stop();
  }

  private async tick(): Promise<void> {
    if (!this.jobs.ready) return;
    // Where one agency's closings fail or are many, the others' must not fail or wait.
    await Promise.all((await this.agenciesDue()).map((agencyId) => this.closeAll(agencyId).catch(this.report)));
  }

  private async closeAll(agencyId: string): Promise<void> {
    while (!this.beat.isStopped && (await this.units.run({ agencyId, accountId: null }, () => this.closeDue())) === closedAtOnceMax);
  }

  private async agenciesDue(): Promise<string[]> {
    const askedMs = this.time.ownMs();
    const kysely = this.em.fork().getKysely();
    const { rows } = await sql<{ nowMs: number; agencies: string[] }>`
      select (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs", array(select agencies_with_attempts_due())::text[] as agencies`.execute(kysely);
    const [row] = rows;
    if (row) this.time.observe(row.nowMs, askedMs);
    return row?.agencies ?? [];
  }

  /** The closings and the news of them commit together. */
  private async closeDue(): Promise<number> {
    const { rows } = await sql<Due>`
      select id, epoch, (extract(epoch from deadline_at) * 1000)::float8 as "deadlineMs" from attempts_due(${closedAtOnceMax}) order by id`.execute(this.em.getKysely());
    const agencyId = currentAgencyId();
    this.rush.note(rows.length);
    const operations = rows.map(({ id, epoch, deadlineMs }): JournalOperation => {
      const draft = { kind: "expired", body: { deadlineMs } } as const;
      return { attemptId: id, opId: newId(), epoch, accountId: null, draft, expectedSeq: null, next: { state: "closed" } };
    });
    const outcomes = await this.journal.appendWithin(operations);
    const closed = operations.filter((_, index) => outcomes[index]?.outcome === "appended");
    for (const job of [attemptClosedJob, makeReceiptJob]) await this.jobs.enqueueAll(job, closed.map(({ attemptId }) => ({ attemptId })));
    afterCommit(() => closed.forEach(({ attemptId }) => this.news.tell({ agencyId, attemptId })));
    return rows.length;
  }
}

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import { CompiledQuery, sql } from "kysely";
import { PgBoss, type JobResult, type JobWithMetadata } from "pg-boss";
import { currentAgencyId, UnitOfWork } from "../tenancy/index.ts";
import { causeOf } from "./cause.rules.ts";

export type JobHandler<T> = (data: T) => Promise<void>;

/** A job that was given up: `data` is ids only, `cause` names no person. */
export type FailedJob = { id: string; name: string; data: unknown; failedAt: Date; attempts: number; cause: string };
/** Past this the oldest are counted and not listed. */
export const failedJobsMax = 200;

type Envelope = { agencyId: string; data: never };
const retryLimit = 10;
/** While others have the right of way, each queue still does one job in this time, so that nothing waits for ever. */
const giveWayMaxMs = 500;
const lookEveryMs = 25;
/** Done and given-up jobs stay this long: an operator who comes back from leave must still find what failed. */
const deleteAfterSeconds = 90 * 24 * 3_600;

/**
 * News that must not be lost travels as a job enqueued in the transaction that made it: the job table is the outbox.
 * Handlers run in a unit of work of the job's agency and may run twice, so they are idempotent.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly logger = new Logger("Jobs");
  private readonly handlers = new Map<string, JobHandler<never>>();
  private boss: PgBoss | undefined;
  private working = false;
  private others: () => boolean = () => false;

  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
  ) {}

  /** Called by a context's module while it is set up; `name` is `<context>.<verb>-<noun>`. */
  handle<T extends object>(name: string, handler: JobHandler<T>): void {
    if (this.handlers.has(name)) throw new Error(`job ${name} has two handlers`);
    this.handlers.set(name, handler as JobHandler<never>);
  }

  /** What people wait for goes first: while `isOn`, jobs of this process are done slowly. */
  giveWayWhile(isOn: () => boolean): void {
    this.others = isOn;
  }

  /** Enqueues in the running unit of work: a roll-back takes the job back. Done as soon as it may be, or `after` an instant. */
  async enqueue(name: string, data: object, { after }: { after?: Date } = {}): Promise<void> {
    await this.enqueueAll(name, [data], after);
  }

  async enqueueAll(name: string, list: readonly object[], after?: Date): Promise<void> {
    if (!this.boss) throw new Error("jobs are not started");
    if (list.length === 0) return;
    const agencyId = currentAgencyId();
    await this.boss.insert(name, list.map((data) => ({ data: { agencyId, data }, ...(after === undefined ? {} : { startAfter: after }) })), { db: this.ownTransaction() as never });
  }

  async start(url: string): Promise<void> {
    const boss = new PgBoss({ connectionString: url, max: 4, application_name: "kompeten jobs", createSchema: false });
    boss.on("error", (error) => this.logger.error(error));
    await boss.start();
    this.boss = boss;
    for (const [name, handler] of this.handlers) {
      await boss.createQueue(name, { retryLimit, retryDelay: 1, retryBackoff: true, deleteAfterSeconds });
      // A queue that is there already keeps its former settings otherwise.
      await boss.updateQueue(name, { deleteAfterSeconds });
      // A full batch is followed by the next one at once: a polling worker of single jobs would do two a second, however many wait.
      await boss.work(name, { pollingIntervalSeconds: 0.5, batchSize: 10, burstWhenBatchFull: true, perJobResults: true, includeMetadata: true }, async (jobs) => {
        const results: JobResult[] = [];
        for (const job of jobs as JobWithMetadata<Envelope>[]) results.push(await this.settle(name, job, handler));
        return results;
      });
    }
    this.working = true;
  }

  /** One job in a unit of work of its own; a failed one is tried again and keeps nobody of its batch waiting. */
  private async settle(name: string, job: JobWithMetadata<Envelope>, handler: JobHandler<never>): Promise<JobResult> {
    for (let waitedMs = 0; waitedMs < giveWayMaxMs && this.working && this.others(); waitedMs += lookEveryMs) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    try {
      await this.units.run({ agencyId: job.data.agencyId, accountId: null }, () => handler(job.data.data));
      return { id: job.id, status: "completed" };
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (job.retryCount >= job.retryLimit) this.logger.error(`${name} ${job.id} failed ${job.retryCount + 1} times and was given up: ${why}`);
      else this.logger.warn(`${name} ${job.id} failed and will be tried again: ${why}`);
      return { id: job.id, status: "failed", output: { message: causeOf(error) } };
    }
  }

  /** Jobs of the current agency that were given up, the newest first, and how many there are. */
  async failed(): Promise<{ jobs: FailedJob[]; total: number }> {
    const { rows } = await sql<Omit<FailedJob, "failedAt"> & { failedAtMs: number; total: number }>`
      select id, name, data->'data' as data, (extract(epoch from completed_on) * 1000)::float8 as "failedAtMs", retry_count + 1 as attempts, coalesce(output->>'message', '') as cause, count(*) over ()::int as total
      from pgboss.job where state = 'failed' and data->>'agencyId' = ${currentAgencyId()} and name not like '\\_\\_%'
      order by completed_on desc, id limit ${failedJobsMax}`.execute(this.em.getKysely());
    return { jobs: rows.map(({ id, name, data, failedAtMs, attempts, cause }) => ({ id, name, data, failedAt: new Date(failedAtMs), attempts, cause })), total: rows[0]?.total ?? 0 };
  }

  async failedCount(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pgboss.job where state = 'failed' and data->>'agencyId' = ${currentAgencyId()} and name not like '\\_\\_%'`.execute(this.em.getKysely());
    return rows[0]?.count ?? 0;
  }

  /** Tries a given-up job of the current agency once more, in the running unit of work; its name, or undefined when there is none. */
  async retry(id: string): Promise<string | undefined> {
    if (!this.boss) throw new Error("jobs are not started");
    const { rows } = await sql<{ name: string }>`select name from pgboss.job where id = ${id} and state = 'failed' and data->>'agencyId' = ${currentAgencyId()} for update`.execute(this.em.getKysely());
    const name = rows[0]?.name;
    if (name !== undefined) await this.boss.retry(name, id, { db: this.ownTransaction() as never });
    return name;
  }

  /** Every kind of job has its worker. */
  get ready(): boolean {
    return this.working;
  }

  /** How many jobs that are due are neither done nor given up, over all queues; for tests and for seeding, which waits for its own jobs. */
  async pending(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pgboss.job where (state in ('retry', 'active') or (state = 'created' and start_after <= now())) and name not like '\\_\\_%'`.execute(this.em.fork().getKysely());
    return rows[0]?.count ?? 0;
  }

  /** The running unit's connection, as pg-boss wants it. */
  private ownTransaction(): { executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> } {
    const kysely = this.em.getKysely();
    return {
      executeSql: async (text, values) => {
        const { rows } = await kysely.executeQuery(CompiledQuery.raw(text, values ?? []));
        return { rows };
      },
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.working = false;
    await this.boss?.stop({ graceful: true, timeout: 5000 });
    this.boss = undefined;
  }
}

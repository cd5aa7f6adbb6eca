import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import { CompiledQuery, sql } from "kysely";
import { PgBoss, type Job, type JobResult } from "pg-boss";
import { currentAgencyId, UnitOfWork } from "../tenancy/index.ts";

export type JobHandler<T> = (data: T) => Promise<void>;

/**
 * News that must not be lost travels as a job enqueued in the transaction that made it: the job table is the outbox.
 * Handlers run in a unit of work of the job's agency and may run twice, so they are idempotent.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly logger = new Logger("Jobs");
  private readonly handlers = new Map<string, JobHandler<never>>();
  private boss: PgBoss | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
  ) {}

  /** Called by a context's module while it is set up; `name` is `<context>.<verb>-<noun>`. */
  handle<T extends object>(name: string, handler: JobHandler<T>): void {
    if (this.handlers.has(name)) throw new Error(`job ${name} has two handlers`);
    this.handlers.set(name, handler as JobHandler<never>);
  }

  /** Enqueues in the running unit of work: a roll-back takes the job back. `key` says what it is about; it may still run twice. */
  async enqueue(name: string, data: object, options: { key?: string; afterSeconds?: number } = {}): Promise<void> {
    if (!this.boss) throw new Error("jobs are not started");
    const kysely = this.em.getKysely();
    const db = {
      executeSql: async (text: string, values?: unknown[]) => {
        const { rows } = await kysely.executeQuery(CompiledQuery.raw(text, values ?? []));
        return { rows };
      },
    };
    await this.boss.send(name, { agencyId: currentAgencyId(), data }, {
      db: db as never,
      ...(options.key === undefined ? {} : { singletonKey: options.key }),
      ...(options.afterSeconds === undefined ? {} : { startAfter: options.afterSeconds }),
    });
  }

  async start(url: string): Promise<void> {
    const boss = new PgBoss({ connectionString: url, max: 4, application_name: "kompeten jobs", createSchema: false });
    boss.on("error", (error) => this.logger.error(error));
    await boss.start();
    this.boss = boss;
    for (const [name, handler] of this.handlers) {
      await boss.createQueue(name, { retryLimit: 10, retryDelay: 1, retryBackoff: true });
      // A full batch is followed by the next one at once: a polling worker of single jobs would do two a second, however many wait.
      await boss.work(name, { pollingIntervalSeconds: 0.5, batchSize: 10, burstWhenBatchFull: true, perJobResults: true }, async (jobs) => {
        const results: JobResult[] = [];
        for (const job of jobs as Job<{ agencyId: string; data: never }>[]) results.push(await this.settle(name, job, handler));
        return results;
      });
    }
  }

  /** One job in a unit of work of its own; a failed one is tried again and keeps nobody of its batch waiting. */
  private async settle(name: string, job: Job<{ agencyId: string; data: never }>, handler: JobHandler<never>): Promise<JobResult> {
    try {
      await this.units.run({ agencyId: job.data.agencyId, accountId: null }, () => handler(job.data.data));
      return { id: job.id, status: "completed" };
    } catch (error) {
      this.logger.warn(`${name} ${job.id} failed and will be tried again: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { id: job.id, status: "failed", output: { message: String(error) } };
    }
  }

  get ready(): boolean {
    return this.boss !== undefined;
  }

  /** How many jobs are neither done nor given up, over all queues; for tests and for seeding, which waits for its own jobs. */
  async pending(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'`.execute(this.em.fork().getKysely());
    return rows[0]?.count ?? 0;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5000 });
    this.boss = undefined;
  }
}

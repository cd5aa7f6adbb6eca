import { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { Injectable, Logger, type BeforeApplicationShutdown } from "@nestjs/common";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { CompiledQuery } from "kysely";
import pg from "pg";
import { ConnectionsInHand } from "./connections-in-hand.ts";
import { Lanes } from "./lane.ts";
import { appendAloneStatement, appendParameters, appendStatement, outcomesOf, type AppendRow } from "./journal-sql.ts";
import type { JournalOperation, JournalOutcome } from "./journal.types.ts";

/** Operations of all agencies that may wait in this process; past it the answer is "busy" and the client keeps its copy. */
const waitingMax = 10_000;
const poolSize = 6;
/** One at a time, and up to three where one waits for a row or for the disk: each has its price, whatever is in it (npm run bench -- saves). */
const laneLimits = { flightsMax: 3, itemsPerFlightMax: 500, patienceMs: 5 };

/**
 * The journal's writing side (J2, J3, J4, J6). `append` is the hot way of candidates' operations: gathered, on connections of
 * its own. `appendWithin` writes in the running unit of work, for deeds that must commit together with something else.
 */
@Injectable()
export class Journal implements BeforeApplicationShutdown {
  private readonly logger = new Logger("Journal");
  private readonly connections: ConnectionsInHand;
  private readonly lanes = new Lanes<JournalOperation, JournalOutcome>((agencyId, operations) => this.write(agencyId, operations), laneLimits);
  private waiting = 0;

  constructor(
    private readonly em: EntityManager,
    orm: MikroORM,
  ) {
    const pool = new pg.Pool({
      connectionString: orm.config.get("clientUrl"),
      application_name: "kompeten journal",
      max: poolSize,
      connectionTimeoutMillis: 5_000,
      // A statement that waits longer than this is given up and rolled back; the client sends the same opIds again (J3).
      lock_timeout: 5_000,
      statement_timeout: 10_000,
      // A line that died unnoticed, at rest or under a statement, must not be waited for until the system gives it up.
      query_timeout: 12_000,
      keepAlive: true,
      idle_in_transaction_session_timeout: 15_000,
      // One statement, over and over, with arrays of all lengths: it was planned anew for each. Planned once it must not
      // depend on how full the tables were, and takes the attempts' rows in the order given.
      options: "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off",
    });
    this.connections = new ConnectionsInHand(pool, (error) => this.logger.warn(`a connection was lost: ${error.message}`));
  }

  /**
   * Appends operations of one attempt, in order. Resolves after the commit (J2); throws when the database is away, and then it is
   * unknown whether they were written until the same opIds are sent again.
   */
  async append(agencyId: string, operations: readonly JournalOperation[]): Promise<Result<JournalOutcome[], "busy">> {
    if (this.waiting + operations.length > waitingMax) return refuse("busy");
    this.waiting += operations.length;
    try {
      return ok(await this.lanes.of(agencyId).take(operations));
    } finally {
      this.waiting -= operations.length;
    }
  }

  /** Appends in the running unit of work; nothing holds until that commits. Several attempts: sort by attempt first. */
  async appendWithin(operations: readonly JournalOperation[]): Promise<JournalOutcome[]> {
    if (operations.length === 0) return [];
    const { rows } = await this.em.getKysely().executeQuery<AppendRow>(CompiledQuery.raw(appendStatement, appendParameters(operations)));
    return outcomesOf(rows);
  }

  private async write(agencyId: string, operations: JournalOperation[], triesLeft = 1): Promise<JournalOutcome[]> {
    try {
      // A statement outside of a transaction is one: its answer comes after its commit.
      const { rows } = await this.connections.query<AppendRow>({ name: "journal-append", text: appendAloneStatement, values: [...appendParameters(operations), agencyId] });
      return outcomesOf(rows);
    } catch (error) {
      if (triesLeft > 0 && isOvertaken(error)) return this.write(agencyId, operations, triesLeft - 1);
      this.logger.warn(`nothing acknowledged of ${operations.length} operations: ${(error as Error).message}`);
      throw error;
    }
  }

  /** Lets what is under way reach its commit. */
  async beforeApplicationShutdown(): Promise<void> {
    for (let waited = 0; waited < 5_000 && !this.lanes.idle; waited += 10) await new Promise((resolve) => setTimeout(resolve, 10));
    await this.connections.end();
  }
}

/**
 * Certainly nothing was written: it waited crosswise with another process and gave way, or the same operation came through another
 * process and committed after this statement had looked for it. The next look sees what that left.
 */
function isOvertaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === "40P01" || (code === "23505" && constraint === "journal_entry_attempt_id_op_id_key");
}

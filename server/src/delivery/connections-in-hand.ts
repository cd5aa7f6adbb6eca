import pg from "pg";

/** What the database has to say of a statement, and of nothing else: bad data, a constraint, a deadlock, something raised, a wait that was too long. */
const ofTheStatement = /^(22|23|40|P0|55P03$|57014$)/;

/**
 * Connections kept in hand between statements. A pool gives one out a turn later: after everything that follows from the last
 * statement has been done and told, and for as long as that takes the database would have nothing to do.
 */
export class ConnectionsInHand {
  private readonly idle: pg.PoolClient[] = [];
  private readonly lost = new WeakSet<pg.PoolClient>();
  private isEnding = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly onLost: (error: Error) => void,
  ) {
    // From its first moment on: one that is lost while nobody listens would take the process along.
    pool.on("connect", (client) => void client.on("error", (error) => this.lose(client, error)));
    // The same loss once more, of one that the pool holds.
    pool.on("error", () => undefined);
  }

  async query<Row extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    const client = this.idle.pop() ?? (await this.pool.connect());
    try {
      const result = await client.query<Row>(query);
      this.giveBack(client);
      return result;
    } catch (error) {
      if (ofTheStatement.test((error as { code?: string }).code ?? "")) this.giveBack(client);
      else client.release(error as Error);
      throw error;
    }
  }

  /** What is under way still ends; its connection is not kept. */
  async end(): Promise<void> {
    this.isEnding = true;
    for (const client of this.idle.splice(0)) client.release();
    await this.pool.end();
  }

  private giveBack(client: pg.PoolClient): void {
    // Where somebody waits for one of the pool's, in hand it would be theirs never.
    if (this.isEnding || this.pool.waitingCount > 0 || this.lost.has(client)) client.release(this.lost.has(client));
    else this.idle.push(client);
  }

  private lose(client: pg.PoolClient, error: Error): void {
    this.lost.add(client);
    this.onLost(error);
    const place = this.idle.indexOf(client);
    if (place < 0) return;
    this.idle.splice(place, 1);
    client.release(error);
  }
}

import pg from "pg";

/**
 * Connections kept in hand between statements. A pool gives one out a turn later: after everything that follows from the last
 * statement has been done and told, and for as long the database would have nothing to do.
 */
export class ConnectionsInHand {
  private readonly idle: pg.PoolClient[] = [];

  constructor(private readonly pool: pg.Pool) {}

  async query<Row extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    const client = this.idle.pop() ?? (await this.connected());
    try {
      const result = await client.query<Row>(query);
      this.idle.push(client);
      return result;
    } catch (error) {
      // What the database itself has to say of a statement says nothing against the connection; anything else does.
      if (error instanceof pg.DatabaseError && error.severity === "ERROR") this.idle.push(client);
      else client.release(error as Error);
      throw error;
    }
  }

  async end(): Promise<void> {
    for (const client of this.idle.splice(0)) client.release();
    await this.pool.end();
  }

  private async connected(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    // Lost while nothing was under way: the database was stopped, or the line to it.
    client.on("error", (error) => {
      const place = this.idle.indexOf(client);
      if (place < 0) return;
      this.idle.splice(place, 1);
      client.release(error);
    });
    return client;
  }
}

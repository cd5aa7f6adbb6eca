import type pg from "pg";

/** Whoever holds a connection whose query has failed has given it back by then. */
const graceMs = 200;

/**
 * Gives back a lost connection that its holder does not give back. Kysely's controlled transaction, in which the ORM runs every
 * unit of work, keeps its connection when neither commit nor rollback succeeds, and on a lost connection neither can: each unit
 * under way when the database went away would cost the pool a place for good, until the process waited for ever.
 */
export function giveBackLostConnections(pool: pg.Pool): void {
  pool.on("connect", (client) => {
    client.once("end", () => setTimeout(() => giveBack(client), graceMs).unref());
  });
}

function giveBack(client: pg.PoolClient): void {
  try {
    client.release(true);
  } catch {
    // Given back already, as it should be.
  }
}

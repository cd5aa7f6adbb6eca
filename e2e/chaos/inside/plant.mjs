// Loaded into the web processes of a planted run, never shipped: breaks the promise that CHAOS_PLANT names, by meddling with the
// journal's statement on its way to the database. The checker must see each of them.
import { randomUUID } from "node:crypto";
import pg from "pg";

const plant = process.env.CHAOS_PLANT;
/** @type {(this: unknown, statement: unknown) => Promise<{ rows: unknown[] }>} One of its many shapes: the one the journal uses. */
const original = pg.Client.prototype.query;
let writes = 0;
const everyTenth = () => ++writes % 10 === 0;
/** Changes the lists of a statement and leaves what is no list. */
const lists = (statement, change) => ({ ...statement, values: statement.values.map((list, index) => (Array.isArray(list) ? change(list, index) : list)) });

/** @type {pg.Pool | undefined} */
let apart;

/** Writes in a transaction, on a connection that the server knows nothing of, and does not wait for what becomes of it. */
async function withoutWaiting({ host, port, user, password, database }, statement, end) {
  apart ??= new pg.Pool({ host, port, user, password, database }).on("error", () => {});
  const client = await apart.connect();
  client.on("error", () => {});
  try {
    await client.query("begin");
    const answer = await original.call(client, statement);
    end(client).then(
      () => client.release(),
      (error) => client.release(error),
    );
    return answer;
  } catch (error) {
    client.release(error);
    throw error;
  }
}

const plants = {
  // J2: the answer goes out two seconds before the commit does.
  "acknowledge-before-commit": (given, statement) =>
    withoutWaiting(given, statement, async (client) => {
      await client.query("select pg_sleep(2)");
      await client.query("commit");
    }),
  // J2: every tenth write is acknowledged and thrown away.
  "acknowledge-without-journal": (given, statement) => (everyTenth() ? withoutWaiting(given, statement, (client) => client.query("rollback")) : original.call(given, statement)),
  // J3: every tenth write is written twice, the second time under other names.
  duplicate: async (given, statement) => {
    const answer = await original.call(given, statement);
    if (everyTenth()) await original.call(given, lists(statement, (list, index) => (index === 1 ? list.map(() => randomUUID()) : list)));
    return answer;
  },
  // Order: two neighbours of one attempt change places.
  "swap-order": async (given, statement) => {
    const attempts = statement.values[0];
    const at = attempts.findIndex((attempt, index) => attempt === attempts[index + 1]);
    if (at < 0) return original.call(given, statement);
    const swapped = (list) => list.with(at, list[at + 1]).with(at + 1, list[at]);
    const answer = await original.call(given, lists(statement, swapped));
    const rows = swapped(answer.rows.toSorted((a, b) => a.ordinal - b.ordinal)).map((row, ordinal) => ({ ...row, ordinal }));
    return { ...answer, rows };
  },
  // Another answer than the one given is written, and acknowledged.
  "change-answer": (given, statement) => original.call(given, everyTenth() ? lists(statement, (list, index) => (index === 5 ? list.map(otherAnswer) : list)) : statement),
};
const otherAnswer = (body) => body.replaceAll(/"optionId":"[a-z]"/g, '"optionId":"a"').replaceAll(/-\d+ /g, "-0 ");

const chosen = plants[plant];
if (!chosen) throw new Error(`no such plant: ${plant}`);
pg.Client.prototype.query = function (statement, ...rest) {
  return statement?.name === "journal-append" ? chosen(this, statement) : original.call(this, statement, ...rest);
};

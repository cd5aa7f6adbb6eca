/** Whether this installation has its demonstration: begun and finished are two facts, because a start can be killed in between. */
import pg from "pg";
import { z } from "zod";

export const begunFact = "demonstration-begun";
export const finishedFact = "demonstration";

/** What has to be known at every later start: candidates who have not begun, with the demonstration's password. */
export const demonstrationFact = z.strictObject({ candidates: z.array(z.strictObject({ agency: z.string(), login: z.string(), name: z.string() })) });
export type DemonstrationFact = z.infer<typeof demonstrationFact>;

/** Makes the demonstration's database if there is none, and anew if its demonstration was begun and never finished. */
export async function freshDatabase(ownerUrl: (database: string) => string, name: string): Promise<void> {
  const halfDone = (await exists(ownerUrl("postgres"), name)) && (await wasInterrupted(ownerUrl(name)));
  await withClient(ownerUrl("postgres"), async (client) => {
    if (halfDone) {
      console.log("The demonstration was interrupted while it was being set up; beginning again.");
      await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
    }
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

async function exists(url: string, name: string): Promise<boolean> {
  return withClient(url, async (client) => (await client.query("select 1 from pg_database where datname = $1", [name])).rows.length > 0);
}

async function wasInterrupted(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ made: boolean }>("select to_regclass('public.installation_fact') is not null as made");
    if (!rows[0]?.made) return false;
    const facts = await client.query<{ name: string }>("select name from installation_fact where name = any($1)", [[begunFact, finishedFact]]);
    return facts.rows.length === 1 && facts.rows[0]?.name === begunFact;
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

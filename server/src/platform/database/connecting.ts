import pg from "pg";
import { ConfigError } from "../config/config.ts";

/** A host that swallows packets would keep the start waiting for minutes otherwise. */
const limitMs = 10_000;

/** A connection by the URL of a setting. What cannot be reached is said in one line, which never shows the URL: the password is in it. */
export async function connectBy(setting: string, url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: limitMs });
  // The next query says it; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect().catch((error: Error & { code?: string }) => {
    // A name with several addresses fails with several errors, and then the message is empty.
    throw new ConfigError(`${setting}: cannot connect: ${error.message || error.code || error.name}`);
  });
  return client;
}

const refusals: Record<string, string> = {
  "42501": "this role may not prepare the database; it must own it and have CREATEROLE, or kompeten_app must exist, be granted to it and DATABASE_APP_URL be set (docs/operations.md)",
  "25006": "the database is read-only, perhaps a standby",
};

/** What the database refused to its owner, where it is the setting that is wrong; undefined for a bug of ours. */
export function ownerProblem(error: unknown): ConfigError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const refusal = refusals[(cause as { code?: string }).code ?? ""];
    if (refusal !== undefined) return new ConfigError(`DATABASE_URL: ${refusal}: ${cause.message.split(" - ").at(-1)}`);
  }
  return undefined;
}

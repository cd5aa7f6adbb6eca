/** `npm run migrate`: brings an external database up to date without starting the server, e.g. before a rolling restart. */
import { ConfigError, readConfig } from "./platform/config/config.ts";
import { prepareDatabase } from "./platform/database/prepare.ts";

try {
  const config = readConfig(process.env);
  if (config.databaseUrl === undefined || config.secret === undefined) throw new ConfigError("DATABASE_URL: must be set; the demonstration migrates itself when it starts");
  await prepareDatabase({ ownerUrl: config.databaseUrl, appUrl: config.databaseAppUrl, secret: config.secret });
  console.log("The database is up to date.");
} catch (error) {
  console.error(error instanceof ConfigError ? `Kompeten cannot migrate: ${error.message}` : error);
  process.exitCode = 1;
}

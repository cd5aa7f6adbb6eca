/** `npm run keys:rotate`: new key pairs for receipts and emergency files; the old ones stay for what was made with them (ADR 0008). */
import "reflect-metadata";
import { MikroORM } from "@mikro-orm/postgresql";
import { ConfigError, readConfig } from "./platform/config/config.ts";
import { ormOptions } from "./platform/database/orm.ts";
import { prepareDatabase } from "./platform/database/prepare.ts";
import { identityEntities } from "./identity/index.ts";
import { InstallationKeys } from "./platform/index.ts";

async function rotate(): Promise<void> {
  const { databaseUrl, databaseAppUrl, secret } = readConfig(process.env);
  if (databaseUrl === undefined || secret === undefined) throw new ConfigError("DATABASE_URL and KOMPETEN_SECRET must be set: keys are rotated in production");
  const orm = await MikroORM.init(ormOptions(await prepareDatabase({ ownerUrl: databaseUrl, appUrl: databaseAppUrl, secret }), identityEntities, 2));
  try {
    const keys = new InstallationKeys(orm.em, secret);
    for (const purpose of ["receipt", "emergency-file"] as const) console.log(`${purpose}: ${(await keys.rotate(purpose)).id}`);
  } finally {
    await orm.close(true);
  }
}

rotate().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});

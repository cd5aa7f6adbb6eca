/** `npm run admin:create`: the first administrator of an agency in production (design §11). Documented in identity/README.md. */
import "reflect-metadata";
import { MikroORM } from "@mikro-orm/postgresql";
import { Module, type DynamicModule } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { parseArgs } from "node:util";
import { z } from "zod";
import { Agencies, AccountAdmin, identityEntities, IdentityModule } from "./identity/index.ts";
import { ConfigError, readConfig } from "./platform/config/config.ts";
import { DatabaseModule } from "./platform/database/database.module.ts";
import { ormOptions } from "./platform/database/orm.ts";
import { prepareDatabase, refusePowerfulRole } from "./platform/database/prepare.ts";
import { UnitOfWork } from "./platform/index.ts";
import { PlatformModule } from "./platform/platform.module.ts";

const usage = 'npm run admin:create -- --agency-code bkd-jatim --agency-name "BKD Provinsi Jawa Timur" --time-zone Asia/Jakarta --login 198503122010011005 --name "Nama Lengkap" [--agency-short-name "BKD Jatim"]';

const givenArguments = z.strictObject({
  "agency-code": z.string().regex(/^[a-z0-9-]{2,40}$/, "2 to 40 of a-z, 0-9 and -"),
  "agency-name": z.string().min(2).max(200),
  "agency-short-name": z.string().min(2).max(60).optional(),
  "time-zone": z.string().refine(isTimeZone, "an IANA name such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura"),
  login: z.string().min(3).max(100),
  name: z.string().min(2).max(200),
});

/** Only what making an account takes: no jobs run, nothing listens. */
@Module({})
class AdminModule {
  static with(orm: MikroORM): DynamicModule {
    return { module: AdminModule, imports: [DatabaseModule.use(orm), PlatformModule, IdentityModule] };
  }
}

async function create(): Promise<void> {
  const given = readArguments();
  const config = readConfig(process.env);
  if (config.databaseUrl === undefined || config.secret === undefined) throw new ConfigError("DATABASE_URL and KOMPETEN_SECRET must be set: the demonstration has its administrators already");
  const appUrl = await prepareDatabase({ ownerUrl: config.databaseUrl, appUrl: config.databaseAppUrl, secret: config.secret });
  await refusePowerfulRole(appUrl);
  const orm = await MikroORM.init(ormOptions(appUrl, identityEntities, 2));
  const nest = await NestFactory.createApplicationContext(AdminModule.with(orm), { logger: ["error", "fatal"], abortOnError: false });
  try {
    const agencyId = await nest.get(Agencies, { strict: false }).ensure({
      code: given["agency-code"],
      name: given["agency-name"],
      shortName: given["agency-short-name"] ?? given["agency-name"],
      timeZone: given["time-zone"],
    });
    const admin = nest.get(AccountAdmin, { strict: false });
    const created = await nest.get(UnitOfWork).run({ agencyId, accountId: null }, () => admin.create({ login: given.login, name: given.name, roles: ["administrator"], basis: "npm run admin:create", validUntil: null, acceptOtherAgency: true }));
    if (!created.ok) throw new Error(created.refusal);
    const { login, password } = created.value;
    console.log(password === null ? `${login} existed already: it is an administrator of ${given["agency-code"]} now and keeps its password` : `Login:    ${login}\nPassword: ${password}   (shown once; must be changed at the first sign-in)`);
  } finally {
    await nest.close();
    await orm.close(true);
  }
}

function readArguments(): z.infer<typeof givenArguments> {
  const names = Object.keys(givenArguments.shape);
  try {
    const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])) });
    const parsed = givenArguments.safeParse(values);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new ConfigError(`--${issue?.path.join(".")}: ${issue?.message}\nUsage: ${usage}`);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${(error as Error).message}\nUsage: ${usage}`);
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

create().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});

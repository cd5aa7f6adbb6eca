import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** The root of the checkout, whether this runs from `src` or from `dist`. */
export const repositoryRoot = fileURLToPath(new URL("../../../../", import.meta.url));

const portMessage = "must be a whole number from 1 to 65535";

const environment = z.object({
  PORT: z.coerce.number({ error: portMessage }).int(portMessage).min(1, portMessage).max(65_535, portMessage).default(3000),
  HOST: z.string().min(1).optional(),
  NODE_ENV: z.enum(["development", "test", "production"]).optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/.+/, "must look like postgresql://user:password@host:5432/database").optional(),
  DATABASE_APP_URL: z.string().regex(/^postgres(ql)?:\/\/.+/, "must look like postgresql://user:password@host:5432/database").optional(),
  KOMPETEN_DATA_DIR: z.string().min(1).optional(),
  KOMPETEN_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  KOMPETEN_PUBLIC_URL: z.url().optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Config = {
  port: number;
  /** Demonstration: embedded database, demo people. Production: an external database, nothing seeded (design §11). */
  mode: "demonstration" | "production";
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  databasePoolSize: number;
  secret: string | undefined;
  secureCookies: boolean;
  logLevel: string;
};

/** A wrong setting: one line for the person who starts the server, then exit code 1. */
export class ConfigError extends Error {}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join(".") ?? "configuration"}: ${issue?.message ?? "is not valid"}`);
  }
  const values = parsed.data;
  const mode = values.DATABASE_URL === undefined ? "demonstration" : "production";
  if (mode === "production" && values.KOMPETEN_SECRET === undefined) {
    throw new ConfigError("KOMPETEN_SECRET: must be set (at least 32 random characters) when DATABASE_URL is set");
  }
  return {
    port: values.PORT,
    mode,
    host: values.HOST ?? (mode === "demonstration" ? "127.0.0.1" : "0.0.0.0"),
    dataDir: resolve(values.KOMPETEN_DATA_DIR ?? resolve(repositoryRoot, ".kompeten")),
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    secret: values.KOMPETEN_SECRET,
    secureCookies: values.KOMPETEN_PUBLIC_URL?.startsWith("https://") ?? false,
    logLevel: values.LOG_LEVEL,
  };
}

export function readTextIfPresent(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}

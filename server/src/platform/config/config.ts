import { resolve } from "node:path";
import { repositoryRoot } from "./folders.ts";
import pg from "pg";
import { z } from "zod";

const databaseUrlForm = "must look like postgresql://user:password@host:5432/database, with the special characters of the password percent-encoded";

/** Asked of the driver itself, which does not connect for it. What it says is not repeated where it may name the password. */
function databaseUrlProblem(url: string): string | undefined {
  if (!/^postgres(ql)?:\/\//.test(url)) return databaseUrlForm;
  try {
    new URL(url);
    new pg.Client({ connectionString: url });
    return undefined;
  } catch (error) {
    return error instanceof Error && "syscall" in error ? `names a file that cannot be read: ${error.message}` : databaseUrlForm;
  }
}

const databaseUrl = z.string().superRefine((url, context) => {
  const problem = databaseUrlProblem(url);
  if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
});

/** Digits only: what a person reads as a number, and not what JavaScript takes for one (0x10, 1e3). */
function wholeNumber(min: number, max: number): z.ZodType<number, string> {
  const message = `must be a whole number from ${min} to ${max}`;
  return z.string().regex(/^\d{1,9}$/, message).transform(Number).pipe(z.number().min(min, message).max(max, message));
}

const environment = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().min(1).optional(),
  NODE_ENV: z.enum(["development", "test", "production"]).optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_APP_URL: databaseUrl.optional(),
  KOMPETEN_DATA_DIR: z.string().min(1).optional(),
  KOMPETEN_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  KOMPETEN_PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must look like https://kompeten.example.go.id" }).optional(),
  /** A sitting room may share one address. */
  KOMPETEN_SIGN_IN_PER_MINUTE: wholeNumber(1, 100_000).default(300),
  KOMPETEN_DEMONSTRATION: z.enum(["full", "small"], "must be full or small").default("full"),
  DATABASE_POOL_SIZE: wholeNumber(2, 200).default(20),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Config = {
  port: number;
  /** Demonstration: embedded database, demo people. Production: an external database, nothing seeded (design §11). */
  mode: "demonstration" | "production";
  host: string;
  demonstration: "full" | "small";
  dataDir: string;
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  databasePoolSize: number;
  secret: string | undefined;
  logLevel: string;
};

/** A wrong setting: one line for the person who starts the server, then exit code 1. */
export class ConfigError extends Error {}

/** Each setting by itself; an empty one counts as not set. */
export function readEnvironment(env: NodeJS.ProcessEnv): z.infer<typeof environment> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environment.safeParse(present);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(`${issue?.path.join(".") ?? "configuration"}: ${issue?.message ?? "is not valid"}`);
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const values = readEnvironment(env);
  const mode = values.DATABASE_URL === undefined ? "demonstration" : "production";
  if (mode === "production" && values.KOMPETEN_SECRET === undefined) {
    throw new ConfigError("KOMPETEN_SECRET: must be set (at least 32 random characters) when DATABASE_URL is set");
  }
  return {
    port: values.PORT,
    mode,
    host: values.HOST ?? (mode === "demonstration" ? "127.0.0.1" : "0.0.0.0"),
    demonstration: values.KOMPETEN_DEMONSTRATION,
    dataDir: resolve(values.KOMPETEN_DATA_DIR ?? resolve(repositoryRoot, ".kompeten")),
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    secret: values.KOMPETEN_SECRET,
    logLevel: values.LOG_LEVEL,
  };
}

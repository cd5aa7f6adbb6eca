import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const secret = "0123456789abcdef0123456789abcdef";

describe("configuration", () => {
  it("is the demonstration on loopback when no database is named", () => {
    expect(readConfig({})).toMatchObject({ mode: "demonstration", port: 3000, host: "127.0.0.1", databaseUrl: undefined });
  });

  it("is production when a database is named", () => {
    expect(readConfig({ DATABASE_URL: "postgresql://a:b@db/kompeten", KOMPETEN_SECRET: secret })).toMatchObject({ mode: "production", host: "0.0.0.0" });
  });

  it.each([
    [{ PORT: "abc" }, "PORT: must be a whole number from 1 to 65535"],
    [{ PORT: "70000" }, "PORT: must be a whole number from 1 to 65535"],
    [{ PORT: "3.5" }, "PORT: must be a whole number from 1 to 65535"],
    [{ PORT: "0x10" }, "PORT: must be a whole number from 1 to 65535"],
    [{ PORT: "1e3" }, "PORT: must be a whole number from 1 to 65535"],
    [{ PORT: "0" }, "PORT: must be a whole number from 1 to 65535"],
    [{ PORT: " 80" }, "PORT: must be a whole number from 1 to 65535"],
    [{ KOMPETEN_SIGN_IN_PER_MINUTE: "0x10" }, "KOMPETEN_SIGN_IN_PER_MINUTE: must be a whole number from 1 to 100000"],
    [{ KOMPETEN_PUBLIC_URL: "kompeten.example" }, "KOMPETEN_PUBLIC_URL: must look like https://"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ NODE_ENV: "staging" }, "NODE_ENV"],
    [{ DATABASE_URL: "postgresql://u:geheim@h:notaport/db" }, "DATABASE_URL: must look like postgresql://"],
    [{ DATABASE_URL: "postgresql://%" }, "DATABASE_URL: must look like postgresql://"],
    [{ DATABASE_URL: "postgresql://u:geheim@h/db?sslmode=verify-full&sslrootcert=/no/such/file" }, "DATABASE_URL: names a file that cannot be read"],
    [{ DATABASE_APP_URL: "postgresql://u:geheim@h:notaport/db" }, "DATABASE_APP_URL: must look like postgresql://"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL: must look like postgresql://"],
    [{ DATABASE_URL: "postgresql://a:b@db/kompeten" }, "KOMPETEN_SECRET: must be set"],
    [{ DATABASE_URL: "postgresql://a:b@db/kompeten", KOMPETEN_SECRET: "short" }, "KOMPETEN_SECRET: must have at least 32 characters"],
    [{ DATABASE_POOL_SIZE: "1" }, "DATABASE_POOL_SIZE"],
  ])("refuses %j in one line", (env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(message);
    expect(() => readConfig(env)).not.toThrow(/\n|geheim/);
  });

  it("takes an empty value as not set", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" }).port).toBe(3000);
  });
});

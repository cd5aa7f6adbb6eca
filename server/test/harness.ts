/** The real application on a database of its own: what integration tests start from. */
import { EntityManager } from "@mikro-orm/postgresql";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { createApp, type App } from "../src/app.ts";
import { newId, UnitOfWork, type Scope } from "../src/platform/index.ts";
import { Jobs } from "../src/platform/jobs/jobs.ts";
import { sessionCookie } from "../src/platform/auth/index.ts";

/** Of every application that a test starts, so that several on one database open the same keys. */
export const testSecret = "a secret for tests only, 32 characters long";

export type TestDatabase = { ownerUrl: string; appUrl: string; drop: () => Promise<void> };

/** A fresh copy of the migrated template. */
export async function newDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const admin = inject("ownerUrl");
  await withClient(admin, (client) => client.query(`create database ${name} template kompeten_template`));
  const at = (base: string): string => {
    const url = new URL(base);
    url.pathname = `/${name}`;
    return url.toString();
  };
  return {
    ownerUrl: at(admin),
    appUrl: at(inject("appUrl")),
    drop: async () => {
      await withClient(admin, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type Answer = { status: number; body: never; headers: Headers };

/** Speaks HTTP with a cookie jar of one cookie. */
export class HttpClient {
  token: string | undefined;

  constructor(readonly baseUrl: string) {}

  async request(method: string, path: string, body?: unknown): Promise<{ status: number; body: any; headers: Headers }> { // oxlint-disable-line no-explicit-any -- tests read what they expect
    const form = body instanceof FormData;
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...(this.token === undefined ? {} : { cookie: `${sessionCookie}=${this.token}` }),
        ...(body === undefined || form ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookie}=`));
    if (set) this.token = set.split(";")[0]?.slice(sessionCookie.length + 1) || undefined;
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers };
  }

  get(path: string): ReturnType<HttpClient["request"]> {
    return this.request("GET", path);
  }
  post(path: string, body?: unknown): ReturnType<HttpClient["request"]> {
    return this.request("POST", path, body);
  }
  put(path: string, body?: unknown): ReturnType<HttpClient["request"]> {
    return this.request("PUT", path, body);
  }
  delete(path: string): ReturnType<HttpClient["request"]> {
    return this.request("DELETE", path);
  }

  async signIn(login: string, password: string): Promise<this> {
    const answer = await this.post("/api/session", { login, password });
    if (answer.status !== 200 && answer.status !== 201) throw new Error(`sign-in of ${login} failed: ${answer.status} ${JSON.stringify(answer.body)}`);
    return this;
  }
}

export class TestApp {
  private constructor(
    readonly app: App,
    readonly database: TestDatabase,
    readonly url: string,
  ) {}

  static async start(): Promise<TestApp> {
    return TestApp.on(await newDatabase());
  }

  /** On a database that is prepared already. */
  static async on(database: TestDatabase): Promise<TestApp> {
    const app = await createApp({ databaseUrl: database.appUrl, secret: testSecret, poolSize: 8, logLevels: process.env["TEST_LOGS"] ? ["warn", "error", "fatal"] : false });
    await app.nest.listen(0, "127.0.0.1");
    return new TestApp(app, database, await app.nest.getUrl());
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.app.nest.get(token as never, { strict: false });
  }

  http(): HttpClient {
    return new HttpClient(this.url);
  }

  /** Runs in one unit of work of the given scope. */
  run<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.get(UnitOfWork).run(scope, work);
  }

  /** Waits until no job is left. */
  async jobsDone(limitMs = 20_000): Promise<void> {
    const jobs = this.get(Jobs);
    const end = Date.now() + limitMs;
    while ((await jobs.pending()) > 0) {
      if (Date.now() > end) throw new Error("jobs are still pending");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** An agency straight from the owner's connection: agencies are not made by users. */
  async newAgency(code = `uji-${randomUUID().slice(0, 8)}`): Promise<string> {
    const id = newId();
    await withClient(this.database.ownerUrl, (client) =>
      client.query("insert into agency (id, code, name, short_name, time_zone) values ($1, $2, $3, $4, 'Asia/Jakarta')", [id, code, `Instansi ${code}`, code]),
    );
    return id;
  }
}

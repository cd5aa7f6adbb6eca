import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TestApp, withClient } from "../../test/harness.ts";
import { ConnectionsInHand } from "./connections-in-hand.ts";

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()));
afterAll(async () => app?.stop());

let connections: ConnectionsInHand;
const losses: string[] = [];
beforeEach(() => {
  connections = new ConnectionsInHand(new pg.Pool({ connectionString: app.database.appUrl, max: 2, connectionTimeoutMillis: 5_000 }), (error) => void losses.push(error.message));
  return () => connections.end();
});

const backend = async (): Promise<number> => (await connections.query<{ pid: number }>({ text: "select pg_backend_pid() as pid" })).rows[0]?.pid ?? 0;
const dropped = (pid: number): Promise<unknown> => withClient(app.database.ownerUrl, (owner) => owner.query("select pg_terminate_backend($1)", [pid]));
const soon = () => new Promise((resolve) => setTimeout(resolve, 100));

describe("connections kept in hand", () => {
  it("serve one statement after the other, and several at once as far as the pool goes", async () => {
    const first = await backend();
    expect(await backend()).toBe(first);
    expect(new Set(await Promise.all([backend(), backend()])).size).toBe(2);
  });

  it("are kept after a statement that the database refuses", async () => {
    const first = await backend();
    await expect(connections.query({ text: "select 1 / 0" })).rejects.toThrow("division by zero");
    expect(await backend()).toBe(first);
  });

  it("go to whoever waits for one, however busy the others are", async () => {
    let isOver = false;
    const busy = Array.from({ length: 2 }, async () => {
      while (!isOver) await backend();
    });
    await soon();
    // It would wait its 5 s in vain where the two take each back themselves.
    expect(await backend().finally(() => (isOver = true))).toBeGreaterThan(0);
    await Promise.all(busy);
  });

  it("do not keep what still ends after the end", async () => {
    const own = new ConnectionsInHand(new pg.Pool({ connectionString: app.database.appUrl, max: 2 }), () => undefined);
    const late = own.query({ text: "select pg_sleep(0.3)" });
    await soon();
    await own.end();
    expect((await late).rowCount).toBe(1);
  });

  it("are given up where the error says something of the connection's side, read-only for instance", async () => {
    const first = await backend();
    await connections.query({ text: "set default_transaction_read_only = on" });
    await expect(connections.query({ text: "create table never (id int)" })).rejects.toThrow("read-only");
    expect(await backend()).not.toBe(first);
  });

  it("are given up when they are lost, at rest or at work, and others are made", async () => {
    const first = await backend();
    await dropped(first);
    await soon();
    expect(losses.splice(0)).toEqual([expect.stringContaining("terminat")]);
    const second = await backend();
    expect(second).not.toBe(first);
    await expect(connections.query({ text: "select pg_terminate_backend(pg_backend_pid())" })).rejects.toThrow("terminat");
    for (let round = 0; round < 4; round++) {
      const pid = await backend();
      expect(pid).not.toBe(second);
      await dropped(pid);
      await soon();
    }
  });
});

import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TestApp, withClient } from "../../test/harness.ts";
import { ConnectionsInHand } from "./connections-in-hand.ts";

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()));
afterAll(async () => app?.stop());

let connections: ConnectionsInHand;
beforeEach(() => {
  connections = new ConnectionsInHand(new pg.Pool({ connectionString: app.database.appUrl, max: 2 }).on("error", () => undefined));
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

  it("are given up when they are lost, at rest or at work, and others are made", async () => {
    const first = await backend();
    await dropped(first);
    await soon();
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

import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, inject, it } from "vitest";
import { withClient } from "../../test/harness.ts";
import { begunFact, finishedFact, freshDatabase } from "./installation.ts";

const name = `demo_${randomUUID().slice(0, 8)}`;
const urlOf = (database: string): string => {
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${database}`;
  return url.toString();
};
const write = (facts: readonly string[]) =>
  withClient(urlOf(name), async (client) => {
    await client.query("create table if not exists installation_fact (name text primary key, value text not null)");
    for (const fact of facts) await client.query("insert into installation_fact values ($1, '')", [fact]);
  });
const hasFacts = () => withClient(urlOf(name), async (client) => (await client.query<{ made: boolean }>("select to_regclass('public.installation_fact') is not null as made")).rows[0]?.made);

afterEach(() => withClient(urlOf("postgres"), (client) => client.query(`drop database if exists ${name} with (force)`)));

describe("the demonstration's database", () => {
  it("is made where there is none", async () => {
    await freshDatabase(urlOf, name);
    expect(await hasFacts()).toBe(false);
  });

  it.each([
    ["kept when nothing was begun", [], true],
    ["kept when the demonstration was finished", [begunFact, finishedFact], true],
    ["made anew when a start was killed in the middle", [begunFact], false],
  ])("is %s", async (_, facts, kept) => {
    await freshDatabase(urlOf, name);
    await write(facts);
    await freshDatabase(urlOf, name);
    expect(await hasFacts()).toBe(kept);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApp, withClient } from "./harness.ts";

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

describe("entities and migrations", () => {
  it("agree on every column and on what may be null", async () => {
    const columns = await withClient(app.database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string; nullable: boolean }>(
        "select table_name || '.' || column_name as name, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'",
      );
      return new Map(rows.map((row) => [row.name, row.nullable]));
    });
    const wrong: string[] = [];
    let seen = 0;
    for (const meta of app.app.orm.getMetadata().getAll().values()) {
      for (const property of meta.props) {
        if (property.persist === false) continue;
        for (const field of property.fieldNames ?? []) {
          seen += 1;
          const nullable = columns.get(`${meta.tableName}.${field}`);
          if (nullable === undefined) wrong.push(`${meta.tableName}.${field} is not in the database`);
          else if (nullable !== (property.nullable ?? false) && !property.primary) wrong.push(`${meta.tableName}.${field}: ${nullable ? "may" : "may not"} be null in the database`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(50);
  });
});

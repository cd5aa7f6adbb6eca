import { describe, expect, it } from "vitest";
import { causeOf } from "./cause.rules.ts";

describe("the cause of a failed job", () => {
  it.each([
    ["the kind and the message", new TypeError("x is not a function"), "TypeError: x is not a function"],
    ["the database's words without the statement and its values", new Error(`insert into "employee" ("name") values ('Siti') - duplicate key value`), "Error: duplicate key value"],
    ["no NIP", new Error("password of 198503122010011005 is not allowed"), "Error: password of … is not allowed"],
    ["one line", new Error("first\nsecond"), "Error: first"],
    ["nothing of what is no error", "Siti", "unknown"],
  ])("is %s", (_, error, cause) => {
    expect(causeOf(error)).toBe(cause);
  });
  it("is short", () => {
    expect(causeOf(new Error("a".repeat(5000)))).toHaveLength(300);
  });
});

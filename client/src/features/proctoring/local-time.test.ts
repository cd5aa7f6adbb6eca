import { expect, it } from "vitest";
import { instantOf, localTimeOf } from "./local-time.rules.ts";

it.each([
  ["Asia/Jakarta", "2026-11-25T09:30", "2026-11-25T02:30:00Z"],
  ["Asia/Makassar", "2026-11-25T00:10", "2026-11-24T16:10:00Z"],
  ["Asia/Jayapura", "2026-11-25T23:59", "2026-11-25T14:59:00Z"],
])("a time in %s is read there and shown there", (timeZone, local, utc) => {
  expect(instantOf(local, timeZone)).toBe(Date.parse(utc));
  expect(localTimeOf(Date.parse(utc), timeZone)).toBe(local);
});

it("what is no time is no number", () => expect(instantOf("", "Asia/Jakarta")).toBeNaN());

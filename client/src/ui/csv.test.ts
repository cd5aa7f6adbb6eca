import { words } from "../words/words.ts";
import { afterEach, beforeAll, expect, it } from "vitest";
import { startI18n } from "../test/words.ts";
import { toCsv } from "./csv.ts";

beforeAll(() => startI18n("id"));
afterEach(() => words.change("id"));

it("writes for Indonesian spreadsheets: semicolons, decimal comma, byte order mark", () => {
  expect(toCsv(["Nama", "JPM"], [["Siti; Rahma", 83.5], ['"Budi"', null]])).toBe('\ufeffNama;JPM\r\n"Siti; Rahma";83,5\r\n"""Budi""";\r\n');
});

it("writes for English readers with commas", async () => {
  await words.change("en");
  expect(toCsv(["a"], [[1.5]])).toBe("\ufeffa\r\n1.5\r\n");
});

it.each(["=1+1", "+62", "-1", "@x", "\tx"])("does not let %j run as a formula", (text) => {
  expect(toCsv(["a"], [[text]]).split("\r\n")[1]).toBe(`'${text}`);
});

it("keeps a negative number a number", () => expect(toCsv(["a"], [[-2]])).toContain("\r\n-2\r\n"));

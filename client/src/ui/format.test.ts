import { words } from "../words/words.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { startI18n } from "../test/words.ts";
import {
  formatBytes,
  formatClock,
  formatDate,
  formatDateTime,
  formatName,
  formatNip,
  formatNumber,
  formatPercent,
  formatStoryTime,
  formatTime,
  initials,
} from "./format.ts";

const moment = "2026-11-23T02:30:00Z";

beforeAll(() => startI18n("id"));
afterEach(() => words.change("id"));

describe("dates and times", () => {
  it("writes a date in full", () => expect(formatDate(moment)).toBe("23 November 2026"));

  it.each([
    ["Asia/Jakarta", "09.30 WIB"],
    ["Asia/Makassar", "10.30 WITA"],
    ["Asia/Jayapura", "11.30 WIT"],
  ])("names the zone of %s", (zone, text) => expect(formatTime(moment, zone)).toBe(text));

  it("keeps midnight at 00, not 24", () => expect(formatTime("2026-11-22T17:00:00Z")).toBe("00.00 WIB"));

  it("uses the day of the zone: 23.30 WIB is already the next day in Jayapura", () => {
    expect(formatDateTime("2026-11-23T16:30:00Z", "Asia/Jakarta")).toBe("23 November 2026, 23.30 WIB");
    expect(formatDateTime("2026-11-23T16:30:00Z", "Asia/Jayapura")).toBe("24 November 2026, 01.30 WIT");
  });

  it("does not shift a date without a time", () => expect(formatDate("1985-03-12", "America/New_York")).toBe("12 Maret 1985"));

  it("keeps an exercise's own times as they are written", () => {
    expect(formatStoryTime("2026-11-09T09:00")).toBe("9 November 2026, 09.00");
    expect(formatStoryTime("2026-05-09")).toBe("9 Mei 2026");
  });

  it("follows the language", async () => {
    await words.change("en");
    expect(formatStoryTime("2026-05-09T16:40")).toBe("9 May 2026, 16:40");
    expect(formatDateTime(moment)).toBe("23 November 2026, 09:30 WIB");
    expect(formatNumber(1234.5)).toBe("1,234.5");
  });
});

describe("numbers", () => {
  it.each([
    [formatNumber(1234.5), "1.234,5"],
    [formatNumber(79.999, 2), "80,00"],
    [formatPercent(83.3333), "83,33\u00a0%"],
    [formatBytes(512), "512 B"],
    [formatBytes(1_440_000), "1,4 MB"],
    [formatClock(309), "05.09"],
    [formatClock(3909), "1.05.09"],
    [formatClock(-4), "00.00"],
  ])("%s", (actual, expected) => expect(actual).toBe(expected));
});

describe("people", () => {
  it("groups a NIP", () => expect(formatNip("198503122010011005")).toBe("19850312 201001 1 005"));
  it("leaves what is not a NIP as it came", () => expect(formatNip("NIK-12")).toBe("NIK-12"));
  it.each([
    [{ name: "Siti Rahmawati", titleBefore: "Dr.", titleAfter: "S.H., M.Si." }, "Dr. Siti Rahmawati, S.H., M.Si."],
    [{ name: "Budi", titleBefore: " ", titleAfter: null }, "Budi"],
  ])("writes titles around a name", (person, text) => expect(formatName(person)).toBe(text));
  it.each([
    ["Dr. Siti Nur Rahmawati, S.H., M.Si.", "SR"],
    ["Budi", "B"],
    ["", ""],
  ])("initials of %s", (name, text) => expect(initials(name)).toBe(text));
});

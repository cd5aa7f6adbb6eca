import { ok, type Ok } from "@kompeten/shared/kernel";
import type { ImportProblemCode } from "@kompeten/shared/contracts/personnel";
import { isCalendarDate } from "./nip.rules.ts";

/** A cell as the file has it: dates of a spreadsheet come as YYYY-MM-DD. */
export type Cell = { text: string; kind: "text" | "number" | "date" };
export const emptyCell: Cell = { text: "", kind: "text" };

export type Unreadable = { readonly ok: false; code: ImportProblemCode; params: Record<string, string | number> };
export type Reading<T> = Ok<T> | Unreadable;

export function unreadable(code: ImportProblemCode, params: Record<string, string | number> = {}): Unreadable {
  return { ok: false, code, params };
}

/** One line, single spaces, no U+0000, which cannot be stored, and no apostrophe that an export put before a formula sign. */
export function cleanText(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r])/, "").replaceAll("\u0000", "").replaceAll(/[\s\u00a0]+/g, " ").trim();
}

const months = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"];

/** 12-03-1985, 12/3/1985, 1985-03-12, 12 Maret 1985, or a date cell. Never month first: that is not how it is written here. */
export function readDate(cell: Cell): Reading<string> {
  const text = cell.text.toLowerCase();
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2}|[a-z]+)[-/. ](\d{4})$/.exec(text);
  const month = dayFirst?.[2] === undefined ? 0 : /^\d/.test(dayFirst[2]) ? Number(dayFirst[2]) : months.indexOf(dayFirst[2]) + 1;
  const iso = dayFirst ? `${dayFirst[3]}-${String(month).padStart(2, "0")}-${dayFirst[1]?.padStart(2, "0")}` : text;
  return cell.kind !== "number" && isCalendarDate(iso) ? ok(iso) : unreadable("date-invalid", { expected: "31-12-1985" });
}

/** As `readDate` reads it back. */
export function writeDate(iso: string): string {
  return iso.split("-").reverse().join("-");
}

export type Option<T extends string> = { code: T; label: string; aliases?: readonly string[] };

/** Upper and lower case, dots, hyphens and spaces do not matter. */
export function readOption<T extends string>(cell: Cell, options: readonly Option<T>[]): Reading<T> {
  const key = optionKey(cell.text);
  const found = options.find((option) => [option.code, option.label, ...(option.aliases ?? [])].some((name) => optionKey(name) === key));
  return found ? ok(found.code) : unreadable("option-invalid", { expected: options.map((option) => option.label).join(", ") });
}

function optionKey(text: string): string {
  return text.toLowerCase().replaceAll(/[\s.\-/]/g, "");
}

export function writeOption<T extends string>(code: string, options: readonly Option<T>[]): string {
  return options.find((option) => option.code === code)?.label ?? code;
}

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];

/** PNS: I/a to IV/e (only IV has an e). PPPK: I to XVII, also as a number. What stands in brackets, such as the pangkat, is left out. */
export function readGrade(cell: Cell, employment: "pns" | "pppk" | undefined): Reading<string> {
  const text = cell.text.replace(/\(.*\)$/, "").trim();
  const pns = /^(I{1,3}|IV)\s?[/.-]?\s?([a-e])$/i.exec(text);
  const roman = text.toUpperCase();
  const pppk = romans.includes(roman) ? roman : /^\d{1,2}$/.test(text) ? romans[Number(text) - 1] : undefined;
  const isPns = pns !== null && (pns[2]?.toLowerCase() !== "e" || pns[1]?.toUpperCase() === "IV");
  if (isPns && employment !== "pppk") return ok(`${pns[1]?.toUpperCase()}/${pns[2]?.toLowerCase()}`);
  if (pppk !== undefined && employment !== "pns") return ok(pppk);
  return unreadable("grade-invalid", { expected: employment === "pppk" ? "I–XVII" : employment === "pns" ? "I/a–IV/e" : "I/a–IV/e, I–XVII" });
}

export function readEmail(cell: Cell): Reading<string> {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/.test(cell.text) ? ok(cell.text) : unreadable("email-invalid", { expected: "nama@contoh.go.id" });
}

/**
 * Digits with an optional country code, kept as they were written; a spreadsheet that took it for a number has lost the
 * leading zero, which is put back.
 */
export function readPhone(cell: Cell): Reading<string> {
  const digits = cell.text.replaceAll(/[\s().-]/g, "");
  const written = cell.kind === "number" && digits.startsWith("8") ? `0${digits}` : cell.text;
  return /^\+?\d{6,15}$/.test(digits) ? ok(written) : unreadable("phone-invalid", { expected: "081234567890" });
}

import { words } from "../words/words.ts";

/** Numbers and dates follow the language being read; Indonesian before any language is loaded. */
const locale = () => (words.language === "en" ? "en-GB" : "id-ID");

const zoneNames: Record<string, string> = { "Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT", "Asia/Pontianak": "WIB" };

/** Formatters are slow to make and tables need thousands of values, so each is made once. */
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale()}${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  made.set(key, format);
  return format as Intl.DateTimeFormat;
}
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale()}${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.NumberFormat(locale(), options);
  made.set(key, format);
  return format as Intl.NumberFormat;
}

type Instant = Date | string | number;

/** The zone's Indonesian name; other zones keep their IANA name rather than a wrong one. */
export const zoneName = (timeZone: string): string => zoneNames[timeZone] ?? timeZone;

/** `23 November 2026`. A date without a time (`2026-11-23`) has no zone and is never shifted into one. */
export function formatDate(value: Instant, timeZone = "Asia/Jakarta"): string {
  const dateOnly = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const zone = dateOnly ? "UTC" : timeZone;
  return dateFormat({ day: "numeric", month: "long", year: "numeric", timeZone: zone }).format(new Date(value));
}

/** `2026-11-23`: the day it is there, as a filter or a date field takes it. */
export const dayIn = (value: Instant, timeZone: string): string => new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(new Date(value));

/** `09.30 WIB` in Indonesian, `09:30 WIB` in English. */
export function formatTime(value: Instant, timeZone = "Asia/Jakarta"): string {
  const time = dateFormat({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(new Date(value));
  return `${time} ${zoneName(timeZone)}`;
}

/** `23 November 2026, 09.30 WIB`. */
export const formatDateTime = (value: Instant, timeZone = "Asia/Jakarta"): string =>
  `${formatDate(value, timeZone)}, ${formatTime(value, timeZone)}`;

/** Times of an exercise's own world (`2026-11-09T09:00`) have no zone and are never shifted: `9 November 2026, 09.00`; a date alone stays one. */
export const formatStoryTime = (value: string): string => (value.length === 10 ? formatDate(value) : `${formatDate(value.slice(0, 10))}, ${formatStoryHour(value)}`);

export const formatStoryHour = (value: string): string => (locale() === "id-ID" ? value.slice(11).replace(":", ".") : value.slice(11));

/** `1.234,5` in Indonesian. `digits` fixes the decimals; without it at most two are shown. */
export function formatNumber(value: number, digits?: number): string {
  return numberFormat(digits === undefined ? { maximumFractionDigits: 2 } : { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** `83,33 %` from 83.333: the values of this domain are already per cent. */
export const formatPercent = (value: number, digits = 2): string => `${formatNumber(value, digits)}\u00a0%`;

/** `90 menit`, `1 jam 30 menit` are words and belong to a catalogue; this is the clock: `1.05.09`, `05.09`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 && parts[0] !== 0 ? String(part) : String(part).padStart(2, "0"))).join(locale() === "id-ID" ? "." : ":");
}

/** `1,4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 0)} kB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}

/** `19850312 201001 1 005`; anything that is not 18 digits is shown as it came. */
export function formatNip(nip: string): string {
  return /^\d{18}$/.test(nip) ? `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}` : nip;
}

type TitledName = { name: string; titleBefore?: string | null | undefined; titleAfter?: string | null | undefined };

/** `Dr. Siti Rahmawati, S.H., M.Si.` */
export function formatName({ name, titleBefore, titleAfter }: TitledName): string {
  const before = titleBefore?.trim();
  const after = titleAfter?.trim();
  return `${before ? `${before} ` : ""}${name.trim()}${after ? `, ${after}` : ""}`;
}

/** Two letters for an avatar, titles left out: `Dr. Siti Rahmawati, S.H.` → `SR`. */
export function initials(name: string): string {
  const words = (name.split(",")[0] ?? "").split(/\s+/).filter((word) => word !== "" && !word.endsWith("."));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "");
  return letters.join("").toUpperCase();
}

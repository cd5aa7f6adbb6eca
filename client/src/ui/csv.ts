import { words } from "../words/words.ts";

export type CsvValue = string | number | null | undefined;

/**
 * A spreadsheet's file. Indonesian Excel separates by semicolon and writes decimals with a comma; the byte order mark
 * makes it read UTF-8. Text that a spreadsheet would run as a formula is made text by an apostrophe.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const indonesian = words.language !== "en";
  const separator = indonesian ? ";" : ",";
  const write = (value: CsvValue): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return indonesian ? String(value).replace(".", ",") : String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /["\n\r,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${[header, ...rows].map((row) => row.map(write).join(separator)).join("\r\n")}\r\n`;
}

/** Spreadsheets in and out: rows of cells, whatever the format. */
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import writeXlsxFile from "write-excel-file/node";
import { importRowsMax, type FileFormat } from "@kompeten/shared/contracts/personnel";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import type { Cell } from "./cell.rules.ts";
import { readWorkbook, type WorkbookCell } from "./workbook.ts";

export type FileRefusal = "file-unreadable" | "file-too-many-rows" | "file-type";

/** Room for headings and empty rows between. */
const rowsMax = importRowsMax + 1000;
const cellsPerRowMax = 100;

/** The first sheet, or the file's records, as rows of cells; empty rows keep their place so that row numbers match the spreadsheet. */
export async function readTable(content: Buffer, fileName: string): Promise<Result<Cell[][], FileRefusal>> {
  const rows = isZip(content) ? await readCells(content) : /\.(csv|txt)$/i.test(fileName) ? readText(decode(content)) : refuse("file-type");
  if (!rows.ok) return rows;
  return rows.value.length > rowsMax ? refuse("file-too-many-rows") : ok(rows.value.map((cells) => cells.slice(0, cellsPerRowMax)));
}

function isZip(content: Buffer): boolean {
  return content.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
}

async function readCells(content: Buffer): Promise<Result<Cell[][], FileRefusal>> {
  const rows = await readWorkbook(content);
  return rows.ok ? ok(rows.value.map((cells) => cells.map(cellOf))) : rows;
}

function cellOf(value: WorkbookCell): Cell {
  if (value instanceof Date) return { text: Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10), kind: "date" };
  return { text: value === null ? "" : String(value), kind: typeof value === "number" ? "number" : "text" };
}

/** Pictures, old workbooks and whatever else is called .csv by mistake are full of them; U+0000 alone is cleaned out of cells. */
const notOfText = /[\u0001-\u0008\u000e-\u0019]/; // oxlint-disable-line no-control-regex -- they are what is looked for

/** Cells between commas, semicolons or tabs, whichever the first line has most of. */
function readText(text: string): Result<Cell[][], FileRefusal> {
  if (text.startsWith("%PDF-") || notOfText.test(text)) return refuse("file-type");
  const firstLine = text.slice(0, 10_000).split(/\r?\n/).find((line) => line.trim() !== "") ?? "";
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  const delimiter = [";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best), ",");
  try {
    const records = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, trim: true, to: rowsMax + 1, max_record_size: 100_000 });
    return ok(records.map((record) => record.map((value) => ({ text: value, kind: "text" as const }))));
  } catch {
    return refuse("file-unreadable");
  }
}

/** UTF-8, or what spreadsheets on Windows write: the "Unicode text" of some, the code page of older ones. */
function decode(content: Buffer): string {
  if (content.subarray(0, 2).toString("hex") === "fffe") return new TextDecoder("utf-16le").decode(content);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}

export type Table = { sheet: string; columns: readonly { header: string; width: number }[]; rows: readonly (readonly string[])[] };

/** Every cell is text: a NIP that became a number would lose its last digits. */
export async function writeTable(table: Table, format: FileFormat): Promise<Buffer> {
  const headers = table.columns.map(({ header }) => header);
  if (format === "csv") return Buffer.from(stringify([headers, ...table.rows], { bom: true, escape_formulas: true }), "utf8");
  const cell = (value: string): { value: string; type: StringConstructor; format: string } | null => (value === "" ? null : { value, type: String, format: "@" });
  const rows = [headers.map((value) => ({ value, type: String, fontWeight: "bold" as const })), ...table.rows.map((row) => row.map(cell))];
  return writeXlsxFile(rows, { sheet: table.sheet, columns: table.columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}

/** What `readTable` takes. */
export const tableTypes = ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv", "text/plain"] as const;

export const contentTypes: Record<FileFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

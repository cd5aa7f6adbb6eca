import { ok } from "@kompeten/shared/kernel";
import { employeeColumns, type Education, type EmployeeColumn, type PerformancePredicate, type PositionType } from "@kompeten/shared/contracts/personnel";
import { readDate, readEmail, readGrade, readOption, readPhone, unreadable, writeDate, writeOption, type Cell, type Option, type Reading } from "./cell.rules.ts";
import type { EmployeeRecord } from "./employee-record.ts";
import { readNip } from "./nip.rules.ts";

/** What reading a column may need to know of the same row. */
export type RowContext = { employment: "pns" | "pppk" | undefined };

export type Column = {
  key: EmployeeColumn;
  /** The heading in the file. */
  header: string;
  required: boolean;
  read: (cell: Cell, context: RowContext) => Reading<string>;
  write: (value: string) => string;
  width: number;
  example: string;
};

export const sexOptions: readonly Option<"male" | "female">[] = [
  { code: "male", label: "Laki-laki", aliases: ["L", "Pria", "1"] },
  { code: "female", label: "Perempuan", aliases: ["P", "Wanita", "2"] },
];
export const employmentOptions: readonly Option<"pns" | "pppk">[] = [
  { code: "pns", label: "PNS" },
  { code: "pppk", label: "PPPK", aliases: ["P3K"] },
];
export const positionTypeOptions: readonly Option<PositionType>[] = [
  { code: "jpt-utama", label: "JPT Utama" },
  { code: "jpt-madya", label: "JPT Madya" },
  { code: "jpt-pratama", label: "JPT Pratama" },
  { code: "administrator", label: "Administrator", aliases: ["Eselon III"] },
  { code: "pengawas", label: "Pengawas", aliases: ["Eselon IV"] },
  { code: "fungsional", label: "Fungsional", aliases: ["JF", "Jabatan Fungsional", "Fungsional Tertentu", "JFT"] },
  { code: "pelaksana", label: "Pelaksana", aliases: ["Fungsional Umum", "JFU", "Staf"] },
];
export const educationOptions: readonly Option<Education>[] = [
  { code: "s3", label: "S3", aliases: ["Doktor"] },
  { code: "s2", label: "S2", aliases: ["Magister"] },
  { code: "s1-d4", label: "S1/D4", aliases: ["S1", "D4", "DIV", "Sarjana"] },
  { code: "d3", label: "D3", aliases: ["DIII"] },
  { code: "d2", label: "D2", aliases: ["DII"] },
  { code: "d1", label: "D1", aliases: ["DI"] },
  { code: "slta", label: "SLTA", aliases: ["SMA", "SMK", "MA", "SMU", "STM"] },
  { code: "sltp", label: "SLTP", aliases: ["SMP", "MTs"] },
  { code: "sd", label: "SD", aliases: ["MI"] },
];
export const predicateOptions: readonly Option<PerformancePredicate>[] = [
  { code: "sangat-baik", label: "Sangat Baik" },
  { code: "baik", label: "Baik" },
  { code: "butuh-perbaikan", label: "Butuh Perbaikan" },
  { code: "kurang", label: "Kurang", aliases: ["Kurang/Misconduct"] },
  { code: "sangat-kurang", label: "Sangat Kurang" },
];

const same = (value: string): string => value;
const text = (max: number) => (cell: Cell): Reading<string> => (cell.text.length <= max ? ok(cell.text) : unreadable("too-long", { max }));
const nip = (cell: Cell): Reading<string> => {
  const read = readNip(cell.text, cell.kind === "number");
  return read.ok ? read : unreadable(read.refusal, { length: cell.text.replaceAll(/\s/g, "").length });
};
const option = <T extends string>(options: readonly Option<T>[]) => ({ read: (cell: Cell): Reading<string> => readOption(cell, options), write: (value: string): string => writeOption(value, options) });
const date = { read: readDate as (cell: Cell) => Reading<string>, write: writeDate };

const definitions: Record<EmployeeColumn, Omit<Column, "key" | "write"> & Partial<Pick<Column, "write">>> = {
  nip: { header: "NIP", required: true, read: nip, width: 22, example: "198503122010011005" },
  name: { header: "Nama", required: true, read: text(200), width: 28, example: "Budi Santoso" },
  titleBefore: { header: "Gelar depan", required: false, read: text(50), width: 12, example: "Dr." },
  titleAfter: { header: "Gelar belakang", required: false, read: text(100), width: 16, example: "S.Sos., M.A.P." },
  sex: { header: "Jenis kelamin", required: true, ...option(sexOptions), width: 14, example: "Laki-laki" },
  birthPlace: { header: "Tempat lahir", required: false, read: text(100), width: 16, example: "Surabaya" },
  birthDate: { header: "Tanggal lahir", required: true, ...date, width: 14, example: "12-03-1985" },
  employment: { header: "Status kepegawaian", required: true, ...option(employmentOptions), width: 18, example: "PNS" },
  grade: { header: "Golongan", required: true, read: (cell, { employment }) => readGrade(cell, employment), width: 10, example: "III/c" },
  gradeSince: { header: "TMT golongan", required: false, ...date, width: 14, example: "01-04-2020" },
  positionTitle: { header: "Jabatan", required: true, read: text(200), width: 36, example: "Kepala Subbagian Umum dan Kepegawaian" },
  positionType: { header: "Jenis jabatan", required: true, ...option(positionTypeOptions), width: 16, example: "Pengawas" },
  positionSince: { header: "TMT jabatan", required: false, ...date, width: 14, example: "04-01-2021" },
  unit: { header: "Unit kerja", required: false, read: text(200), width: 30, example: "Dinas Pendidikan" },
  education: { header: "Pendidikan", required: false, ...option(educationOptions), width: 12, example: "S2" },
  educationField: { header: "Bidang studi", required: false, read: text(150), width: 24, example: "Administrasi Publik" },
  email: { header: "Email", required: false, read: readEmail, width: 28, example: "budi.santoso@contoh.go.id" },
  phone: { header: "Telepon", required: false, read: readPhone, width: 16, example: "081234567890" },
};

export const columns: readonly Column[] = employeeColumns.map((key) => ({ key, write: same, ...definitions[key] }));

/** A record as a row of the file. */
export function writeRecord(record: EmployeeRecord): string[] {
  return columns.map(({ key, write }) => {
    const value = record[key];
    return value === null ? "" : write(value);
  });
}

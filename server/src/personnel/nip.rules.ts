import { ok, refuse, type Result } from "@kompeten/shared/kernel";

/**
 * Nomor Induk Pegawai (domain §6): 18 digits as text — birth date YYYYMMDD, appointment YYYYMM, sex 1 or 2, serial of three.
 * For PPPK, positions 13–14 are not a month.
 */
export type NipParts = { birthDate: string; appointmentYear: string; appointmentMonth: string; sexDigit: string; serial: string };

export type NipReading = "nip-not-text" | "nip-mangled" | "nip-length";

/** Reads a NIP from a cell: spaces are accepted, numbers are not, because a spreadsheet keeps only 15 digits of them. */
export function readNip(text: string, isNumber: boolean): Result<string, NipReading> {
  if (isNumber) return refuse("nip-not-text");
  const compact = text.replaceAll(/[\s\u00a0]/g, "").replace(/^'/, "");
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(compact)) return refuse("nip-mangled");
  return /^\d{18}$/.test(compact) ? ok(compact) : refuse("nip-length");
}

/** Of a NIP of 18 digits. */
export function partsOf(nip: string): NipParts {
  return {
    birthDate: `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`,
    appointmentYear: nip.slice(8, 12),
    appointmentMonth: nip.slice(12, 14),
    sexDigit: nip.slice(14, 15),
    serial: nip.slice(15),
  };
}

export type NipProblem =
  | { code: "nip-birth-date-invalid" | "nip-sex-invalid" | "nip-month-invalid"; severity: "error"; expected: string; found: string }
  | { code: "nip-birth-date-differs" | "nip-sex-differs"; severity: "error"; expected: string; found: string }
  | { code: "nip-month-pppk"; severity: "warning"; expected: string; found: string };

export type NipNeighbours = { birthDate?: string | undefined; sex?: "male" | "female" | undefined; employment?: "pns" | "pppk" | undefined };

/** Whether the NIP agrees with itself and with what else is known of the person; what is unknown is not compared. */
export function nipProblems(nip: string, known: NipNeighbours): NipProblem[] {
  const parts = partsOf(nip);
  return [...birthProblems(parts, known.birthDate), ...sexProblems(parts, known.sex), ...monthProblems(parts, known.employment)];
}

function birthProblems({ birthDate }: NipParts, known: string | undefined): NipProblem[] {
  if (!isCalendarDate(birthDate)) return [{ code: "nip-birth-date-invalid", severity: "error", expected: "YYYYMMDD", found: birthDate.replaceAll("-", "") }];
  if (known === undefined || known === birthDate) return [];
  return [{ code: "nip-birth-date-differs", severity: "error", expected: known, found: birthDate }];
}

function sexProblems({ sexDigit }: NipParts, known: "male" | "female" | undefined): NipProblem[] {
  if (sexDigit !== "1" && sexDigit !== "2") return [{ code: "nip-sex-invalid", severity: "error", expected: "1/2", found: sexDigit }];
  const expected = known === "male" ? "1" : "2";
  return known === undefined || expected === sexDigit ? [] : [{ code: "nip-sex-differs", severity: "error", expected, found: sexDigit }];
}

function monthProblems({ appointmentMonth }: NipParts, employment: "pns" | "pppk" | undefined): NipProblem[] {
  const isMonth = /^(0[1-9]|1[0-2])$/.test(appointmentMonth);
  if (isMonth || employment === undefined) return [];
  // Domain §6: for PPPK warn, never reject.
  if (employment === "pppk") return [{ code: "nip-month-pppk", severity: "warning", expected: "01–12", found: appointmentMonth }];
  return [{ code: "nip-month-invalid", severity: "error", expected: "01–12", found: appointmentMonth }];
}

/** YYYY-MM-DD that is a day of the Gregorian calendar, 1900 to 2100. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

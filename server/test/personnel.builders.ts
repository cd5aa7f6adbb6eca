/** People of the register, made through the real service. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Employees, type RegisteredRecord } from "../src/personnel/index.ts";
import type { TestApp } from "./harness.ts";

let serial = 0;

/** A small JPEG as a browser makes it. */
export const photograph = (name = "female-1"): Buffer => readFileSync(join(import.meta.dirname, `../content/portraits/${name}.jpg`));

/** A plausible record; the NIP always agrees with birth date and sex. */
export function newRecord(over: Partial<RegisteredRecord> = {}): RegisteredRecord {
  serial += 1;
  const birthDate = over.birthDate ?? `19${70 + (serial % 25)}-${String((serial % 12) + 1).padStart(2, "0")}-${String((serial % 28) + 1).padStart(2, "0")}`;
  const sex = over.sex ?? (serial % 2 === 0 ? "male" : "female");
  const nip = `${birthDate.replaceAll("-", "")}20${String(10 + (Math.floor(serial / 999) % 15)).padStart(2, "0")}01${sex === "male" ? 1 : 2}${String((serial % 999) + 1).padStart(3, "0")}`;
  return {
    nip, name: `Pegawai ${serial}`, titleBefore: null, titleAfter: "S.Sos.", sex, birthPlace: "Surabaya", birthDate, employment: "pns", grade: "III/c", gradeSince: "2020-04-01",
    positionTitle: "Kepala Subbagian Umum", positionType: "pengawas", positionSince: "2021-01-04", unit: "Dinas Pendidikan", education: "s1-d4", educationField: "Ilmu Administrasi",
    email: null, phone: null, ...over,
  };
}

/** A person in the register of this agency. */
export async function newEmployee(app: TestApp, given: { agencyId: string } & Partial<RegisteredRecord>): Promise<{ employeeId: string; nip: string; name: string }> {
  const { agencyId, ...over } = given;
  const record = newRecord(over);
  const ids = await app.run({ agencyId, accountId: null }, () => app.get(Employees).enter([record]));
  const employeeId = ids.get(record.nip);
  if (employeeId === undefined) throw new Error("the register took nobody");
  return { employeeId, nip: record.nip, name: record.name };
}

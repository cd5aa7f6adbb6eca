import type { EmployeeColumn } from "@kompeten/shared/contracts/personnel";

/** Everything the register's file says of one person. Dates are YYYY-MM-DD; the unit is named, not numbered. */
export type EmployeeRecord = {
  nip: string;
  name: string;
  titleBefore: string | null;
  titleAfter: string | null;
  sex: "male" | "female";
  birthPlace: string | null;
  birthDate: string;
  employment: "pns" | "pppk";
  grade: string;
  gradeSince: string | null;
  positionTitle: string;
  positionType: string;
  positionSince: string | null;
  unit: string | null;
  education: string | null;
  educationField: string | null;
  email: string | null;
  phone: string | null;
};

/** The file's columns and the record's fields are the same names; this fails to compile when they part. */
type Same = keyof EmployeeRecord extends EmployeeColumn ? (EmployeeColumn extends keyof EmployeeRecord ? true : never) : never;
export const columnsMatchRecord: Same = true;

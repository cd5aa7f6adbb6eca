import { roles, type Role } from "@kompeten/shared/contracts/permissions";

const text = (search: Record<string, unknown>, key: string, max = 100) => (typeof search[key] === "string" && search[key] !== "" ? { [key]: search[key].slice(0, max) } : {});
const date = (search: Record<string, unknown>, key: string) => (typeof search[key] === "string" && /^\d{4}-\d{2}-\d{2}$/.test(search[key]) ? { [key]: search[key] } : {});
const number = (search: Record<string, unknown>, key: string, min: number) => (Number.isInteger(Number(search[key])) && Number(search[key]) >= min ? { [key]: Number(search[key]) } : {});

export const accountStates = ["berlaku", "segera-berakhir", "berakhir", "terkunci"] as const;
export type AccountsSearch = { cari?: string; peran?: Role; keadaan?: (typeof accountStates)[number]; hal?: number; akun?: string };

export function accountsSearch(search: Record<string, unknown>): AccountsSearch {
  const role = roles.find((one) => one === search["peran"]);
  const state = accountStates.find((one) => one === search["keadaan"]);
  return { ...text(search, "cari"), ...text(search, "akun"), ...number(search, "hal", 2), ...(role ? { peran: role } : {}), ...(state ? { keadaan: state } : {}) };
}

/** The parts of the house that write to the record, in the order of the work. */
export const contexts = ["identity", "personnel", "catalogue", "authoring", "planning", "delivery", "scoring", "profiles", "talent"] as const;
export type AuditSearch = { orang?: string; bagian?: (typeof contexts)[number]; subjek?: string; dari?: string; sampai?: string; hal?: number; catatan?: number };

export function auditSearch(search: Record<string, unknown>): AuditSearch {
  const context = contexts.find((one) => one === search["bagian"]);
  return {
    ...text(search, "orang"), ...text(search, "subjek", 200), ...date(search, "dari"), ...date(search, "sampai"),
    ...number(search, "hal", 2), ...number(search, "catatan", 1), ...(context ? { bagian: context } : {}),
  };
}

/** Without what is empty: an address says only what differs from the start. */
export function tidy<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== "" && value !== null)) as T;
}

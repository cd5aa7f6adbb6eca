import { paths } from "../../app/paths.ts";
import { employments, isOneOf, positionTypes, sorts } from "./options.ts";

export const importPath = `${paths.personnel}/impor` as const;
export const photosPath = `${paths.personnel}/foto` as const;
export const kinds = ["pegawai", "predikat"] as const;

/** The register's filters as they stand in the address, so that a list can be sent to a colleague. */
export type RegisterSearch = {
  cari?: string;
  unit?: string;
  jenis?: (typeof positionTypes)[number];
  status?: (typeof employments)[number];
  urut?: (typeof sorts)[number];
  hal?: number;
  /** The person whose panel is open. */
  pegawai?: string;
};

export function registerSearch(search: Record<string, unknown>): RegisterSearch {
  const text = (key: string) => (typeof search[key] === "string" && search[key] !== "" ? { [key]: search[key].slice(0, 100) } : {});
  const page = Number(search["hal"]);
  return {
    ...text("cari"),
    ...text("unit"),
    ...text("pegawai"),
    ...(isOneOf(positionTypes, search["jenis"]) ? { jenis: search["jenis"] } : {}),
    ...(isOneOf(employments, search["status"]) ? { status: search["status"] } : {}),
    ...(isOneOf(sorts, search["urut"]) ? { urut: search["urut"] } : {}),
    ...(Number.isInteger(page) && page > 1 ? { hal: page } : {}),
  };
}

/** Which file, and the batch being looked at, so that a reload loses nothing. */
export type ImportSearch = { berkas?: (typeof kinds)[number]; periksa?: string };

export function importSearch(search: Record<string, unknown>): ImportSearch {
  return {
    ...(search["berkas"] === "predikat" ? { berkas: "predikat" as const } : {}),
    ...(typeof search["periksa"] === "string" ? { periksa: search["periksa"].slice(0, 40) } : {}),
  };
}

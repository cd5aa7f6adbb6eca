import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { useSearch } from "@tanstack/react-router";
import { useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { connection } from "./attempt-row.rules.ts";

export const pageSize = 50;
export const roomFilters = { keadaan: ["waiting", "running", "paused", "closed"], sambungan: ["on", "off"] } as const;

/** What a proctor looks for, in the address: a colleague who opens it sees the same. */
export type RoomSearch = { kegiatan?: string; cari?: string; keadaan?: string; sambungan?: string; belumTampil?: boolean; halaman?: number };

export function parseRoomSearch(search: Record<string, unknown>): RoomSearch {
  const text = (name: "kegiatan" | "cari") => (typeof search[name] === "string" && search[name] !== "" ? { [name]: search[name] } : {});
  const choice = (name: keyof typeof roomFilters) => ((roomFilters[name] as readonly unknown[]).includes(search[name]) ? { [name]: search[name] } : {});
  const page = Number(search["halaman"]);
  return {
    ...text("kegiatan"),
    ...text("cari"),
    ...choice("keadaan"),
    ...choice("sambungan"),
    ...(search["belumTampil"] === true ? { belumTampil: true } : {}),
    ...(Number.isInteger(page) && page > 1 ? { halaman: page } : {}),
  };
}

/** Whatever is looked for anew begins on the first page. */
export function useRoomSearch() {
  const search = parseRoomSearch(useSearch({ strict: false }));
  const go = useGo();
  const seek = (change: RoomSearch) => void go(paths.proctoring, { search: parseRoomSearch({ ...search, halaman: 1, ...change }), replace: true });
  return { search, seek };
}

export function shown(attempt: SupervisedAttempt, { cari, keadaan, sambungan, belumTampil }: RoomSearch): boolean {
  const paused = attempt.pausedSinceMs !== null;
  if (keadaan !== undefined && (keadaan === "paused" ? !paused : attempt.state !== keadaan)) return false;
  if (sambungan !== undefined && connection(attempt) !== sambungan) return false;
  if (belumTampil && !attempt.timeUnacknowledged) return false;
  return `${attempt.candidate.name} ${attempt.candidate.login}`.toLowerCase().includes((cari ?? "").trim().toLowerCase());
}

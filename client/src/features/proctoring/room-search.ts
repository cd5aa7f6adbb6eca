import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { useSearch } from "@tanstack/react-router";
import { useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { connection, signsOf } from "./attempt-row.rules.ts";
import type { Marks } from "./room-record.rules.ts";

export const pageSize = 50;
/** The words of the address, and what they look for. */
const sought = { "belum-tersimpan": "unsaved", "di-luar-halaman": "away", "waktu-belum-tampil": "unacknowledged", disisihkan: "setAside", kejadian: "incident", "pesan-belum-dibaca": "unread", "peramban-ditahan": "held" } as const;
export const roomFilters = { keadaan: ["waiting", "running", "paused", "closed"], sambungan: ["on", "slow", "off"], perhatian: Object.keys(sought) as (keyof typeof sought)[] } as const;
export type FilterName = keyof typeof roomFilters;

/** What a proctor looks for, and whom they have open, in the address: a colleague who opens it sees the same. */
export type RoomSearch = { kegiatan?: string; sesi?: string; cari?: string; keadaan?: string; sambungan?: string; perhatian?: string; halaman?: number; buka?: string };
const texts = ["kegiatan", "sesi", "cari", "buka"] as const;

export function parseRoomSearch(search: Record<string, unknown>): RoomSearch {
  const kept: Record<string, unknown> = {};
  for (const name of texts) if (typeof search[name] === "string" && search[name] !== "") kept[name] = search[name];
  for (const [name, values] of Object.entries(roomFilters)) if ((values as readonly unknown[]).includes(search[name])) kept[name] = search[name];
  const page = Number(search["halaman"]);
  if (Number.isInteger(page) && page > 1) kept["halaman"] = page;
  return kept;
}

/** Whatever is looked for anew begins on the first page. */
export function useRoomSearch() {
  const search = parseRoomSearch(useSearch({ strict: false }));
  const go = useGo();
  const seek = (change: RoomSearch) => void go(paths.proctoring, { search: parseRoomSearch({ ...search, halaman: 1, ...change }), replace: true });
  /** Without leaving the page of the list. */
  const open = (attemptId: string | null) => void go(paths.proctoring, { search: parseRoomSearch({ ...search, buka: attemptId ?? "" }), replace: true });
  return { search, seek, open };
}

export function shown(attempt: SupervisedAttempt, marks: Marks, { cari, keadaan, sambungan, perhatian }: RoomSearch): boolean {
  const paused = attempt.pausedSinceMs !== null;
  if (keadaan !== undefined && (keadaan === "paused" ? !paused : attempt.state !== keadaan)) return false;
  if (sambungan !== undefined && connection(attempt) !== sambungan) return false;
  if (perhatian !== undefined && !signsOf(attempt, marks).includes(sought[perhatian as keyof typeof sought])) return false;
  return `${attempt.candidate.name} ${attempt.candidate.login}`.toLowerCase().includes((cari ?? "").trim().toLowerCase());
}

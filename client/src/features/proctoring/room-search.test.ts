import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { expect, it } from "vitest";
import { parseRoomSearch, shown } from "./room-search.ts";

const attempt = (values: Partial<SupervisedAttempt>) =>
  ({ state: "running", line: "on", roundTripMs: 64, unsaved: 0, awaySinceMs: null, setAside: 0, late: 0, lateCounted: 0, pausedSinceMs: null, timeUnacknowledged: false, candidate: { accountId: "a", name: "Ayu Lestari", login: "1985" }, ...values }) as SupervisedAttempt;

const noMarks = { incidents: 0, unread: 0, held: false };

it.each([
  [{}, true],
  [{ cari: " ayu " }, true],
  [{ cari: "budi" }, false],
  [{ keadaan: "running" }, true],
  [{ keadaan: "paused" }, false],
  [{ sambungan: "off" }, false],
  [{ sambungan: "slow" }, false],
  [{ perhatian: "waktu-belum-tampil" }, false],
])("%o shows who is looked for", (search, is) => expect(shown(attempt({}), noMarks, search)).toBe(is));

it.each([
  [{ pausedSinceMs: 1 }, { keadaan: "paused" }],
  [{ line: "off" as const }, { sambungan: "off" }],
  [{ roundTripMs: 2048 }, { sambungan: "slow" }],
  [{ timeUnacknowledged: true }, { perhatian: "waktu-belum-tampil" }],
  [{ unsaved: 3 }, { perhatian: "belum-tersimpan" }],
  [{ awaySinceMs: 5 }, { perhatian: "di-luar-halaman" }],
  [{ setAside: 2 }, { perhatian: "disisihkan" }],
])("finds %o by %o", (values, search) => expect(shown(attempt(values), noMarks, search)).toBe(true));

it("finds of whom something was noted, and who has not read", () => {
  expect(shown(attempt({}), { incidents: 1, unread: 0, held: false }, { perhatian: "kejadian" })).toBe(true);
  expect(shown(attempt({}), { incidents: 0, unread: 1, held: false }, { perhatian: "pesan-belum-dibaca" })).toBe(true);
  expect(shown(attempt({}), noMarks, { perhatian: "kejadian" })).toBe(false);
});

it("takes nothing unknown from an address", () => {
  expect(parseRoomSearch({ keadaan: "x", sambungan: 1, halaman: "abc", cari: "", kegiatan: "k", perhatian: "yes" })).toEqual({ kegiatan: "k" });
  expect(parseRoomSearch({ keadaan: "paused", halaman: 3, perhatian: "disisihkan", sesi: "s", buka: "a" })).toEqual({ keadaan: "paused", halaman: 3, perhatian: "disisihkan", sesi: "s", buka: "a" });
});

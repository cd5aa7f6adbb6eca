import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { expect, it } from "vitest";
import { parseRoomSearch, shown } from "./room-search.ts";

const attempt = (values: Partial<SupervisedAttempt>) =>
  ({ state: "running", connected: true, pausedSinceMs: null, timeUnacknowledged: false, candidate: { accountId: "a", name: "Ayu Lestari", login: "1985" }, ...values }) as SupervisedAttempt;

it.each([
  [{}, true],
  [{ cari: " ayu " }, true],
  [{ cari: "budi" }, false],
  [{ keadaan: "running" }, true],
  [{ keadaan: "paused" }, false],
  [{ sambungan: "off" }, false],
  [{ belumTampil: true }, false],
])("%o shows who is looked for", (search, is) => expect(shown(attempt({}), search)).toBe(is));

it("finds who is paused, cut off or has not seen a change", () => {
  expect(shown(attempt({ pausedSinceMs: 1 }), { keadaan: "paused" })).toBe(true);
  expect(shown(attempt({ connected: false }), { sambungan: "off" })).toBe(true);
  expect(shown(attempt({ timeUnacknowledged: true }), { belumTampil: true })).toBe(true);
});

it("takes nothing unknown from an address", () => {
  expect(parseRoomSearch({ keadaan: "x", sambungan: 1, halaman: "abc", cari: "", kegiatan: "k", belumTampil: "yes" })).toEqual({ kegiatan: "k" });
  expect(parseRoomSearch({ keadaan: "paused", halaman: 3, belumTampil: true })).toEqual({ keadaan: "paused", halaman: 3, belumTampil: true });
});

import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import type { ReactNode } from "react";
import { beforeAll, expect, it } from "vitest";
import { startI18n } from "../../app/i18n/index.ts";
import { renderUi } from "../../test/render.tsx";
import { words } from "../../words/words.ts";
import { Connection, Signs, State, TimeLeft } from "./room-cells.tsx";

beforeAll(async () => {
  await startI18n("id");
  await words.load("proctoring");
});

const timeZone = "Asia/Jakarta";
const atMs = Date.UTC(2026, 10, 23, 2, 30);
const attempt = (values: Partial<SupervisedAttempt>) =>
  ({ state: "running", noticeAcknowledged: true, closedReason: null, deadlineMs: null, pausedSinceMs: null, timeUnacknowledged: false, line: "on", lineSinceMs: null, roundTripMs: 32, unsaved: 0, awaySinceMs: null, awayCount: 0, setAside: 0, late: 0, lateCounted: 0, ...values }) as SupervisedAttempt;
/** What a proctor reads in a cell. */
const read = async (cell: ReactNode) => {
  const { getByTestId, unmount } = await renderUi(<div data-testid="cell">{cell}</div>);
  const text = getByTestId("cell").textContent;
  unmount();
  return text;
};
const signsOf = (values: Partial<SupervisedAttempt>, marks = { incidents: 0, unread: 0, held: false }) => read(<Signs attempt={attempt(values)} marks={marks} timeZone={timeZone} />);

it("[P2] [P3] [R1] [R2] [J5] [J7] [T8] says in words what a proctor may have to do something about, and nothing where all is well", async () => {
  expect(await signsOf({})).toBe("");
  expect(await signsOf({ unsaved: 3 })).toBe("3 belum tersimpan");
  expect(await signsOf({ awaySinceMs: atMs, awayCount: 2 })).toBe("di luar halaman sejak 09.30 WIB");
  expect(await signsOf({ awayCount: 2 })).toBe("2 kali meninggalkan halaman");
  expect(await signsOf({ withoutLimit: true, awaySinceMs: atMs, awayCount: 2 })).toBe("");
  expect(await signsOf({ setAside: 2 })).toBe("2 disisihkan");
  expect(await signsOf({ setAside: 1, late: 1, lateCounted: 4 })).toBe("1 terlambat4 terlambat dihitung");
  expect(await signsOf({}, { incidents: 1, unread: 2, held: true })).toBe("peramban ditahan1 kejadian2 pesan belum dibaca");
});

it("[P2] says how good the line is: how slow, or since when there is none", async () => {
  const line = (values: Partial<SupervisedAttempt>) => read(<Connection attempt={attempt(values)} timeZone={timeZone} />);
  expect(await line({})).toBe("Tersambung");
  expect(await line({ roundTripMs: 2048 })).toMatch(/± 2\.?048 ms$/);
  expect(await line({ line: "off", lineSinceMs: atMs })).toBe("Terputussejak 09.30 WIB");
});

it("[T1] [T4] says the state, the time left, and that a change of time is not on the candidate's screen yet", async () => {
  const clockMs = atMs - performance.now();
  const left = (values: Partial<SupervisedAttempt>) => read(<TimeLeft attempt={attempt(values)} clockMs={clockMs} timeZone={timeZone} />);
  const state = (values: Partial<SupervisedAttempt>) => read(<State attempt={attempt(values)} />);
  expect(await left({ deadlineMs: atMs + 90 * 60_000 })).toMatch(/sampai 11\.00 WIB$/);
  expect(await left({ deadlineMs: atMs, pausedSinceMs: atMs })).toBe("–");
  expect(await state({ timeUnacknowledged: true })).toBe("Mengerjakanperubahan waktu belum tampil di layarnya");
  expect(await state({ pausedSinceMs: atMs })).toBe("Dijeda");
});

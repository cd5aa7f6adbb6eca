import type { RoomPush, SupervisedAttempt, SupervisionView } from "@kompeten/shared/contracts/supervision";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeQueryClient } from "../../api/query-client.ts";
import { SessionContext, type SessionView } from "../../api/session.ts";
import { paths } from "../../app/paths.ts";
import { renderUi } from "../../test/render.tsx";
import { startI18n } from "../../test/words.ts";
import { words } from "../../words/words.ts";
import { Room } from "./room.tsx";

const people = 400;
const assessmentId = "00000000-0000-4000-8000-000000000001";
const sittingId = "00000000-0000-4000-8000-000000000002";
const now = Date.parse("2026-03-02T02:00:00Z");
/** The server's clock goes on like the page's. */
const serverNowMs = () => now + Math.round(performance.now());

/** The server's end of the room's line. */
const line = vi.hoisted(() => {
  const heard = new Map<string, (message: unknown) => void>();
  return { heard, watched: 0, view: undefined as unknown };
});
vi.mock("../../api/socket.ts", () => ({
  makeSocket: () => {
    const socket = {
      active: true,
      on: (event: string, listener: (message: unknown) => void) => (line.heard.set(event, listener), socket),
      connect: () => line.heard.get("connect")?.(undefined),
      disconnect: () => socket,
      timeout: () => ({ emitWithAck: async () => (line.watched++, { ok: true, view: line.view }) }),
    };
    return socket;
  },
}));

const idOf = (index: number) => `00000000-0000-4000-8000-1${String(index).padStart(11, "0")}`;
const nameOf = (index: number) => `Peserta ${String(index).padStart(3, "0")}`;
function attempt(index: number): SupervisedAttempt {
  return {
    attemptId: idOf(index), sittingId, enrolmentId: idOf(index), candidate: { accountId: idOf(index), name: nameOf(index), login: `19850312201001${String(index).padStart(4, "0")}` },
    instrument: { versionId: assessmentId, kind: "test", title: "Tes Penalaran Umum" }, ordinal: 1, state: "running", noticeAcknowledged: true, answered: 5, total: 40,
    startedAtMs: now - 600_000, deadlineMs: now + 1_800_000, withoutLimit: false, pausedSinceMs: null, timeUnacknowledged: false, closedAtMs: null, closedReason: null, extensionsMs: 0, accommodationsMs: 0,
    line: index % 40 === 0 ? "off" : "on", lineSinceMs: now - 60_000, roundTripMs: 32, unsaved: 0, awaySinceMs: null, awayCount: 0, setAside: 0, late: 0, lateCounted: 0,
  };
}
const roomOf = (count: number): SupervisionView => ({
  serverNowMs: serverNowMs(), version: 1, total: count, record: [], attempts: Array.from({ length: count }, (_, index) => attempt(index)),
  sittings: [{ sittingId, title: "Sesi pagi", place: null, windowStartMs: now - 3_600_000, windowEndMs: now + 3_600_000, timeZone: "Asia/Jakarta", proctorStarts: false, entryClosesMinutes: null, safeExamBrowser: false }],
});
let version = 1;
function push(attempts: RoomPush["attempts"]): void {
  const message: RoomPush = { assessmentId, sittingId: null, version: ++version, serverNowMs: serverNowMs(), total: people, attempts, record: [] };
  act(() => line.heard.get("room:changed")?.(message));
}

const session = { account: { id: assessmentId, name: "Pengawas" }, agency: { timeZone: "Asia/Jakarta" }, roles: ["proctor"] } as unknown as SessionView;
const root = createRootRoute();
async function show(): Promise<void> {
  const page = createRoute({ getParentRoute: () => root, path: paths.proctoring, validateSearch: (search: Record<string, unknown>) => search, component: () => <Room assessmentId={assessmentId} sittingId={undefined} /> });
  const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory({ initialEntries: [`${paths.proctoring}?kegiatan=${assessmentId}`] }) });
  await startI18n("id");
  await words.load("proctoring");
  await renderUi(
    <SessionContext value={session}>
      <QueryClientProvider client={makeQueryClient(() => {})}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </SessionContext>,
  );
  await screen.findByRole("table");
}

const rows = () => screen.getAllByRole("row").slice(1);
const row = (index: number) => screen.getByRole("row", { name: new RegExp(nameOf(index)) });

beforeEach(() => {
  version = 1;
  line.watched = 0;
  line.view = roomOf(people);
});
afterEach(() => void vi.unstubAllGlobals());

const drawn = vi.hoisted(() => vi.fn<(name: string) => void>());
/** The first cell of a row, counted each time it is drawn. */
vi.mock("./room-cells.tsx", async (original) => {
  const cells = await original<typeof import("./room-cells.tsx")>();
  return {
    ...cells,
    Name: (given: Parameters<typeof cells.Name>[0]) => {
      drawn(given.attempt.candidate.name);
      return <cells.Name {...given} />;
    },
  };
});

describe(`a room of ${people}`, () => {
  it("counts all, draws a page of them, and finds one by a few letters or by what is the matter", async () => {
    await show();
    expect(rows()).toHaveLength(50);
    expect(screen.getByText(`1–50 dari ${people} pengerjaan`)).toBeVisible();
    const user = userEvent.setup();
    await user.type(screen.getByLabelText("Cari nama atau NIP"), "a 399");
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(row(399)).toBeVisible();
    await user.clear(screen.getByLabelText("Cari nama atau NIP"));
    await user.selectOptions(screen.getByLabelText("Sambungan"), "Terputus");
    await waitFor(() => expect(rows()).toHaveLength(10));
    expect(rows().map((one) => within(one).getByText(/^Peserta/).textContent)).toEqual(Array.from({ length: 10 }, (_, index) => nameOf(index * 40)));
  });

  it("is gone through and chosen from by keyboard alone, to its last page", async () => {
    await show();
    const user = userEvent.setup();
    // One row is in the tab order, and what is in it.
    screen.getByLabelText("Perhatian").focus();
    for (let tabs = 0; tabs < 12 && document.activeElement !== row(0); tabs++) await user.tab();
    expect(row(0)).toHaveFocus();
    await user.keyboard("{PageDown}{ArrowDown}{ArrowDown}{ArrowUp}");
    expect(row(11)).toHaveFocus();
    await user.keyboard("{Tab} ");
    expect(within(row(11)).getByRole("checkbox")).toBeChecked();
    expect(screen.getByText("1 dipilih")).toBeVisible();
    row(11).focus();
    await user.keyboard("{End}");
    expect(row(49)).toHaveFocus();
    screen.getByRole("button", { name: "8" }).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByText(`351–${people} dari ${people} pengerjaan`)).toBeVisible());
    row(350).focus();
    await user.keyboard("{End}{Enter}");
    expect(within(await screen.findByRole("dialog")).getByText(nameOf(399))).toBeVisible();
  });

  it("draws the row that has changed anew, and no other, also where one that is not on the page has", async () => {
    await show();
    const before = rows();
    drawn.mockClear();
    push([{ attemptId: idOf(7), answered: 6 }]);
    expect(await within(row(7)).findByText("6 / 40")).toBeVisible();
    expect(drawn.mock.calls.flat()).toEqual([nameOf(7)]);
    push([{ attemptId: idOf(380), answered: 9, line: "off" }]);
    await waitFor(() => expect(screen.getByText("Terputus", { selector: "dt" }).nextElementSibling).toHaveTextContent("11"));
    expect(drawn.mock.calls.flat()).toEqual([nameOf(7)]);
    expect(rows().every((one, index) => one === before[index])).toBe(true);
    expect(line.watched).toBe(1);
  });

  it("draws no other row while the keys go from one to the next", async () => {
    await show();
    row(0).focus();
    drawn.mockClear();
    await userEvent.keyboard("{ArrowDown}");
    expect(row(1)).toHaveFocus();
    expect(new Set(drawn.mock.calls.flat())).toEqual(new Set([nameOf(0), nameOf(1)]));
  });
});

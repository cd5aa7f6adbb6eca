import type { ActionSave, ActionSaves } from "@kompeten/shared/contracts/action-saves";
import type { InBasketWork, ReplayStep } from "@kompeten/shared/contracts/scoring";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderUi } from "../../test/render.tsx";
import { ReplayTable } from "./replay-table.tsx";

afterEach(() => vi.unstubAllGlobals());

const document = { id: "d1", kind: "letter", from: "Kepala Dinas", to: "Anda", sentAt: "2026-11-10T08:00", subject: "Rekap cuti", body: [{ type: "text", text: "Mohon rekap cuti." }], attachments: [], arrivesAfterSeconds: 0, expected: null, priority: null };
const step = (deed: ReplayStep["deed"], atSeconds: number, saves: ReplayStep["saves"], more: Partial<ReplayStep> = {}): ReplayStep => ({ deed, documentId: "d1", atSeconds, seconds: 0, changes: 0, saves, ...more });
const workOf = (replay: ReplayStep[]) => ({ kind: "in-basket", organisationChart: [{ id: "o1", name: "Sari", position: "Sekretaris", reportsTo: null }], documents: [document], actions: [], replay }) as unknown as InBasketWork;
const wrote = (seq: number, text: string, withdrawn = false): ActionSave => ({ seq, atSeconds: seq, withdrawn, content: { type: "reply", to: "o1", text } });

const saves = [wrote(10, "Baik."), wrote(12, "Baik, saya kirim."), wrote(200, "Baik, saya kirim besok."), wrote(300, "Baik, saya kirim besok.", true)];
const steps = [
  step("read", 2, null, { seconds: 7 }),
  step("reply", 10, { actionId: "a", fromSeq: 10, toSeq: 12 }, { seconds: 2, changes: 1 }),
  step("reply", 200, { actionId: "a", fromSeq: 200, toSeq: 200 }),
  step("withdraw", 300, { actionId: "a", fromSeq: 300, toSeq: 300 }),
];

/** The server's answers in order, the last one for ever. */
function answering(...answers: (ActionSaves | number)[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return typeof answer === "number" ? Response.json({ code: "internal" }, { status: answer }) : Response.json(answer);
  });
  return asked;
}

async function shown(replay: ReplayStep[]) {
  await renderUi(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ReplayTable attemptId="x" work={workOf(replay)} />
    </QueryClientProvider>,
  );
}
const open = async (name: string) => {
  fireEvent.click(await screen.findByRole("button", { name }));
  return screen.findByRole("dialog");
};
const part = async (name: string) => (await screen.findByRole("heading", { name })).parentElement as HTMLElement;

it("opens a step to what its action was before and after, and to every save within it", async () => {
  const asked = answering({ saves: saves.slice(0, 2), more: true }, { saves: saves.slice(2), more: false });
  await shown(steps);
  const dialog = await open("Membalas (2 kali disimpan)");
  expect(dialog).toHaveAccessibleName("Langkah 2 dari 4");
  expect(dialog).toHaveTextContent("00.10–00.12 · Membalas (2 kali disimpan) · d1 · Rekap cuti");
  expect(await part("Sebelum langkah ini")).toHaveTextContent("Belum ada: tindakan ini dimulai pada langkah ini.");
  const after = await part("Sesudah langkah ini");
  expect(after).toHaveTextContent("Kepada Sari (Sekretaris)Baik, saya kirim.");
  expect(after.querySelector("ins")).toBeNull();

  fireEvent.click(within(dialog).getByText("Semua simpanan pada langkah ini (2)"));
  fireEvent.click(within(dialog).getByText("Simpanan 2 · 00.12"));
  const list = await within(dialog).findByRole("list");
  expect(list.querySelector("ins")).toHaveTextContent("ditambahkan: , saya kirim");
  expect(asked).toEqual(["/api/ratings/x/actions/a/saves", "/api/ratings/x/actions/a/saves?after=12"]);
});

it("goes from step to step in order, reading and taking back included, and asks for an action once", async () => {
  const asked = answering({ saves, more: false });
  await shown(steps);
  const dialog = await open("Membaca");
  expect(dialog).toHaveTextContent("Mohon rekap cuti.");
  const next = within(dialog).getByRole("button", { name: "Berikutnya" });
  expect(within(dialog).getByRole("button", { name: "Sebelumnya" })).toHaveAttribute("aria-disabled", "true");
  fireEvent.click(next);
  await part("Sesudah langkah ini");
  fireEvent.click(next);
  expect(dialog).toHaveAccessibleName("Langkah 3 dari 4");
  expect(await part("Sebelum langkah ini")).toHaveTextContent("Baik, saya kirim.");
  expect((await part("Sesudah langkah ini")).querySelector("ins")).toHaveTextContent("ditambahkan: besok");
  fireEvent.click(next);
  expect(await part("Sesudah langkah ini")).toHaveTextContent("Tindakan ini dibatalkan peserta.");
  expect(next).toHaveAttribute("aria-disabled", "true");
  expect(asked).toHaveLength(1);
});

it("says what failed, and tries again", async () => {
  answering(500, { saves, more: false });
  await shown(steps);
  const dialog = await open("Membatalkan");
  fireEvent.click(await within(dialog).findByRole("button", { name: /Coba lagi/ }));
  expect(await part("Sebelum langkah ini")).toHaveTextContent("Baik, saya kirim besok.");
});

it("says so where there was nothing to replay", async () => {
  await shown([]);
  expect(await screen.findByRole("heading", { name: "Tidak ada langkah" })).toBeVisible();
});

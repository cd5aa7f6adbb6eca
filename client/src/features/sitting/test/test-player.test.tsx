import { applied, firstSection, noWork, sectionPlanOf, type Sections } from "@kompeten/shared/attempt";
import type { TestPaper } from "@kompeten/shared/paper";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startI18n } from "../../../app/i18n/index.ts";
import { renderUi } from "../../../test/render.tsx";
import { words } from "../../../words/words.ts";
import type { Command } from "../queue/queued-operation.ts";
import type { AttemptSession } from "../session/attempt-session.ts";
import { firstState, withOpened } from "../session/session-state.ts";
import { AttemptContext } from "../session/use-attempt-session.ts";
import { TestPlayer } from "./test-player.tsx";

const minute = 60_000;
const choice = (id: string) => ({ id, interaction: "choice" as const, prompt: `Pertanyaan ${id}`, options: [{ id: "a", text: "Ya" }, { id: "b", text: "Tidak" }], shuffleOptions: false });
const paperWith = (navigation: "free" | "forward-only"): TestPaper => ({
  kind: "test",
  sections: [
    { id: "satu", title: "Verbal", instructions: [], shuffleItems: false, limitSeconds: 300, navigation, items: [choice("v1"), choice("v2")] },
    { id: "dua", title: "Numerik", instructions: [], shuffleItems: false, items: [choice("n1")] },
  ],
});
/** The server's time, in the test's hand. */
let nowMs = 0;
const done: Command[] = [];

function Desk({ paper }: { paper: TestPaper }) {
  const [work, setWork] = useState(noWork);
  const plan = sectionPlanOf(paper);
  const [sections, setSections] = useState<Sections | null>(() => (plan ? firstSection(plan, 0, 1) : null));
  const session = {
    attemptId: "a1",
    clock: { nowMs: () => nowMs },
    flush: () => {},
    do: (command: Command) => {
      done.push(command);
      setWork((before) => applied(before, command, nowMs));
      setSections((before) => withOpened(before, command, nowMs));
    },
  } as unknown as AttemptSession;
  const status = { state: "running" as const, startedAtMs: 0, deadlineMs: 60 * minute, pausedSinceMs: null, sections, work };
  return (
    <AttemptContext value={{ session, state: { ...firstState, paper, work, sections, status: status as never } }}>
      <TestPlayer paper={paper} place={null} readAloud={false} />
    </AttemptContext>
  );
}

beforeAll(async () => {
  // jsdom scrolls nothing and knows no modal dialogs.
  Element.prototype.scrollTo ??= () => {};
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  await startI18n("id");
  for (const namespace of ["sitting", "sections", "comforts"] as const) await words.load(namespace);
}, 60_000);
beforeEach(() => {
  nowMs = 0;
  done.length = 0;
  sessionStorage.clear();
});

const cell = (number: number) => within(screen.getByRole("complementary")).getByRole("button", { name: new RegExp(`^Butir ${number},`) });

describe("[T7] a test of sections", () => {
  it("goes on to the next by itself when the time of one runs out, and says so", async () => {
    await renderUi(<Desk paper={paperWith("free")} />);
    expect(await screen.findByRole("timer", { name: "Sisa waktu bagian" })).toHaveTextContent("05.00");
    expect(cell(2)).toBeEnabled();
    expect(cell(3)).toBeDisabled();
    nowMs = 4 * minute + 30_000;
    expect(await screen.findByText("Sisa waktu bagian ini 1 menit.")).toBeVisible();
    nowMs = 5 * minute + 1;
    expect(await screen.findByText("Pertanyaan n1")).toBeVisible();
    expect(screen.getByText("Waktu bagian “Verbal” habis. Anda sekarang di bagian “Numerik”.")).toBeVisible();
    for (const number of [1, 2]) expect(cell(number)).toBeDisabled();
    await waitFor(() => expect(screen.getByRole("heading", { name: "Butir 3 dari 3" })).toHaveFocus());
    expect(done.filter(({ kind }) => kind === "open-section")).toEqual([]);
    expect(done.at(-1)).toEqual({ kind: "visit", itemId: "n1" });
  });

  it("leaves a section only after it was looked over and confirmed", async () => {
    const user = userEvent.setup();
    await renderUi(<Desk paper={paperWith("forward-only")} />);
    await user.click(await screen.findByRole("button", { name: "Berikutnya" }));
    expect(screen.getByText("Pertanyaan v2")).toBeVisible();
    // Forward only: what was left is closed.
    expect(screen.getByRole("button", { name: "Sebelumnya" })).toBeDisabled();
    expect(cell(1)).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "Selesaikan bagian" }));
    expect(await screen.findByText("0 dari 2 butir terjawab.")).toBeVisible();
    expect(screen.getByRole("button", { name: /Butir 1.*sudah ditinggalkan/ })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "Selesaikan dan buka bagian berikutnya" }));
    expect(await screen.findByText("2 butir bagian ini belum terjawab.")).toBeVisible();
    expect(done.some(({ kind }) => kind === "open-section")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Ya, lanjut ke bagian berikutnya" }));
    expect(done).toContainEqual({ kind: "open-section", sectionId: "dua" });
    expect(await screen.findByText("Pertanyaan n1")).toBeVisible();
  });
});

describe("a test", () => {
  const plain = (tools?: TestPaper["tools"]): TestPaper => ({
    kind: "test",
    ...(tools ? { tools } : {}),
    sections: [{ id: "satu", title: "Verbal", instructions: [], shuffleItems: false, items: [choice("v1"), choice("v2"), choice("v3")] }],
  });
  const legend = () => within(screen.getByRole("list", { name: "Keterangan tanda" })).getAllByRole("listitem").map(({ textContent }) => textContent);

  it("shows at a glance what is answered, flagged and not yet seen", async () => {
    const user = userEvent.setup();
    await renderUi(<Desk paper={plain()} />);
    await user.click(await screen.findByRole("radio", { name: /Tidak/ }));
    await user.click(screen.getByRole("button", { name: "Berikutnya" }));
    await user.click(screen.getByRole("button", { name: "Ragu" }));
    expect(screen.getByRole("button", { name: "Ragu" })).toHaveAttribute("aria-pressed", "true");
    expect([1, 2, 3].map((number) => cell(number).getAttribute("aria-label"))).toEqual(["Butir 1, terjawab", "Butir 2, belum terjawab, ditandai ragu", "Butir 3, belum dibuka"]);
    expect(legend()).toEqual(["terjawab · 1", "belum dibuka · 1", "ditandai ragu · 1"]);
    expect(done).toContainEqual({ kind: "flag", itemId: "v2", flagged: true });
    await user.click(screen.getByRole("button", { name: "Ragu" }));
    await user.click(cell(3));
    expect(legend()).toEqual(["terjawab · 1", "belum dibuka · 0", "ditandai ragu · 0"]);
  });

  it("gives a calculator and scratch notes where the paper allows them, and nowhere else", async () => {
    const user = userEvent.setup();
    localStorage.clear();
    const { unmount } = await renderUi(<Desk paper={plain(["calculator", "notes"])} />);
    await user.click(await screen.findByText("Kalkulator"));
    for (const key of ["7", "×", "(", "2", "+", "1", ")"]) await user.click(screen.getByRole("button", { name: key }));
    expect(screen.getByText("= 21")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Hapus satu tanda" }));
    await user.type(screen.getByRole("textbox", { name: "Hitungan" }), "0){Enter}");
    expect(screen.getByRole("textbox", { name: "Hitungan" })).toHaveValue("84");
    await user.click(screen.getByText("Catatan coretan"));
    await user.type(screen.getByRole("textbox", { name: "Catatan coretan" }), "x = 3");
    unmount();
    const { unmount: leave } = await renderUi(<Desk paper={plain(["notes"])} />);
    expect(await screen.findByRole("textbox", { name: "Catatan coretan", hidden: true })).toHaveValue("x = 3");
    expect(screen.queryByText("Kalkulator")).toBeNull();
    leave();
    await renderUi(<Desk paper={plain()} />);
    expect(await screen.findByText("Pertanyaan v1")).toBeVisible();
    expect(screen.queryByText("Catatan coretan")).toBeNull();
    // Nobody collects them.
    expect(done.every(({ kind }) => kind === "visit")).toBe(true);
  });
});

import { applied, noWork } from "@kompeten/shared/attempt";
import type { TestItem } from "@kompeten/shared/paper";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { beforeAll, describe, expect, it } from "vitest";
import { startI18n } from "../../../app/i18n/index.ts";
import { renderUi } from "../../../test/render.tsx";
import { words } from "../../../words/words.ts";
import type { Command } from "../queue/queued-operation.ts";
import type { AttemptSession } from "../session/attempt-session.ts";
import { firstState } from "../session/session-state.ts";
import { AttemptContext } from "../session/use-attempt-session.ts";
import ItemAnswer, { type RareItem } from "./item-answer.tsx";
import { moved } from "./order.rules.ts";
import { chooseForPart } from "./parts.rules.ts";

const options = (...texts: string[]) => texts.map((text, index) => ({ id: "abcde"[index] ?? "", text }));
const base = { id: "i1", prompt: "Kerjakan", shuffleOptions: true };

/** As the session does it: what is done is shown at once. */
function Desk({ done, children }: { done: Command[]; children: ReactNode }) {
  const [work, setWork] = useState(noWork);
  const take = (command: Command) => {
    done.push(command);
    setWork((before) => applied(before, command, 0));
  };
  const session = { attemptId: "a1", do: take, draft: (_: string, command: Command) => take(command), flush: () => {} } as unknown as AttemptSession;
  return <AttemptContext value={{ session, state: { ...firstState, work } }}>{children}</AttemptContext>;
}

beforeAll(async () => {
  await startI18n("id");
  await words.load("sitting");
  await words.load("interactions");
}, 60_000);

async function show(item: TestItem) {
  localStorage.clear();
  const done: Command[] = [];
  await renderUi(
    <Desk done={done}>
      <ItemAnswer item={item as RareItem} shortcuts />
    </Desk>,
  );
  const response = () => {
    const last = done.at(-1);
    return last?.kind === "respond" ? last.response : undefined;
  };
  return { done, response, user: userEvent.setup() };
}

describe("a multiple-response item", () => {
  const item: TestItem = { ...base, interaction: "multiple-response", options: options("Satu", "Dua", "Tiga"), minChoices: 2, maxChoices: 2 };

  it("says how many, takes no more than it may, and stores them in the paper's order", async () => {
    const { response, user } = await show(item);
    expect(screen.getByText("Pilih tepat 2.")).toBeVisible();
    await user.click(screen.getByRole("checkbox", { name: "Tiga" }));
    expect(screen.getByRole("status")).toHaveTextContent("Pilih 1 lagi.");
    await user.click(screen.getByRole("checkbox", { name: "Satu" }));
    expect(response()).toEqual({ interaction: "multiple-response", optionIds: ["a", "c"] });
    expect(screen.getByRole("checkbox", { name: "Dua" })).toBeDisabled();
    await user.click(screen.getByRole("checkbox", { name: "Satu" }));
    expect(response()).toEqual({ interaction: "multiple-response", optionIds: ["c"] });
    await user.click(screen.getByRole("button", { name: "Hapus jawaban" }));
    expect(response()).toEqual({ interaction: "multiple-response", optionIds: [] });
  });

  it("lets options be crossed out without answering, and brings one back that is chosen", async () => {
    const { done, response, user } = await show(item);
    await user.click(screen.getByRole("checkbox", { name: "Coret pilihan" }));
    const strike = screen.getByRole("button", { name: "Coret pilihan B" });
    await user.click(strike);
    expect(strike).toHaveAttribute("aria-pressed", "true");
    expect(done).toEqual([]);
    await user.keyboard("2");
    expect(response()).toEqual({ interaction: "multiple-response", optionIds: ["b"] });
    expect(strike).toHaveAttribute("aria-pressed", "false");
  });
});

describe("an order item", () => {
  const item: TestItem = { ...base, interaction: "order", options: options("Catat", "Periksa", "Lapor") };
  const shown = () => within(screen.getByRole("list")).getAllByRole("listitem").map((row) => row.textContent);

  it("moves by button and by arrow key, keeps the focus with the option, and says where it went", async () => {
    const { response, user } = await show(item);
    await user.click(screen.getByRole("button", { name: "Turunkan: Catat" }));
    expect(response()).toEqual({ interaction: "order", optionIds: ["b", "a", "c"] });
    expect(screen.getByText("Catat: urutan 2 dari 3")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Turunkan: Catat" })).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(response()).toEqual({ interaction: "order", optionIds: ["b", "c", "a"] });
    await user.keyboard("{ArrowDown}");
    expect(screen.getByText("Catat: sudah di ujung")).toBeInTheDocument();
    expect(shown()).toEqual(["1Periksa", "2Lapor", "3Catat"]);
  });

  it("is no answer until it is said to be one", async () => {
    const { done, response, user } = await show(item);
    expect(screen.getByText("Belum menjadi jawaban.")).toBeVisible();
    expect(done).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Urutan ini sudah benar" }));
    expect(response()).toEqual({ interaction: "order", optionIds: ["a", "b", "c"] });
  });
});

describe("items of several parts", () => {
  it("match: a target that may be used once is taken from the row that had it, and the person is told", async () => {
    const { response, user } = await show({ ...base, interaction: "match", sources: options("Nota", "Surat"), targets: options("Intern", "Perintah", "Peristiwa", "Banyak", "Lain"), matchMax: 1 });
    await user.selectOptions(screen.getByRole("combobox", { name: "Nota" }), "Intern");
    await user.selectOptions(screen.getByRole("combobox", { name: "Surat" }), "Intern");
    expect(response()).toEqual({ interaction: "match", chosen: { a: null, b: "a" } });
    expect(screen.getByRole("status")).toHaveTextContent("Dipindahkan dari: Nota");
  });

  it("match: few short targets are a grid, one group a row", async () => {
    const { response, user } = await show({ ...base, interaction: "match", sources: options("Syarat", "Biaya"), targets: options("Informasi", "Pengaduan"), matchMax: 0 });
    await user.click(within(screen.getByRole("radiogroup", { name: "Biaya" })).getByRole("radio", { name: "Pengaduan" }));
    expect(response()).toEqual({ interaction: "match", chosen: { a: null, b: "b" } });
    expect(screen.getByRole("status")).toHaveTextContent("1 baris belum berpasangan.");
  });

  it("likert: each statement by itself", async () => {
    const { response, user } = await show({ ...base, interaction: "likert", statements: options("Saya teliti", "Saya gugup"), scale: options("Tidak", "Netral", "Ya") });
    await user.click(within(screen.getByRole("radiogroup", { name: "Saya teliti" })).getByRole("radio", { name: "Ya" }));
    await user.click(within(screen.getByRole("radiogroup", { name: "Saya gugup" })).getByRole("radio", { name: "Ya" }));
    expect(response()).toEqual({ interaction: "likert", chosen: { a: "c", b: "c" } });
  });

  it("inline-choice: each gap in its text, numbered for those who hear it", async () => {
    const { response, user } = await show({ ...base, interaction: "inline-choice", text: [{ text: "Mohon hadir " }, { gap: "g1", options: options("tepat waktu", "ketepatan") }, { text: " di " }, { gap: "g2", options: options("aula", "loket") }] });
    await user.selectOptions(screen.getByRole("combobox", { name: "Isian 2 dari 2" }), "loket");
    expect(response()).toEqual({ interaction: "inline-choice", chosen: { g1: null, g2: "b" } });
    expect(screen.getByRole("status")).toHaveTextContent("1 isian masih kosong.");
  });

  it.each([
    [{ p: null, q: "x" }, "p", "x", 1, { chosen: { p: "x", q: null }, taken: "q" }],
    [{ p: null, q: "x" }, "p", "x", 0, { chosen: { p: "x", q: "x" }, taken: null }],
    [{ p: null, q: "x" }, "p", "x", 2, { chosen: { p: "x", q: "x" }, taken: null }],
    [{ p: "x", q: "y" }, "p", null, 1, { chosen: { p: null, q: "y" }, taken: null }],
  ])("from %o, %s gets %s of at most %d", (before, part, option, max, after) => expect(chooseForPart(before, part, option, max)).toEqual(after));
});

describe("entries", () => {
  it("a number is read back with its unit, and what is no number is said to be none", async () => {
    const { response, user } = await show({ ...base, interaction: "text-entry", format: "number", units: ["hari", "jam"] });
    const field = screen.getByRole("textbox", { name: "Kerjakan" });
    await user.type(field, "1.250,125");
    expect(screen.getByRole("status")).toHaveTextContent("Pilih juga satuannya.");
    await user.selectOptions(screen.getByRole("combobox", { name: "Satuan" }), "jam");
    expect(response()).toEqual({ interaction: "text-entry", text: "1.250,125", unit: "jam" });
    expect(screen.getByRole("status")).toHaveTextContent("Terbaca: 1.250,125 jam");
    await user.type(field, " kira-kira");
    expect(screen.getByRole("status")).toHaveTextContent("Tulis bilangan saja");
    await user.click(screen.getByRole("button", { name: "Hapus jawaban" }));
    expect(response()).toEqual({ interaction: "text-entry", text: "", unit: null });
    expect(field).toHaveValue("");
  });

  it("a slider is no answer until it is touched, and keeps to its steps and bounds", async () => {
    const { done, response, user } = await show({ ...base, interaction: "slider", lowerBound: 0, upperBound: 20, step: 10, unit: "%" });
    expect(screen.getByRole("slider")).toHaveAttribute("aria-valuetext", "Belum dipilih");
    expect(done).toEqual([]);
    const more = screen.getByRole("button", { name: "Tambah" });
    await user.click(more);
    expect(response()).toEqual({ interaction: "slider", value: 10 });
    await user.click(more);
    await user.click(more);
    expect(response()).toEqual({ interaction: "slider", value: 20 });
    expect(screen.getByRole("slider")).toHaveAttribute("aria-valuetext", "20 %");
  });
});

it.each([
  [["a", "b", "c"], "b", -1, ["b", "a", "c"]],
  [["a", "b", "c"], "a", -1, ["a", "b", "c"]],
  [["a", "b", "c"], "c", 1, ["a", "b", "c"]],
  [["a", "b", "c"], "z", 1, ["a", "b", "c"]],
] as const)("%o: %s moved by %d", (order, id, by, after) => expect(moved(order, id, by)).toEqual(after));

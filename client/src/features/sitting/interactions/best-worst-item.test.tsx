import { applied, noWork } from "@kompeten/shared/attempt";
import type { TestItem } from "@kompeten/shared/paper";
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { describe, expect, it } from "vitest";
import { startI18n } from "../../../app/i18n/index.ts";
import { renderUi } from "../../../test/render.tsx";
import { words } from "../../../words/words.ts";
import type { Command } from "../queue/queued-operation.ts";
import type { AttemptSession } from "../session/attempt-session.ts";
import { firstState } from "../session/session-state.ts";
import { AttemptContext } from "../session/use-attempt-session.ts";
import { BestWorstItem } from "./best-worst-item.tsx";
import { chooseBestWorst } from "./best-worst.rules.ts";
import { ChoiceItem } from "../test/choice-item.tsx";

const options = ["Menegur", "Menunda", "Menemui", "Melapor"].map((text, index) => ({ id: "abcd"[index] ?? "", text }));
const item: Extract<TestItem, { interaction: "best-worst" }> = { id: "s01", interaction: "best-worst", prompt: "Mana?", options, shuffleOptions: true };
const choice: Extract<TestItem, { interaction: "choice" }> = { id: "v01", interaction: "choice", prompt: "Mana?", options, shuffleOptions: true };

/** As the session does it: what is done is shown at once. */
function Desk({ done, children }: { done: Command[]; children: ReactNode }) {
  const [work, setWork] = useState(noWork);
  const session = {
    do: (command: Command) => {
      done.push(command);
      setWork((before) => applied(before, command, 0));
    },
  } as unknown as AttemptSession;
  return <AttemptContext value={{ session, state: { ...firstState, work } }}>{children}</AttemptContext>;
}

async function show(which: "best-worst" | "choice", shortcuts = true) {
  await startI18n("id");
  await words.load("sitting");
  const done: Command[] = [];
  await renderUi(<Desk done={done}>{which === "choice" ? <ChoiceItem item={choice} shortcuts={shortcuts} /> : <BestWorstItem item={item} shortcuts={shortcuts} />}</Desk>);
  return { done, user: userEvent.setup() };
}
const radio = (name: string) => screen.getByRole("radio", { name });
const last = (done: Command[]) => done.at(-1);
const response = (best: string | null, worst: string | null) => ({ kind: "respond", itemId: "s01", response: { interaction: "best-worst", best, worst } });

describe("a best–worst item", () => {
  it("takes one most and one least effective option", async () => {
    const { done, user } = await show("best-worst");
    await user.click(radio("Paling efektif: Menemui"));
    expect(last(done)).toEqual(response("c", null));
    expect(screen.getByText("Pilih juga yang paling tidak efektif.")).toBeInTheDocument();
    await user.click(radio("Paling tidak efektif: Menunda"));
    expect(last(done)).toEqual(response("c", "b"));
    expect(radio("Paling efektif: Menemui")).toBeChecked();
    expect(radio("Paling tidak efektif: Menunda")).toBeChecked();
  });

  it("never lets the same option be both, and says what was taken away", async () => {
    const { done, user } = await show("best-worst");
    await user.click(radio("Paling efektif: Menemui"));
    await user.click(radio("Paling tidak efektif: Menemui"));
    expect(last(done)).toEqual(response(null, "c"));
    expect(radio("Paling efektif: Menemui")).not.toBeChecked();
    expect(screen.getByText(/Pilih lagi yang paling efektif/)).toBeInTheDocument();
  });

  it("works by keys: digits for the most, letters for the least effective; unless they are switched off", async () => {
    const { done, user } = await show("best-worst");
    await user.keyboard("1d");
    expect(last(done)).toEqual(response("a", "d"));
    await user.keyboard("{Control>}2{/Control}9");
    expect(last(done)).toEqual(response("a", "d"));
  });

  it("can be emptied", async () => {
    const { done, user } = await show("best-worst", false);
    await user.keyboard("1d");
    expect(done).toEqual([]);
    await user.click(radio("Paling efektif: Menemui"));
    await user.click(screen.getByRole("button", { name: "Hapus jawaban" }));
    expect(last(done)).toEqual(response(null, null));
  });

  it.each([
    [{ best: null, worst: null }, "best", "a", { best: "a", worst: null }],
    [{ best: "a", worst: "b" }, "best", "b", { best: "b", worst: null }],
    [{ best: "a", worst: "b" }, "worst", "a", { best: null, worst: "a" }],
    [{ best: "a", worst: "b" }, "worst", "c", { best: "a", worst: "c" }],
  ] as const)("from %o, %s %s", (before, role, option, after) => expect(chooseBestWorst(before, role, option)).toEqual(after));
});

describe("a choice item", () => {
  it("is answered by pointer, digit or letter, and says nothing twice", async () => {
    const { done, user } = await show("choice");
    await user.click(radio("Menunda"));
    await user.keyboard("2");
    expect(done).toHaveLength(1);
    await user.keyboard("d");
    expect(radio("Melapor")).toBeChecked();
    expect(last(done)).toEqual({ kind: "respond", itemId: "v01", response: { interaction: "choice", optionId: "d" } });
  });

  it("has options crossed out without being answered, also after a reload, and none that is chosen", async () => {
    localStorage.clear();
    const { done, user } = await show("choice");
    expect(screen.queryByRole("button", { name: "Coret pilihan B" })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Coret pilihan" }));
    for (const letter of ["B", "D"]) await user.click(screen.getByRole("button", { name: `Coret pilihan ${letter}` }));
    expect(done).toEqual([]);
    cleanup();
    const again = await show("choice");
    const strike = (letter: string) => screen.getByRole("button", { name: `Coret pilihan ${letter}` });
    expect(["A", "B", "C", "D"].map((letter) => strike(letter).getAttribute("aria-pressed"))).toEqual(["false", "true", "false", "true"]);
    await again.user.keyboard("2");
    expect(again.done).toHaveLength(1);
    expect([strike("B").getAttribute("aria-pressed"), strike("D").getAttribute("aria-pressed")]).toEqual(["false", "true"]);
    localStorage.clear();
  });
});

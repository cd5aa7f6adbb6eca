import type { TestPaper } from "@kompeten/shared/paper";
import { screen } from "@testing-library/react";
import { words } from "../../words/words.ts";
import { expect, it } from "vitest";
import { renderUi } from "../../test/render.tsx";
import { startI18n } from "../../test/words.ts";
import { PaperView, type Key } from "./paper-view.tsx";

const options = ["a", "b"].map((id) => ({ id, text: `Pilihan ${id}` }));
const paper: TestPaper = {
  kind: "test",
  sections: [
    {
      id: "satu",
      title: "Bagian satu",
      instructions: [{ type: "text", text: "Pilih satu." }],
      shuffleItems: true,
      items: [
        { interaction: "choice", id: "c1", prompt: "Soal pertama?", options, shuffleOptions: true },
        { interaction: "best-worst", id: "s1", prompt: "Situasi?", options, shuffleOptions: true },
      ],
    },
  ],
};
const key: Key = {
  kind: "test",
  items: {
    c1: { interaction: "choice", correct: "b", difficulty: -0.5, facet: "logical", rationale: "Karena b." },
    s1: { interaction: "best-worst", competency: "M.01", effectiveness: { a: 1, b: 0 }, rationale: "Karena a." },
  },
  levelBands: [0.4, 0.5, 0.6, 0.7],
};

async function show(answer: Key | undefined) {
  await startI18n("id");
  await words.load("authoring");
  await renderUi(<PaperView paper={paper} answer={answer} names={{ "M.01": "Integritas" }} />);
}

it("shows the paper alone until the key is asked for", async () => {
  await show(undefined);
  expect(screen.getByText("Soal pertama?")).toBeVisible();
  expect(screen.getByRole("navigation", { name: "Isi naskah" })).toHaveTextContent("Bagian satu12");
  expect(screen.queryByRole("note")).toBeNull();
  expect(screen.queryByText("jawaban benar")).toBeNull();
});

it("puts the key beside the item it belongs to", async () => {
  await show(key);
  expect(screen.getByRole("note", { name: "Kunci: 1" })).toHaveTextContent("Jawaban benar: b");
  expect(screen.getByText("jawaban benar").closest("li")).toHaveTextContent("Pilihan b");
  expect(screen.getByRole("note", { name: "Kunci: 2" })).toHaveTextContent("Kompetensi Integritas");
  expect(screen.getByRole("note", { name: "Kunci: Bagian satu" })).toHaveTextContent("level 2 mulai 40 %");
});

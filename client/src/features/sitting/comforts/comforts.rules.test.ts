import type { TestItem } from "@kompeten/shared/paper";
import { expect, it } from "vitest";
import { calculated } from "./calculator.rules.ts";
import { spokenText } from "./spoken-text.rules.ts";

it.each([
  ["1 + 2 × 3", 7],
  ["(1 + 2) × 3", 9],
  ["1.250 × 0,8", 1000],
  ["10 / 4", 2.5],
  ["8 : 2 : 2", 2],
  ["10 - 3 - 2", 5],
  ["-3 + 5", 2],
  ["2 × −3", -6],
  ["15% × 200", 30],
  ["((2))", 2],
  ["1 ÷ 0", null],
  ["1 +", null],
  ["(1 + 2", null],
  ["1 2", null],
  ["1..2", null],
  ["2 apel", null],
  ["", null],
])("%j is %j", (text, value) => expect(calculated(text)).toBe(value));

it("reads an item as it is seen: what is given, what is asked, what can be chosen", () => {
  const item: TestItem = {
    id: "v01",
    interaction: "choice",
    stimulus: [
      { type: "heading", text: "Laporan" },
      { type: "table", caption: "Permohonan", columns: [{ label: "Desa", align: "left" }, { label: "Jumlah", align: "right" }], rows: [["Arjasa", "40"]] },
      { type: "image", data: "data:image/png;base64,AAAA", width: 100, height: 100, alt: "Denah kantor" },
    ],
    prompt: "Mana yang benar?",
    options: [{ id: "a", text: "Satu" }, { id: "b", text: "Dua" }],
    shuffleOptions: true,
  };
  expect(spokenText(item)).toEqual(["Laporan", "Permohonan", "Desa: Arjasa, Jumlah: 40", "Denah kantor", "Mana yang benar?", "A. Satu", "B. Dua"]);
});

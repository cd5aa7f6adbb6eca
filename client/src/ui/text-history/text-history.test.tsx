import { editBetween } from "@kompeten/shared/attempt";
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderUi } from "../../test/render.tsx";
import { TextHistory } from "./text-history.tsx";

const texts = ["# Keadaan\n\n| Opsi | Biaya |\n| --- | --- |\n| A | 260 |\n| B | 40 |", "# Keadaan kini\n\n| Opsi | Biaya |\n| --- | --- |\n| A | 260 |\n| B | 40 |", "# Keadaan kini\n\n| Opsi | Biaya |\n| --- | --- |\n| A | 260 |\n\n**Tunda** dahulu."];
const revisions = texts.map((text, index) => ({ seq: index + 1, atMs: index, edit: editBetween(texts[index - 1] ?? "", text) }));

it("shows each state as the answer itself is shown, with what is new and what went away", async () => {
  const restore = vi.fn();
  await renderUi(<TextHistory revisions={revisions} timeOf={String} onRestore={restore} />);
  const text = await screen.findByRole("region", { name: "Tulisan pada simpanan ini" });
  expect(within(text).getByRole("heading", { name: "Keadaan kini" })).toBeVisible();
  expect(within(text).getByRole("columnheader", { name: "Biaya" })).toBeVisible();
  expect(text).not.toHaveTextContent(/[#|]/);
  expect([...text.querySelectorAll("del")].map((one) => one.textContent)).toEqual(["dihapus: B · 40"]);
  expect([...text.querySelectorAll("ins")].map((one) => one.textContent)).toEqual(["ditambahkan: Tunda dahulu."]);
  expect(within(text).getByText("Tunda").tagName).toBe("STRONG");

  fireEvent.click(screen.getByRole("button", { name: "Simpanan sebelumnya" }));
  expect(within(text).getByRole("heading").querySelector("ins")).toHaveTextContent("kini");
  expect(within(text).getAllByRole("row")).toHaveLength(3);
  fireEvent.click(screen.getByRole("button", { name: "Kembalikan ke simpanan ini" }));
  expect(restore).toHaveBeenCalledWith(texts[1]);
});

it("lists every save with its time, those of half a minute under one line that opens to them, and shows the one that is picked", async () => {
  const grown = Array.from({ length: 5 }, (_, index) => "kata ".repeat(index + 1).trim());
  const atMs = [0, 3500, 7000, 60_000, 120_000];
  await renderUi(<TextHistory revisions={grown.map((text, index) => ({ seq: index + 1, atMs: atMs[index] ?? 0, edit: editBetween(grown[index - 1] ?? "", text) }))} timeOf={(ms) => `${ms / 1000} d`} />);
  expect(screen.queryByRole("list", { name: "Semua simpanan" })).toBeNull();
  fireEvent.click(screen.getByText("Semua simpanan"));
  const list = await screen.findByRole("list", { name: "Semua simpanan" });
  expect(within(list).getAllByRole("button").map((one) => one.textContent)).toEqual(["Simpanan 4 · 60 d · 4 kata (+1)", "Simpanan 5 · 120 d · 5 kata (+1)"]);

  fireEvent.click(within(list).getByText("0 d–7 d · 3 simpanan · 3 kata (+3)"));
  fireEvent.click(await within(list).findByRole("button", { name: "Simpanan 2 · 3.5 d · 2 kata (+1)" }));
  const text = screen.getByRole("region", { name: "Tulisan pada simpanan ini" });
  expect(text).toHaveFocus();
  expect(text.querySelector("p")).toHaveTextContent("kataditambahkan: kata");
  expect(screen.getByText("Simpanan 2 dari 5")).toBeVisible();
  expect(within(list).getByRole("button", { name: /Simpanan 2 / })).toHaveAttribute("aria-current", "true");
});

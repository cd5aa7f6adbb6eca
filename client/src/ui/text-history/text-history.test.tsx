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

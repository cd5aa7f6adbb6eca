import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderUi } from "../test/render.tsx";
import { RichTextView } from "./rich-text-view.tsx";

it("shows an answer in its form", async () => {
  await renderUi(<RichTextView text={"## Keadaan\n\nTunda **pengumuman**.\n\n- satu\n- dua\n\n| Opsi | Biaya |\n| --- | --- |\n| A | 260 |"} />);
  expect(screen.getByRole("heading", { name: "Keadaan" })).toBeVisible();
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["satu", "dua"]);
  expect(screen.getByRole("columnheader", { name: "Biaya" })).toBeVisible();
  expect(screen.getByText("pengumuman").tagName).toBe("STRONG");
});

it("never reads an answer as markup, nor a link as one", async () => {
  const { container } = await renderUi(<RichTextView text={"<img src=x onerror=alert(1)> [tekan](javascript:alert(1))\n\n| <script>alert(1)</script> |\n| --- |\n| <a href='javascript:x'>x</a> |"} />);
  expect(container.querySelectorAll("img, script, a, iframe")).toHaveLength(0);
  expect(container).toHaveTextContent("<img src=x onerror=alert(1)> [tekan](javascript:alert(1))");
});

it("shows what was typed into a plain field as it is", async () => {
  await renderUi(<RichTextView text={"Baris satu\nbaris dua\n\n2 * 3 * 4 = 24"} />);
  expect(screen.getByText(/Baris satu\s+baris dua/)).toBeVisible();
  expect(screen.getByText("2 * 3 * 4 = 24")).toBeVisible();
});

import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderUi } from "../test/render.tsx";
import { BlockView } from "./block-view.tsx";

// The drawing needs a real layout; journeys look at it. Here its absence must leave everything else standing.
vi.mock("./block-chart.tsx", () => ({
  default: () => {
    throw new Error("the chart's code did not arrive");
  },
}));

it("starts a paragraph at a blank line and keeps single breaks", async () => {
  const { container } = await renderUi(<BlockView blocks={[{ type: "text", text: "Yth. Bapak\nKepala Dinas\n\nIsi surat" }]} />);
  expect([...container.querySelectorAll("p")].map((p) => p.textContent)).toEqual(["Yth. Bapak\nKepala Dinas", "Isi surat"]);
});

it("never reads text as markup", async () => {
  await renderUi(<BlockView blocks={[{ type: "text", text: "<img src=x onerror=alert(1)>" }]} />);
  expect(screen.queryByRole("img")).toBeNull();
});

it("gives a table its caption, its columns and a way to scroll by keyboard", async () => {
  await renderUi(
    <BlockView
      blocks={[{ type: "table", caption: "Anggaran", columns: [{ label: "Pos", align: "left" }, { label: "Rp", align: "right" }], rows: [["ATK", "10"]] }]}
    />,
  );
  expect(screen.getByRole("region", { name: "Anggaran" })).toHaveAttribute("tabindex", "0");
  expect(screen.getByRole("table", { name: "Anggaran" })).toHaveTextContent("ATK10");
});

it("keeps a chart's description and data when its drawing fails", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await renderUi(
    <BlockView
      blocks={[
        { type: "chart", kind: "bar", title: "Aduan", unit: "berkas", categories: ["Jan"], series: [{ name: "2026", values: [1250] }], description: "Aduan per bulan." },
      ]}
    />,
  );
  const figure = screen.getByRole("figure", { name: "Aduan (berkas)" });
  expect(figure).toHaveTextContent("Aduan per bulan.");
  expect(within(figure).getByText("1.250")).toBeInTheDocument();
});

it.each([["berkas", "Aduan (berkas)"], ["indeks (0–100)", "Aduan (indeks, 0–100)"], ["", "Aduan"]])("puts a chart's unit (%s) in one pair of brackets at most", async (unit, title) => {
  await renderUi(<BlockView blocks={[{ type: "chart", kind: "bar", title: "Aduan", unit, categories: ["Jan"], series: [{ name: "2026", values: [1] }], description: "Aduan per bulan." }]} />);
  expect(screen.getByRole("figure", { name: title })).toBeVisible();
});

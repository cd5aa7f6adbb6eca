import { afterEach, expect, it } from "vitest";
import { partsOf, rangeOf, selectedPlace } from "./text-place.ts";

function shown(html: string): HTMLElement {
  document.body.innerHTML = `<div id="root">${html}</div>`;
  return document.getElementById("root") as HTMLElement;
}
afterEach(() => (document.body.innerHTML = ""));

it("a selection across elements comes back as the same words", () => {
  const root = shown("<p>Berkas yang <b>tertunggak</b> tinggal 260.</p><p>Selesai.</p>");
  const range = document.createRange();
  range.setStart(root.querySelector("p")?.firstChild as Text, 7);
  range.setEnd(root.querySelector("b")?.firstChild as Text, 4);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  const place = selectedPlace(root);
  expect(place).toEqual({ from: 7, quote: "yang tert" });
  expect(place && rangeOf(root, place)?.toString()).toBe("yang tert");
});

it("a place is found again where the text around it has moved, and of two the nearer", () => {
  expect(rangeOf(shown("<table><tr><td>98</td><td>Kelautan</td></tr></table>"), { from: 0, quote: "Kelautan" })?.toString()).toBe("Kelautan");
  const root = shown("<p>satu dua satu dua satu</p>");
  expect(rangeOf(root, { from: 10, quote: "satu" })?.startOffset).toBe(9);
  expect(rangeOf(root, { from: 3, quote: "tiga" })).toBeNull();
});

it("a drawing that comes later moves nothing", () => {
  const root = shown('<div aria-hidden="true">0 100 200</div><p>Jumlah berkas</p>');
  expect(rangeOf(root, { from: 0, quote: "Jumlah" })?.toString()).toBe("Jumlah");
});

it("the parts of a text are named with their places, so that one can be taken without selecting it", () => {
  const root = shown("<h3>Data</h3><p>Dari <b>Maret</b></p><ul><li>Satu</li></ul><table><tr><td>98</td><td>Kelautan</td></tr></table>");
  const parts = partsOf(root);
  expect(parts).toEqual([{ from: 0, quote: "Data" }, { from: 4, quote: "Dari Maret" }, { from: 14, quote: "Satu" }, { from: 18, quote: "98Kelautan" }]);
  expect(parts.map((part) => rangeOf(root, part)?.toString())).toEqual(parts.map(({ quote }) => quote));
});

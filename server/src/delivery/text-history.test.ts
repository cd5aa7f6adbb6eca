import fc from "fast-check";
import { applyEdit, editBetween } from "@kompeten/shared/attempt";
import { describe, expect, it } from "vitest";
import { revisionsOf } from "./text-history.rules.ts";

const wrote = (seq: number, second: number, text: string) => ({ seq, kind: "responded", atMs: second * 1000, body: { itemId: "q1", response: { interaction: "extended-text", text } } });
const edited = (seq: number, second: number, before: string, after: string) => ({ seq, kind: "edited", atMs: second * 1000, body: { itemId: "q1", edit: editBetween(before, after) } });
const texts = (revisions: ReturnType<typeof revisionsOf>) => revisions.reduce<string[]>((before, { edit }) => [...before, applyEdit(before.at(-1) ?? "", edit) ?? "?"], []);

describe("how an answer came to be", () => {
  it("is told from whole texts and differences, with when each state was saved", () => {
    const revisions = revisionsOf([wrote(4, 10, "Satu"), edited(5, 100, "Satu", "Satu dua"), edited(9, 200, "Satu dua", "Dua")], "q1");
    expect(texts(revisions)).toEqual(["Satu", "Satu dua", "Dua"]);
    expect(revisions.map(({ seq, atMs }) => [seq, atMs])).toEqual([[4, 10_000], [5, 100_000], [9, 200_000]]);
  });

  it("takes the saves of half a minute for one state", () => {
    const revisions = revisionsOf(Array.from({ length: 40 }, (_, index) => wrote(index + 1, index * 5, "kata ".repeat(index + 1))), "q1");
    expect(revisions).toHaveLength(7);
    expect(texts(revisions).at(-1)).toBe("kata ".repeat(40));
  });

  it("keeps what stood before much of it was taken away, however soon", () => {
    const long = "Sebuah alinea yang panjang sekali tentang rekomendasi teknis.";
    expect(texts(revisionsOf([wrote(1, 10, long), wrote(2, 12, ""), wrote(3, 14, "Baru")], "q1"))).toEqual([long, "Baru"]);
  });

  it("keeps what was brought in at once apart from what was typed", () => {
    const pasted = "Kalimat dari tempat lain. ".repeat(10);
    expect(texts(revisionsOf([wrote(1, 10, "Awal. "), wrote(2, 12, `Awal. ${pasted}`), wrote(3, 14, `Awal. ${pasted}Akhir.`)], "q1"))).toEqual(["Awal. ", `Awal. ${pasted}Akhir.`]);
  });

  it("counts late work when it was made, and nothing of other questions", () => {
    const late = { seq: 7, kind: "merged", atMs: 900_000, body: { madeAtMs: 500_000, deed: { kind: "responded", body: { itemId: "q1", response: { interaction: "extended-text", text: "Akhir" } } } } };
    const other = { seq: 6, kind: "responded", atMs: 20_000, body: { itemId: "q2", response: { interaction: "extended-text", text: "lain" } } };
    expect(revisionsOf([wrote(5, 10, "Awal"), other, late], "q1").map(({ seq, atMs }) => [seq, atMs])).toEqual([[5, 10_000], [7, 500_000]]);
  });

  it("always ends with the text as it stands", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.string({ maxLength: 90 })), { minLength: 1 }), (saves) => {
        let second = 0;
        const entries = saves.map(([pause, text], index) => wrote(index + 1, (second += pause), text));
        expect(texts(revisionsOf(entries, "q1")).at(-1) ?? "").toBe(saves.at(-1)?.[1]);
      }),
    );
  });
});

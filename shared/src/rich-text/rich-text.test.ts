import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRichText, parseRichText, plainText, type RichBlock, type Span, wordCount } from "./rich-text.ts";

const plain = (text: string): Span => ({ text, bold: false, italic: false });

describe("a written answer", () => {
  it("is headings, paragraphs, lists and tables, told apart by marks that read well as they are", () => {
    const text = "# Rekomendasi\n\nTunda **pengumuman** dan *jelaskan* sebabnya.\n\n- satu\n- dua\n\n1. pertama\n2. kedua\n\n| Opsi | Biaya |\n| --- | --- |\n| A | 260 |";
    expect(parseRichText(text)).toEqual([
      { type: "heading", level: 1, line: [plain("Rekomendasi")] },
      { type: "paragraph", line: [plain("Tunda "), { text: "pengumuman", bold: true, italic: false }, plain(" dan "), { text: "jelaskan", bold: false, italic: true }, plain(" sebabnya.")] },
      { type: "list", ordered: false, items: [[plain("satu")], [plain("dua")]] },
      { type: "list", ordered: true, items: [[plain("pertama")], [plain("kedua")]] },
      { type: "table", rows: [[[plain("Opsi")], [plain("Biaya")]], [[plain("A")], [plain("260")]]] },
    ] satisfies RichBlock[]);
    expect(formatRichText(parseRichText(text))).toBe(text);
  });

  it("typed into a plain field loses nothing: what is no mark is text", () => {
    for (const text of ["2 * 3 * 4 = 24", "tanpa tanda", "baris satu\nbaris dua", "a|b", "50 % dari *", "#tagar", "-5 derajat", "C:\\berkas"]) expect(plainText(text)).toBe(text);
  });

  it("counts words, not marks", () => {
    expect(wordCount("## Dua kata\n\n- satu\n- **dua** tiga\n\n| a | b |\n| --- | --- |\n| c | d |")).toBe(9);
    expect(wordCount(" \n ")).toBe(0);
    expect(wordCount("satu  dua\ttiga")).toBe(3);
  });

  it("comes back from the editor's blocks as it was, whatever is written in them", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "*", "\\", "#", "-", "1", ".", "|", "é", " "), minLength: 1, maxLength: 8 }).map((text) => `x${text.trim()}`);
    const line = word.map((text): Span[] => [plain(text)]);
    const lead = fc.string({ unit: fc.constantFrom("#", "-", "1", ".", " ", "|", "*", "a"), minLength: 1, maxLength: 6 }).map((text) => text.trim()).filter((text) => text !== "");
    const block = fc.oneof(
      fc.record({ type: fc.constant("heading" as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const), line }),
      fc.record({ type: fc.constant("paragraph" as const), line: lead.map((text): Span[] => [plain(text)]) }),
      fc.record({ type: fc.constant("list" as const), ordered: fc.boolean(), items: fc.array(line, { minLength: 1, maxLength: 3 }) }),
      fc.record({ type: fc.constant("table" as const), rows: fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 3 }) }),
    );
    fc.assert(fc.property(block, (one) => {
      expect(parseRichText(formatRichText([one]))).toEqual([one]);
    }));
  });
});

import { formatRichText, parseRichText, type RichBlock, type Span } from "@kompeten/shared/rich-text";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanPaste } from "./clean-paste.ts";
import { blocksOf, documentOf } from "./rich-document.ts";

describe("an answer in the editor", () => {
  it("comes back as it went in, whatever its form", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "*", "|", "#", "é", "1"), minLength: 1, maxLength: 6 }).map((text) => `x${text}`);
    const line = fc.tuple(word, fc.constantFrom([false, false], [true, false], [false, true])).map(([text, [bold = false, italic = false]]): Span[] => [{ text, bold, italic }]);
    const block: fc.Arbitrary<RichBlock> = fc.oneof(
      fc.record({ type: fc.constant("heading" as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const), line }),
      fc.record({ type: fc.constant("paragraph" as const), line }),
      fc.record({ type: fc.constant("list" as const), ordered: fc.boolean(), items: fc.array(line, { minLength: 1, maxLength: 3 }) }),
      fc.record({ type: fc.constant("table" as const), rows: fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 3 }) }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        expect(blocksOf(documentOf(blocks))).toEqual(blocks);
      }),
    );
  });

  it("changes nothing of the words that were typed into a plain field", () => {
    for (const text of ["Alinea satu\nbaris dua\n\nAlinea dua", "2 * 3 * 4", "- satu\n- dua"]) expect(formatRichText(blocksOf(documentOf(parseRichText(text))))).toBe(text.replace("2 * 3 * 4", "2 \\* 3 \\* 4"));
  });
});

describe("what is pasted from a word processor", () => {
  it("comes without its styles and comments, and its lists as lists", () => {
    const html = '<!--[if mso]>x<![endif]--><style>p{}</style><p class="MsoListParagraph" style="mso-list:l0"><span style="mso-list:Ignore">1.</span>Satu</p><p class="MsoListParagraph" style="mso-list:l0"><span style="mso-list:Ignore">2.</span>Dua</p><p>Akhir<o:p></o:p></p>';
    expect(cleanPaste(html)).toBe('<ol data-list=""><li>Satu</li><li>Dua</li></ol><p>Akhir</p>');
  });
});

import type { JSONContent } from "@tiptap/core";
import type { Line, RichBlock, Span } from "@kompeten/shared/rich-text";

/** The answer's blocks as the editor holds them. */
export function documentOf(blocks: readonly RichBlock[]): JSONContent {
  return { type: "doc", content: blocks.length === 0 ? [{ type: "paragraph" }] : blocks.map(nodeOf) };
}

function nodeOf(block: RichBlock): JSONContent {
  switch (block.type) {
    case "heading":
      return { type: "heading", attrs: { level: block.level }, content: inline(block.line) };
    case "paragraph":
      return { type: "paragraph", content: inline(block.line) };
    case "list":
      return { type: block.ordered ? "orderedList" : "bulletList", content: block.items.map((item) => ({ type: "listItem", content: [{ type: "paragraph", content: inline(item) }] })) };
    case "table": {
      const width = Math.max(...block.rows.map((cells) => cells.length));
      return {
        type: "table",
        content: block.rows.map((cells, index) => ({
          type: "tableRow",
          content: Array.from({ length: width }, (_, column) => ({ type: index === 0 ? "tableHeader" : "tableCell", content: [{ type: "paragraph", content: inline(cells[column] ?? []) }] })),
        })),
      };
    }
  }
}

function inline(line: Line): JSONContent[] {
  return line.flatMap(({ text, bold, italic }) => {
    const marks = [...(bold ? [{ type: "bold" }] : []), ...(italic ? [{ type: "italic" }] : [])];
    return text.split("\n").flatMap((part, index): JSONContent[] => [...(index > 0 ? [{ type: "hardBreak" }] : []), ...(part === "" ? [] : [{ type: "text", text: part, marks }])]);
  });
}

/** And back; what is empty is left out, and a list inside a list becomes one with it. */
export function blocksOf(document: JSONContent): RichBlock[] {
  return (document.content ?? []).flatMap((node): RichBlock[] => {
    switch (node.type) {
      case "heading": {
        const line = lineOf(node);
        return isEmpty(line) ? [] : [{ type: "heading", level: (node.attrs?.["level"] ?? 1) as 1 | 2 | 3, line }];
      }
      case "paragraph": {
        const line = lineOf(node);
        return isEmpty(line) ? [] : [{ type: "paragraph", line }];
      }
      case "bulletList":
      case "orderedList": {
        const items = paragraphsIn(node).map(lineOf).filter((line) => !isEmpty(line));
        return items.length === 0 ? [] : [{ type: "list", ordered: node.type === "orderedList", items }];
      }
      case "table":
        return [{ type: "table", rows: (node.content ?? []).map((row) => (row.content ?? []).map((cell) => paragraphsIn(cell).flatMap(lineOf))) }];
      default:
        return [];
    }
  });
}

function paragraphsIn(node: JSONContent): JSONContent[] {
  return (node.content ?? []).flatMap((child) => (child.type === "paragraph" ? [child] : paragraphsIn(child)));
}

const isEmpty = (line: Line): boolean => line.every(({ text }) => text.trim() === "");

function lineOf(node: JSONContent): Line {
  const spans: Span[] = [];
  for (const child of node.content ?? []) {
    const has = (mark: string) => child.marks?.some(({ type }) => type === mark) ?? false;
    const next: Span = { text: child.type === "hardBreak" ? "\n" : (child.text ?? ""), bold: has("bold"), italic: has("italic") };
    const last = spans.at(-1);
    if (last && last.bold === next.bold && last.italic === next.italic) spans[spans.length - 1] = { ...last, text: last.text + next.text };
    else spans.push(next);
  }
  return spans;
}

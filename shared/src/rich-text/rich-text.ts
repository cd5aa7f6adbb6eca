/**
 * Written answers with headings, lists, tables, bold and italics, as plain text that anybody can read: a small, fixed part of
 * Markdown. The text stays what an `extended-text` response holds, so that it is saved by differences, typed into a plain field
 * where the editor cannot load, and shown without any markup being trusted. What is no mark is just text.
 */
export type Span = { readonly text: string; readonly bold: boolean; readonly italic: boolean };
export type Line = readonly Span[];
export type RichBlock =
  | { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly line: Line }
  | { readonly type: "paragraph"; readonly line: Line }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly Line[] }
  /** The first row is its head. */
  | { readonly type: "table"; readonly rows: readonly (readonly Line[])[] };

const heading = /^(#{1,3}) (.*)$/;
const bullet = /^[-*] (.*)$/;
const numbered = /^\d{1,3}[.)] (.*)$/;
const row = /^\|(.*)\|$/;
const rule = /^\|(\s*:?-+:?\s*\|)+$/;

export function parseRichText(text: string): RichBlock[] {
  const blocks: RichBlock[] = [];
  let list: { ordered: boolean; items: Line[] } | null = null;
  let table: Line[][] | null = null;
  let paragraph: string[] = [];
  const end = () => {
    if (list) blocks.push({ type: "list", ...list });
    if (table) blocks.push({ type: "table", rows: table });
    if (paragraph.length > 0) blocks.push({ type: "paragraph", line: spans(paragraph.join("\n")) });
    [list, table, paragraph] = [null, null, []];
  };
  for (const raw of text.split("\n")) {
    const source = raw.trimEnd();
    const head = heading.exec(source);
    const item = bullet.exec(source) ?? numbered.exec(source);
    const cells = row.exec(source);
    if (source.trim() === "") end();
    else if (head) {
      end();
      blocks.push({ type: "heading", level: (head[1] ?? "#").length as 1 | 2 | 3, line: spans(head[2] ?? "") });
    } else if (item) {
      const ordered = numbered.test(source);
      if (!list || list.ordered !== ordered) {
        end();
        list = { ordered, items: [] };
      }
      list.items.push(spans(item[1] ?? ""));
    } else if (cells) {
      if (!table) {
        end();
        table = [];
      }
      if (!rule.test(source)) table.push(splitCells(cells[1] ?? "").map((cell) => spans(cell.trim())));
    } else {
      if (list || table) end();
      paragraph.push(source);
    }
  }
  end();
  return blocks;
}

export function formatRichText(blocks: readonly RichBlock[]): string {
  return blocks.map(formatBlock).join("\n\n");
}

function formatBlock(block: RichBlock): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level)} ${oneLine(block.line)}`;
    case "paragraph":
      return formatLine(block.line).split("\n").map(unlikeMark).join("\n");
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${oneLine(item)}`).join("\n");
    case "table": {
      const [head, ...rest] = block.rows.map((cells) => `| ${cells.map((cell) => oneLine(cell).replaceAll("|", "\\|")).join(" | ")} |`);
      const width = block.rows[0]?.length ?? 0;
      return [head, `|${" --- |".repeat(width)}`, ...rest].join("\n");
    }
  }
}

const oneLine = (line: Line): string => formatLine(line).replace(/\s*\n\s*/g, " ");
/** A paragraph that happens to begin like a mark is told apart by a backslash. */
const unlikeMark = (source: string): string => (/^(#{1,3} |[-*] |\d{1,3}[.)] |\|)/.test(source) ? `\\${source}` : source);

function formatLine(line: Line): string {
  return line
    .map(({ text, bold, italic }) => {
      const escaped = text.replace(/[\\*]/g, "\\$&");
      const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(escaped) ?? [];
      const mark = bold && italic ? "***" : bold ? "**" : italic ? "*" : "";
      return inner === "" ? escaped : `${before}${mark}${inner}${mark}${after}`;
    })
    .join("");
}

/** Bold between two stars, italics between one; a star without its other half is a star. */
function spans(source: string): Line {
  const found: Span[] = [];
  const pattern = /\\([\s\S])|(\*{1,3})(?=\S)((?:\\[\s\S]|[^\\*])*?\S)\2(?!\*)/g;
  let plain = "";
  let from = 0;
  const push = (text: string, bold: boolean, italic: boolean) => {
    if (text !== "") found.push({ text, bold, italic });
  };
  for (const match of source.matchAll(pattern)) {
    plain += source.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] !== undefined) plain += /[\\*#|\-\d]/.test(match[1]) ? match[1] : match[0];
    else {
      push(plain, false, false);
      plain = "";
      const stars = match[2]?.length ?? 0;
      push((match[3] ?? "").replace(/\\([\\*])/g, "$1"), stars >= 2, stars !== 2);
    }
  }
  push(plain + source.slice(from), false, false);
  return found;
}

function splitCells(source: string): string[] {
  return source.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|"));
}

/** What is read, without the marks. */
export function plainText(text: string): string {
  const words = (line: Line) => line.map((span) => span.text).join("");
  return parseRichText(text)
    .flatMap((block): string[] => (block.type === "list" ? block.items.map(words) : block.type === "table" ? block.rows.map((cells) => cells.map(words).join(" ")) : [words(block.line)]))
    .join("\n");
}

/** Words as a reader counts them: marks are none. */
export function wordCount(text: string): number {
  const plain = plainText(text).trim();
  return plain === "" ? 0 : plain.split(/\s+/u).length;
}

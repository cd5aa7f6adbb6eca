import type { Block } from "@kompeten/shared/paper";

/** All that a reader of the blocks can read, as one text. */
export function blockText(blocks: readonly Block[]): string {
  return blocks.map(textOf).join("\n");
}

function textOf(block: Block): string {
  switch (block.type) {
    case "heading":
    case "text":
      return block.text;
    case "list":
      return block.items.join("\n");
    case "table":
      return [block.caption, block.columns.map(({ label }) => label).join(" "), ...block.rows.map((row) => row.join(" ")), block.note ?? ""].join("\n");
    case "chart":
      return [block.title, block.categories.join(" "), block.series.map(({ name }) => name).join(" "), block.description].join("\n");
    case "image":
      return [block.alt, block.caption ?? ""].join("\n");
  }
}

/** The words searched for; none for a search that is empty. */
export const searchWords = (query: string): string[] => query.toLocaleLowerCase().split(/\s+/).filter(Boolean);

/** Whether every word is somewhere in the text. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const lower = text.toLocaleLowerCase();
  return words.every((word) => lower.includes(word));
}

/** The surroundings of the first word found, with dots where it was cut; empty where none is there. */
export function excerpt(text: string, words: readonly string[], around = 40): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const lower = flat.toLocaleLowerCase();
  const at = Math.min(...words.map((word) => lower.indexOf(word)).filter((index) => index >= 0));
  if (!Number.isFinite(at)) return "";
  const from = Math.max(0, at - around);
  const to = Math.min(flat.length, at + around * 2);
  return `${from > 0 ? "…" : ""}${flat.slice(from, to).trim()}${to < flat.length ? "…" : ""}`;
}

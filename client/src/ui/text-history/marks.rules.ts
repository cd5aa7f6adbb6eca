/** What differs between two written answers as they are read, so that no mark of the notation is ever shown. Pure. */
import { editBetween } from "@kompeten/shared/attempt";
import { type Line, parseRichText } from "@kompeten/shared/rich-text";

/** In a line's own words: from where to where it is new, and what stood there. */
export type LineMark = { from: number; to: number; removed: string };
export type TextMarks = {
  /** By the line's place in the text, counted as `linesOf` does; a line without a mark is as it was. */
  lines: ReadonlyMap<number, LineMark>;
  /** Lines that went away, each row of a table as one, by the place of the line that now stands there. */
  gone: ReadonlyMap<number, readonly string[]>;
};

type TextLine = { form: string; row: string; line: Line; text: string };

export const textOf = (line: Line): string => line.map((span) => span.text).join("");

/** Headings, paragraphs, items and cells, in reading order. */
function linesOf(text: string): TextLine[] {
  const found = (form: string, row: string, line: Line): TextLine => ({ form, row, line, text: textOf(line) });
  return parseRichText(text).flatMap((block, index): TextLine[] => {
    switch (block.type) {
      case "heading":
        return [found(`h${block.level}`, `${index}`, block.line)];
      case "paragraph":
        return [found("p", `${index}`, block.line)];
      case "list":
        return block.items.map((item, at) => found(block.ordered ? "ol" : "ul", `${index} ${at}`, item));
      case "table":
        return block.rows.flatMap((cells, at) => cells.map((cell) => found("td", `${index} ${at}`, cell)));
    }
  });
}

/** One saved change is one place in the text: what stands before and after it is the same, the lines between are compared in order. */
export function marksBetween(earlier: string, text: string): TextMarks {
  const [old, now] = [linesOf(earlier), linesOf(text)];
  const same = (a: TextLine | undefined, b: TextLine | undefined) => a !== undefined && b !== undefined && a.form === b.form && JSON.stringify(a.line) === JSON.stringify(b.line);
  let first = 0;
  while (same(old[first], now[first])) first++;
  let last = 0;
  while (last < Math.min(old.length, now.length) - first && same(old.at(-1 - last), now.at(-1 - last))) last++;

  const removed = old.slice(first, old.length - last);
  const added = now.slice(first, now.length - last);
  // A cell is never what a paragraph was.
  const apart = removed.findIndex((line, index) => (line.form === "td") !== (added[index]?.form === "td") || !added[index]);
  const paired = apart < 0 ? removed.length : apart;
  const lines = new Map(added.map((line, index) => [first + index, markOf(index < paired ? removed[index] : undefined, line)]));
  const rows = Map.groupBy(removed.slice(paired), (line) => line.row);
  const gone = [...rows.values()].map((cells) => cells.map((cell) => cell.text).join(" · "));
  return { lines, gone: new Map(gone.length > 0 ? [[first + paired, gone]] : []) };
}

function markOf(before: TextLine | undefined, { text }: TextLine): LineMark {
  // New altogether, or only formed anew: the whole line is marked.
  return before && before.text !== text ? markBetween(before.text, text) : { from: 0, to: text.length, removed: "" };
}

/** Of words that are one line; where nothing differs, nothing is marked. */
export function markBetween(earlier: string, text: string): LineMark {
  const { from, removed, inserted } = editBetween(earlier, text);
  return { from, to: from + inserted.length, removed: earlier.slice(from, from + removed) };
}

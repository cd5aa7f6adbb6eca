import type { Block, TestItem } from "@kompeten/shared/paper";

/** An item in the order in which it is read aloud, one sentence or option at a time. */
export function spokenText(item: TestItem): string[] {
  return [...(item.stimulus ?? []).flatMap(blockText), item.prompt, ...answerText(item)];
}

function blockText(block: Block): string[] {
  switch (block.type) {
    case "heading":
    case "text":
      return [block.text];
    case "list":
      return block.items;
    case "table":
      return [block.caption, ...block.rows.map((row) => row.map((cell, index) => `${block.columns[index]?.label ?? ""}: ${cell}`).join(", "))];
    case "chart":
      return [block.title, block.description];
    case "image":
      return [block.alt];
  }
}

function answerText(item: TestItem): string[] {
  const texts = (options: readonly { text: string }[]) => options.map(({ text }) => text);
  switch (item.interaction) {
    case "choice":
    case "best-worst":
    case "multiple-response":
    case "order":
      return texts(item.options).map((text, index) => `${String.fromCharCode(65 + index)}. ${text}`);
    case "match":
      return [...texts(item.sources), ...texts(item.targets)];
    case "likert":
      return [...texts(item.statements), ...texts(item.scale)];
    case "inline-choice":
      return [item.text.map((piece) => ("gap" in piece ? texts(piece.options).join(" / ") : piece.text)).join("")];
    case "text-entry":
    case "slider":
    case "extended-text":
      return [];
  }
}

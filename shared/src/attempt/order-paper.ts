import { seededRandom, shuffled } from "../kernel/index.ts";
import type { TestItem } from "../paper/item.ts";
import type { Paper } from "../paper/paper.ts";

/**
 * The paper in the order of one attempt: items within their section and options within their item, where the paper allows
 * it. Each order has a generator of its own, seeded by the attempt's seed and the id it belongs to, so that no order
 * depends on another and a reload gives the same paper.
 */
export function orderPaper<P extends Paper>(paper: P, seed: number): P {
  if (paper.kind !== "test") return paper;
  const sections = paper.sections.map((section) => {
    const items = section.items.map((item) => orderItem(item, seed));
    return { ...section, items: section.shuffleItems ? shuffled(items, seededRandom(mixed(seed, section.id))) : items };
  });
  return { ...paper, sections };
}

function orderItem(item: TestItem, seed: number): TestItem {
  if (!("shuffleOptions" in item) || !item.shuffleOptions) return item;
  const mix = <T>(options: readonly T[], part = ""): T[] => shuffled(options, seededRandom(mixed(seed, item.id + part)));
  switch (item.interaction) {
    case "match":
      return { ...item, sources: mix(item.sources, "/sources"), targets: mix(item.targets, "/targets") };
    case "inline-choice":
      return { ...item, text: item.text.map((piece) => ("gap" in piece ? { ...piece, options: mix(piece.options, `/${piece.gap}`) } : piece)) };
    case "likert":
      return { ...item, statements: mix(item.statements) };
    default:
      return { ...item, options: mix(item.options) };
  }
}

/** FNV-1a over the id, started from the seed. */
function mixed(seed: number, id: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

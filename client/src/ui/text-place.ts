/** Places in what is shown, as text: they outlive a reload and another device, which nodes do not. */
export type Place = { from: number; quote: string };

/** The text nodes a reader reads: what is hidden from assistive technology (a drawing) is none of them. */
function textNodes(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest("[aria-hidden=true]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

/** What is selected inside the element; null where nothing is. */
export function selectedPlace(root: HTMLElement): Place | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  let passed = 0;
  let from: number | null = null;
  let quote = "";
  for (const node of textNodes(root)) {
    if (range.intersectsNode(node)) {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      if (end > start) {
        from ??= passed + start;
        quote += node.data.slice(start, end);
      }
    }
    passed += node.length;
  }
  return from === null || quote.trim() === "" ? null : { from, quote };
}

/** The parts a reader takes as one, each with its place: paragraphs, headings, points of a list, rows of a table. */
export function partsOf(root: HTMLElement): Place[] {
  const nodes = textNodes(root);
  const parts: (Place & { element: Element | null })[] = [];
  let passed = 0;
  for (const node of nodes) {
    const element = node.parentElement?.closest("p, li, h2, h3, h4, caption, figcaption, tr") ?? null;
    const last = parts.at(-1);
    if (last && last.element === element) last.quote += node.data;
    else parts.push({ element, from: passed, quote: node.data });
    passed += node.length;
  }
  return parts.filter(({ quote, element }) => element !== null && quote.trim() !== "").map(({ from, quote }) => ({ from, quote }));
}

/** Where the quote stands now: where it stood, or the nearest place with the same words; null where it is not shown. */
export function rangeOf(root: HTMLElement, { from, quote }: Place): Range | null {
  const nodes = textNodes(root);
  const text = nodes.map((node) => node.data).join("");
  if (quote === "") return null;
  let at = text.startsWith(quote, from) ? from : -1;
  for (let found = text.indexOf(quote); at !== from && found >= 0; found = text.indexOf(quote, found + 1)) {
    if (at < 0 || Math.abs(found - from) < Math.abs(at - from)) at = found;
  }
  if (at < 0) return null;
  const range = document.createRange();
  let passed = 0;
  for (const node of nodes) {
    if (at >= passed && at < passed + node.length) range.setStart(node, at - passed);
    if (at + quote.length > passed && at + quote.length <= passed + node.length) range.setEnd(node, at + quote.length - passed);
    passed += node.length;
  }
  return range;
}

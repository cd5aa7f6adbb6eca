import { type RefObject, useEffect } from "react";
import "./search-highlight.css";

const name = "k-search";

/**
 * Marks the words inside an element without touching what React has drawn there: by the browser's own highlights, which an
 * older browser shows nothing of. Drawn anew at every change inside.
 */
export function useSearchHighlight(root: RefObject<HTMLElement | null>, words: readonly string[]): void {
  const wanted = words.join(" ");
  useEffect(() => {
    const element = root.current;
    if (!element || wanted === "" || typeof CSS === "undefined" || !("highlights" in CSS)) return;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight);
    let own: Range[] = [];
    const clear = () => {
      for (const range of own) highlight.delete(range);
    };
    const draw = () => {
      clear();
      own = rangesOf(element, wanted.split(" "));
      for (const range of own) highlight.add(range);
    };
    draw();
    const watcher = new MutationObserver(draw);
    watcher.observe(element, { childList: true, characterData: true, subtree: true });
    return () => {
      watcher.disconnect();
      clear();
    };
  }, [root, wanted]);
}

function rangesOf(element: HTMLElement, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.nodeValue ?? "").toLocaleLowerCase();
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

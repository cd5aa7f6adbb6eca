import type { Paper } from "@kompeten/shared/paper";

const waitMs = 1500;

/**
 * Fetches what may be needed later while there is a line, after the first question is there: a candidate who goes offline
 * must still be able to review, hand in and see the charts. Returns how to call it off.
 */
export function warmUp(paper: Paper): () => void {
  const timer = setTimeout(() => {
    const parts: Promise<unknown>[] = [import("./review.tsx"), import("./finished-page.tsx"), import("./kept-operations.tsx"), import("./elsewhere.tsx")];
    // Blocks are plain data, so the text of the paper says whether a chart is anywhere in it.
    if (JSON.stringify(paper).includes('"type":"chart"')) parts.push(import("../../../ui/block-chart.tsx"));
    // What fails now is fetched when it is needed.
    void Promise.allSettled(parts);
  }, waitMs);
  return () => clearTimeout(timer);
}

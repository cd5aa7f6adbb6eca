import { addresses } from "../addresses.ts";

/**
 * Lets the browser keep the pages of a sitting, so that an attempt can be loaded anew without a line (ADR 0012). Its worker sees
 * these pages only, and no other reader's.
 */
export async function keepPage(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/sitting-worker.js", { scope: addresses.lobby });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    active?.postMessage(files.filter((url) => url.startsWith(`${location.origin}/assets/`)));
  } catch {
    // A browser that will not keep pages can do all else; while developing there is no such worker.
  }
}

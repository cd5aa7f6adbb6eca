/** R5: what this page can prove of the browser it is in. Loaded only where an attempt asks for it. */
import type { BrowserPassAnswer, BrowserPassBody } from "@kompeten/shared/contracts/browser-pass";
import { useSyncExternalStore } from "react";
import { apiPost } from "../../../api/client.ts";

/** As far as we use it; see https://safeexambrowser.org/developer/seb-config-key.html. */
type SafeExamBrowser = { version?: string; security?: { configKey?: string; browserExamKey?: string; updateKeys?: (done: () => void) => void } };
declare global {
  interface Window {
    SafeExamBrowser?: SafeExamBrowser;
  }
}

const patienceMs = 8_000;
const keysPatienceMs = 2_000;

/** Of the attempt this page is of, by the server's last word. */
let held = false;
const watchers = new Set<() => void>();
const watch = (watcher: () => void): (() => void) => (watchers.add(watcher), () => void watchers.delete(watcher));

/** Whether a proctor has to decide before any browser is let in. */
export const useHeld = (): boolean => useSyncExternalStore(watch, () => held);

/** Undefined where the server is not convinced; rejects while there is no line. */
export async function proveBrowser(attemptId: string): Promise<string | undefined> {
  const answer = await apiPost<BrowserPassAnswer>(`/api/attempts/${attemptId}/browser-pass`, { page: await saidToThisPage() } satisfies BrowserPassBody, { signal: AbortSignal.timeout(patienceMs) });
  held = !answer.ok && answer.held;
  for (const watcher of watchers) watcher();
  return answer.ok ? answer.pass : undefined;
}

async function saidToThisPage(): Promise<BrowserPassBody["page"]> {
  const { SafeExamBrowser: browser } = window;
  const { security } = browser ?? {};
  if (!security) return null;
  // Older versions set the keys only when they are asked to.
  await new Promise<void>((resolve) => {
    setTimeout(resolve, keysPatienceMs);
    if (security.updateKeys) security.updateKeys(resolve);
    else resolve();
  });
  const { configKey = "", browserExamKey = "" } = security;
  if (!configKey && !browserExamKey) return null;
  const [loaded] = performance.getEntriesByType("navigation");
  const urls = [...new Set([location.href, loaded?.name ?? location.href].map((url) => url.replace(/#.*$/, "").slice(0, 500)))];
  return { urls, configKeyHash: configKey.slice(0, 100), ...(browserExamKey ? { requestHash: browserExamKey.slice(0, 100) } : {}), version: browser?.version?.slice(0, 200) ?? null };
}

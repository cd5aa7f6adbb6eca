/** R5: what this page can prove of the browser it is in. Loaded only where an attempt asks for it. */
import type { BrowserPassAnswer, BrowserPassBody } from "@kompeten/shared/contracts/browser-pass";
import { apiPost } from "../../../api/client.ts";

/** As far as we use it; see https://safeexambrowser.org/developer/seb-config-key.html. */
type SafeExamBrowser = { version?: string; security?: { configKey?: string; updateKeys?: (done: () => void) => void } };
declare global {
  interface Window {
    SafeExamBrowser?: SafeExamBrowser;
  }
}

const patienceMs = 8_000;
const keysPatienceMs = 2_000;

/** Undefined where the server is not convinced; rejects while there is no line. */
export async function proveBrowser(attemptId: string): Promise<string | undefined> {
  const answer = await apiPost<BrowserPassAnswer>(`/api/attempts/${attemptId}/browser-pass`, { page: await saidToThisPage() } satisfies BrowserPassBody, { signal: AbortSignal.timeout(patienceMs) });
  return answer.ok ? answer.pass : undefined;
}

async function saidToThisPage(): Promise<BrowserPassBody["page"]> {
  const { SafeExamBrowser: browser } = window;
  const { security } = browser ?? {};
  if (!security) return null;
  // Older versions set the key only when they are asked to.
  await new Promise<void>((resolve) => {
    setTimeout(resolve, keysPatienceMs);
    if (security.updateKeys) security.updateKeys(resolve);
    else resolve();
  });
  if (!security.configKey) return null;
  const [loaded] = performance.getEntriesByType("navigation");
  const urls = [...new Set([location.href, loaded?.name ?? location.href].map((url) => url.replace(/#.*$/, "").slice(0, 500)))];
  return { urls, configKeyHash: security.configKey.slice(0, 100), version: browser?.version?.slice(0, 200) ?? null };
}

const firstWaitMs = 1_000;
const longestWaitMs = 8_000;

/**
 * For a part of a page that is fetched when it is needed: `lazy(patient(() => import("./part.tsx")))` waits for the line where
 * there is none. React's `lazy` alone fails for good at the first failure, and would take a candidate's whole page with it.
 */
export const patient = <T>(load: () => Promise<T>) => (): Promise<T> => patiently(load);

export async function patiently<T>(load: () => Promise<T>, waitMs = firstWaitMs): Promise<T> {
  try {
    return await load();
  } catch {
    await lineOr(waitMs);
    await askAgainForStylesheets();
    return patiently(load, Math.min(waitMs * 2, longestWaitMs));
  }
}

/** Until the browser says that there is a line again, or so long. */
function lineOr(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    addEventListener("online", done);
  });
}

/** The bundler's loader asks for a stylesheet once and never again, also when it did not come. */
function askAgainForStylesheets(): Promise<unknown> {
  const missing = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter((link) => !link.sheet);
  return Promise.allSettled(
    missing.map((link) => {
      const again = link.cloneNode() as HTMLLinkElement;
      const come = new Promise((resolve, reject) => {
        again.addEventListener("load", resolve);
        again.addEventListener("error", reject);
      });
      link.replaceWith(again);
      return come;
    }),
  );
}

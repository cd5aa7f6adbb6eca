/** What the browser does with the page. Returns how to cease. */
export function watchPage(on: { seen: () => void; left: () => void; /** From the back-forward cache: a picture of the past. */ restored: () => void }): () => void {
  const visibility = (): void => (document.visibilityState === "hidden" ? on.left() : on.seen());
  const shown = (event: PageTransitionEvent): void => (event.persisted ? on.restored() : undefined);
  document.addEventListener("visibilitychange", visibility);
  window.addEventListener("pagehide", on.left);
  window.addEventListener("pageshow", shown);
  return () => {
    document.removeEventListener("visibilitychange", visibility);
    window.removeEventListener("pagehide", on.left);
    window.removeEventListener("pageshow", shown);
  };
}

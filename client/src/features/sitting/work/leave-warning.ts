import { useEffect } from "react";
import type { SessionState } from "../session/session-state.ts";

/** The browser's own "leave this page?", only while something is unsaved; the page says how many (browsers show no text of ours). */
export function useLeaveWarning(state: SessionState): void {
  const { unsaved, phase } = state;
  useEffect(() => {
    if (unsaved === 0 || phase !== "open") return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved, phase]);
}

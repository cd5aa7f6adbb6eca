import { type SaveState, saveState } from "../queue/save-state.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useTicking } from "../use-now.ts";

export function useSaveState(): SaveState {
  const { state } = useAttempt();
  const { unsavedSinceMs } = state;
  // Half seconds, so that the indicator is drawn hardly more often than it can change.
  const halfSeconds = useTicking(() => (unsavedSinceMs === null ? 0 : Math.floor((performance.now() - unsavedSinceMs) / 500)));
  const { line, unsaved, lastSavedAtMs, outdated } = state;
  return saveState({ line, unsaved, lastSavedAtMs, outdated, waitingMs: halfSeconds * 500 });
}

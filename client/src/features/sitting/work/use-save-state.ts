import { type SaveState, saveState } from "../queue/save-state.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useTicking } from "../use-now.ts";

export function useSaveState(): SaveState {
  const { state } = useAttempt();
  const { unsavedSinceMs } = state;
  // Whole seconds, so that the indicator is drawn no more often than it can change.
  const waitingSeconds = useTicking(() => (unsavedSinceMs === null ? 0 : Math.floor((performance.now() - unsavedSinceMs) / 1000)));
  const { line, unsaved, lastSavedAtMs, outdated } = state;
  return saveState({ line, unsaved, lastSavedAtMs, outdated, waitingMs: waitingSeconds * 1000 });
}

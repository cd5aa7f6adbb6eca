import type { LineState } from "../session/attempt-line.ts";

export type SaveState =
  | { kind: "connecting" }
  | { kind: "connected" }
  | { kind: "saving" }
  | { kind: "saved"; atMs: number }
  | { kind: "unsaved"; count: number }
  | { kind: "offline"; count: number }
  | { kind: "signed-out"; count: number }
  | { kind: "outdated"; count: number };

type Facts = {
  line: LineState;
  /** Drafts, and operations without an acknowledgement. */
  unsaved: number;
  /** How long the oldest of them has waited, from its first key. */
  waitingMs: number;
  /** J8: of the newest acknowledgement; the only thing that lets the page say "saved". */
  lastSavedAtMs: number | null;
  outdated: boolean;
};

/** Longer than this, and "saving" would be a promise; looked at four times a second, so what the page says is true within 5 s. */
const savingPatienceMs = 4500;

export function saveState({ line, unsaved, waitingMs, lastSavedAtMs, outdated }: Facts): SaveState {
  if (outdated || line === "outdated") return { kind: "outdated", count: unsaved };
  if (line === "signed-out") return { kind: "signed-out", count: unsaved };
  if (line === "offline") return { kind: "offline", count: unsaved };
  if (unsaved > 0 && waitingMs >= savingPatienceMs) return { kind: "unsaved", count: unsaved };
  // A line that is in doubt saves nothing, however short the while.
  if (line === "connecting") return { kind: "connecting" };
  if (unsaved > 0) return { kind: "saving" };
  return lastSavedAtMs === null ? { kind: "connected" } : { kind: "saved", atMs: lastSavedAtMs };
}

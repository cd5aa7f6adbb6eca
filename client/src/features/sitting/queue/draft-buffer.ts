import type { Command } from "./queued-operation.ts";

/** After the last key; with the queue's and the line's time, a text is saved at most 2 s after it. */
const quietMs = 1000;
/** While the typing goes on: what is saved within a second more is never called unsaved (save-state.ts). */
const longestMs = 3500;

type Draft = { command: Command; sinceMs: number; timer: ReturnType<typeof setTimeout> };

/** Texts being written: gathers keystrokes into operations, soon after the last key and regularly while typing goes on. */
export class DraftBuffer {
  private readonly drafts = new Map<string, Draft>();
  private readonly commit: (command: Command, sinceMs: number) => void;
  private readonly onChange: () => void;

  constructor(commit: (command: Command, sinceMs: number) => void, onChange: () => void) {
    this.commit = commit;
    this.onChange = onChange;
  }

  /** @param key one text: an item or an action. */
  set(key: string, command: Command): void {
    // Monotonic: a clock that is set back must not keep a text waiting (T2).
    const nowMs = performance.now();
    const sinceMs = this.forget(key) ?? nowMs;
    const delayMs = Math.max(0, Math.min(quietMs, sinceMs + longestMs - nowMs));
    this.drafts.set(key, { command, sinceMs, timer: setTimeout(() => this.flush(key), delayMs) });
    this.onChange();
  }

  /** Hands over one draft, or all of them: when the field is left, the page is hidden, or time is nearly up. */
  flush(key?: string): void {
    for (const [draftKey, draft] of this.drafts) {
      if (key !== undefined && key !== draftKey) continue;
      this.forget(draftKey);
      this.commit(draft.command, draft.sinceMs);
    }
  }

  /** Drops a draft that something else replaces. Returns since when it was unsaved, monotonic. */
  forget(key: string): number | undefined {
    const draft = this.drafts.get(key);
    clearTimeout(draft?.timer);
    this.drafts.delete(key);
    return draft?.sinceMs;
  }

  get size(): number {
    return this.drafts.size;
  }
  get commands(): Command[] {
    return [...this.drafts.values()].map(({ command }) => command);
  }
}

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftBuffer } from "./draft-buffer.ts";
import { type SaveState, saveState } from "./save-state.ts";
import type { Command } from "./queued-operation.ts";

const text = (value: string): Command => ({ kind: "respond", itemId: "e1", response: { interaction: "extended-text", text: value } });

describe("texts being written", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const buffer = () => {
    const committed: { value: string; atMs: number }[] = [];
    const startMs = Date.now();
    const drafts = new DraftBuffer(
      (command) => committed.push({ value: command.kind === "respond" && command.response.interaction === "extended-text" ? command.response.text : "", atMs: Date.now() - startMs }),
      () => {},
    );
    return { drafts, committed };
  };

  it("[J8] are handed over within 2 s of the last key", () => {
    const { drafts, committed } = buffer();
    drafts.set("e1", text("a"));
    vi.advanceTimersByTime(2000);
    expect(committed).toHaveLength(1);
    expect(committed[0]?.atMs).toBeLessThanOrEqual(1500);
    expect(drafts.size).toBe(0);
  });

  it("are handed over at least every 5 s while typing goes on, and the last state always", () => {
    const { drafts, committed } = buffer();
    for (let key = 1; key <= 100; key++) {
      drafts.set("e1", text("x".repeat(key)));
      vi.advanceTimersByTime(200);
    }
    vi.advanceTimersByTime(2000);
    const times = [0, ...committed.map(({ atMs }) => atMs)];
    for (let index = 1; index < times.length; index++) expect((times[index] ?? 0) - (times[index - 1] ?? 0)).toBeLessThanOrEqual(5000);
    expect(committed.length).toBeLessThan(10);
    expect(committed.at(-1)?.value).toHaveLength(100);
  });

  it("[T2] are handed over as soon when the device's clock is set back", () => {
    const { drafts, committed } = buffer();
    for (let key = 1; key <= 30; key++) {
      if (key === 5) vi.setSystemTime(Date.now() - 3_600_000);
      drafts.set("e1", text("x".repeat(key)));
      vi.advanceTimersByTime(200);
    }
    expect(committed).toHaveLength(1);
  });

  it("are handed over at once when the field is left, and never twice", () => {
    const { drafts, committed } = buffer();
    drafts.set("e1", text("a"));
    drafts.set("e2", text("b"));
    drafts.flush("e1");
    expect(committed.map(({ value }) => value)).toEqual(["a"]);
    drafts.forget("e2");
    vi.advanceTimersByTime(5000);
    expect(committed).toHaveLength(1);
  });
});

describe("[J8] the save state", () => {
  const facts = { line: "socket" as const, unsaved: 0, waitingMs: 0, lastSavedAtMs: null as number | null, outdated: false };
  it.each<[string, Partial<Parameters<typeof saveState>[0]>, SaveState]>([
    ["before anything is acknowledged only says that there is a line", {}, { kind: "connected" }],
    ["says saved with the acknowledgement's time", { lastSavedAtMs: 5 }, { kind: "saved", atMs: 5 }],
    ["does not say saved while something is on its way", { unsaved: 1, lastSavedAtMs: 5 }, { kind: "saving" }],
    ["stops saying saving when it takes too long", { unsaved: 3, waitingMs: 5000, lastSavedAtMs: 5 }, { kind: "unsaved", count: 3 }],
    ["does not call a line well that is in doubt, because something is on its way", { line: "connecting", unsaved: 1, waitingMs: 500 }, { kind: "connecting" }],
    ["says how much has waited for too long, whatever the line is thought to be", { line: "connecting", unsaved: 2, waitingMs: 4500 }, { kind: "unsaved", count: 2 }],
    ["says offline, and how much waits", { line: "offline", unsaved: 2, lastSavedAtMs: 5 }, { kind: "offline", count: 2 }],
    ["does not call a line well that is only being made", { line: "connecting", lastSavedAtMs: 5 }, { kind: "connecting" }],
    ["asks to sign in again", { line: "signed-out", unsaved: 1 }, { kind: "signed-out", count: 1 }],
    ["asks to reload", { outdated: true }, { kind: "outdated", count: 0 }],
  ])("%s", (_name, change, state) => expect(saveState({ ...facts, ...change })).toEqual(state));
});

import { noWork } from "@kompeten/shared/attempt";
import { act, renderHook } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DraftBuffer } from "../queue/draft-buffer.ts";
import { inBrowser } from "../queue/in-browser.ts";
import { OperationQueue, type QueueDeps } from "../queue/operation-queue.ts";
import { memoryQueueStore } from "../queue/queue-store.ts";
import type { LineState } from "../session/attempt-line.ts";
import { firstState, type SessionState, unsavedIn } from "../session/session-state.ts";
import { AttemptContext, type AttemptHere } from "../session/use-attempt-session.ts";
import { useSaveState } from "./use-save-state.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([-3_600_000, 3_600_000])("[T2] says that it is saving for less than 5 s, though the device's clock jumps by %i ms", (jumpMs) => {
  const state = { ...firstState, line: "socket" as const, unsaved: 1, unsavedSinceMs: performance.now() };
  const here = { state, session: null } as unknown as AttemptHere;
  const { result, rerender } = renderHook(() => useSaveState(), { wrapper: ({ children }) => <AttemptContext value={here}>{children}</AttemptContext> });
  vi.setSystemTime(Date.now() + jumpMs);
  rerender();
  expect(result.current).toEqual({ kind: "saving" });
  vi.advanceTimersByTime(3_500);
  rerender();
  expect(result.current).toEqual({ kind: "saving" });
  vi.advanceTimersByTime(1_250);
  rerender();
  expect(result.current).toEqual({ kind: "unsaved", count: 1 });
});

/** A text being written with a key every 200 ms, over a line whose answers take so long; what the page says of it, by when it began to say so. */
async function said(ms: number, answerMs: number, lineAt: (ms: number) => LineState = () => "socket"): Promise<[atMs: number, kind: string][]> {
  let show: () => void = () => {};
  const send: QueueDeps["send"] = async (_epoch, operations) => {
    await new Promise((resolve) => setTimeout(resolve, answerMs));
    return { ok: true, acknowledgements: operations.map(({ opId }) => ({ opId, ok: true, seq: 1, atMs: 1 })), serverNowMs: 1 };
  };
  const queue = await OperationQueue.open({
    ...inBrowser,
    attemptId: "a",
    store: memoryQueueStore(),
    send,
    serverNowMs: () => undefined,
    endsSoon: () => false,
    savedWork: () => noWork,
    epoch: () => 1,
    onAcknowledged: () => {},
    onStored: () => {},
    onDropped: () => {},
    onChange: () => show(),
  });
  const drafts = new DraftBuffer((command, sinceMs) => void queue.add(command, 1, sinceMs), () => show());
  let atMs = 0;
  const stateNow = (): SessionState => ({ ...firstState, line: lineAt(atMs), ...unsavedIn(queue, drafts.commands, firstState) });
  const kinds: [number, string][] = [];
  const { result, unmount } = renderHook(() => useSaveState(), {
    wrapper: ({ children }) => {
      const [state, setState] = useState(stateNow);
      show = () => setState(stateNow());
      return <AttemptContext value={{ state, session: null } as unknown as AttemptHere}>{children}</AttemptContext>;
    },
  });
  for (; atMs < ms; atMs += 50) {
    await act(async () => {
      if (lineAt(atMs) !== lineAt(atMs - 50)) show();
      if (atMs % 200 === 0) drafts.set("t1", { kind: "respond", itemId: "t1", response: { interaction: "extended-text", text: "x".repeat(1 + atMs / 200) } });
      await vi.advanceTimersByTimeAsync(50);
    });
    if (kinds.at(-1)?.[1] !== result.current.kind) kinds.push([atMs + 50, result.current.kind]);
  }
  unmount();
  await queue.stop();
  return kinds;
}

it("[J8] does not say that it is saving for 5 s after the first key, though the text went to the queue only while it was being written", async () => {
  const kinds = await said(20_000, 1_000_000);
  expect(kinds.map(([, kind]) => kind)).toEqual(["saving", "unsaved"]);
  expect(kinds[1]?.[0]).toBeGreaterThanOrEqual(4_500);
  expect(kinds[1]?.[0]).toBeLessThan(5_000);
});

it.each([80, 800])("[J8] never says unsaved of a text that is being written on a line that answers within %i ms", async (answerMs) => {
  const kinds = await said(30_000, answerMs);
  expect(kinds.map(([, kind]) => kind)).not.toContain("unsaved");
});

it("[J8] does not say that it is saving over a line that is in doubt, however short the text has waited", async () => {
  const kinds = await said(3_000, 1_000_000, (ms) => (ms < 1_000 ? "socket" : "connecting"));
  expect(kinds).toEqual([[50, "saving"], [1_050, "connecting"]]);
});

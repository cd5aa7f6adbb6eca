import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { firstState } from "../session/session-state.ts";
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

import { timeChangesBody, type TimeChangesView } from "@kompeten/shared/contracts/time-changes";
import { expect, it } from "vitest";
import { inParts } from "./in-parts.ts";

const id = (count: number) => `01a21b03-fa85-7df0-8bf7-${String(count).padStart(12, "0")}`;
const all = Array.from({ length: 2_500 }, (_, count) => id(count));
const opId = id(9_999);

it("changes a room of thousands by requests that the contract takes, in order", async () => {
  const parts: string[][] = [];
  const results = await inParts(all, async (attemptIds): Promise<TimeChangesView> => {
    parts.push(timeChangesBody.parse({ opId, attemptIds, change: { kind: "pause" }, reason: "Listrik padam" }).attemptIds);
    return { results: attemptIds.map((attemptId) => ({ attemptId, ok: true, deadlineMs: null })) };
  });
  expect(parts.map((part) => part.length)).toEqual([1_000, 1_000, 500]);
  expect(results.map(({ attemptId }) => attemptId)).toEqual(all);
});

it("says it where one breaks off, and goes no further", async () => {
  const asked: number[] = [];
  const broken = inParts(all, async (part) => {
    asked.push(part.length);
    if (asked.length === 2) throw new Error("no line");
    return { results: [] };
  });
  await expect(broken).rejects.toThrow("no line");
  expect(asked).toEqual([1_000, 1_000]);
});

import { afterEach, expect, it, vi } from "vitest";
import { readTextHistory } from "./text-history.ts";

afterEach(() => vi.unstubAllGlobals());

it("reads a history to its end, each page after the last save of the one before", async () => {
  const revision = (seq: number) => ({ seq, atMs: seq, edit: { from: 0, removed: 0, inserted: "a", check: 0 } });
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const first = Number(new URL(url, "http://localhost").searchParams.get("after") ?? 0) + 1;
    return Response.json({ startedAtMs: 5, revisions: [revision(first), revision(first + 1)], more: first < 5 });
  });
  expect(await readTextHistory("/api/some/revisions")).toEqual({ startedAtMs: 5, revisions: [1, 2, 3, 4, 5, 6].map(revision), more: false });
  expect(asked).toEqual(["/api/some/revisions", "/api/some/revisions?after=2", "/api/some/revisions?after=4"]);
});

import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { proveBrowser, useHeld } from "./browser-pass.ts";

const asked: { url: string; body: unknown }[] = [];
let answer: object = { ok: true, pass: "p", untilMs: 1 };
beforeEach(() => {
  asked.length = 0;
  answer = { ok: true, pass: "p", untilMs: 1 };
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => (asked.push({ url, body: JSON.parse(body) }), Response.json(answer)));
});
afterEach(() => {
  delete window.SafeExamBrowser;
  vi.unstubAllGlobals();
});

it("[R5] says nothing of a browser that says nothing of itself, and takes the server's word", async () => {
  expect(await proveBrowser("a")).toBe("p");
  answer = { ok: false, refusal: "browser-not-allowed", held: false };
  expect(await proveBrowser("a")).toBeUndefined();
  expect(asked).toEqual(Array.from({ length: 2 }, () => ({ url: "/api/attempts/a/browser-pass", body: { page: null } })));
});

it("[R5] says whether a proctor has to decide, and no longer once somebody is let in", async () => {
  const { result } = renderHook(useHeld);
  const after = async (next: object) => {
    answer = next;
    await act(() => proveBrowser("a"));
    return result.current;
  };
  expect(await after({ ok: false, refusal: "browser-not-allowed", held: true })).toBe(true);
  expect(await after({ ok: false, refusal: "browser-not-allowed", held: false })).toBe(false);
  expect(await after({ ok: false, refusal: "browser-not-allowed", held: true })).toBe(true);
  expect(await after({ ok: true, pass: "p", untilMs: 1 })).toBe(false);
});

it("[R5] gives what the page was told, without the fragment, and asks older versions for it first", async () => {
  const security: { configKey?: string; browserExamKey?: string; updateKeys?: (done: () => void) => void } = {};
  security.updateKeys = (done) => {
    security.configKey = "ab";
    done();
  };
  window.SafeExamBrowser = { version: "SEB_macOS_3.3", security };
  await proveBrowser("a");
  expect(asked[0]?.body).toEqual({ page: { urls: [expect.not.stringContaining("#")], configKeyHash: "ab", version: "SEB_macOS_3.3" } });
  security.browserExamKey = "cd";
  await proveBrowser("a");
  expect(asked[1]?.body).toMatchObject({ page: { configKeyHash: "ab", requestHash: "cd" } });
  security.updateKeys = (done) => {
    security.configKey = "";
    done();
  };
  await proveBrowser("a");
  expect(asked[2]?.body).toMatchObject({ page: { configKeyHash: "", requestHash: "cd" } });
});

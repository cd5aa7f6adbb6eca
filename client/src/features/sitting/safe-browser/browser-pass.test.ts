import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { proveBrowser } from "./browser-pass.ts";

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
  answer = { ok: false, refusal: "browser-not-allowed" };
  expect(await proveBrowser("a")).toBeUndefined();
  expect(asked).toEqual(Array.from({ length: 2 }, () => ({ url: "/api/attempts/a/browser-pass", body: { page: null } })));
});

it("[R5] gives what the page was told, without the fragment, and asks older versions for it first", async () => {
  const security: { configKey?: string; updateKeys?: (done: () => void) => void } = {};
  security.updateKeys = (done) => {
    security.configKey = "ab";
    done();
  };
  window.SafeExamBrowser = { version: "SEB_macOS_3.3", security };
  await proveBrowser("a");
  expect(asked[0]?.body).toEqual({ page: { urls: [expect.not.stringContaining("#")], configKeyHash: "ab", version: "SEB_macOS_3.3" } });
});

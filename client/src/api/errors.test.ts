import { beforeAll, describe, expect, it } from "vitest";
import { startI18n } from "../test/words.ts";
import { errorText, fieldErrors } from "./errors.ts";
import { ApiProblem, NetworkFailure, problemOf } from "./problem.ts";

const problem = (code: string, status = 400, params: Record<string, string | number> = {}) =>
  new ApiProblem({ status, code, title: code, params });

beforeAll(() => startI18n("id"));

describe("errorText", () => {
  it.each([
    ["a broken line", new NetworkFailure(new TypeError("Failed to fetch")), "Server tidak dapat dihubungi"],
    ["a known refusal", problem("sign-in-refused", 401), "tidak cocok"],
    ["a refusal with values", problem("locked-out", 401, { minutes: 15 }), "dalam 15 menit"],
    ["a refusal whose values are missing", problem("locked-out", 401), "Coba lagi nanti"],
    ["an unknown refusal", problem("something-new", 422), "tidak terduga"],
    ["an outage without a code of ours", problem("something-new", 503), "Layanan sedang terganggu"],
    ["a bug", new TypeError("x is undefined"), "tidak terduga"],
    ["a thrown string", "oops", "tidak terduga"],
  ])("explains %s", (_name, error, expected) => expect(errorText(error)).toContain(expected));

  it("never shows an unfilled placeholder", () => expect(errorText(problem("locked-out"))).not.toContain("{{"));
});

describe("problemOf", () => {
  it("reads a problem document", async () => {
    const body = { type: "about:blank", title: "Busy", status: 503, code: "busy", errors: [{ path: "nip", message: "18 digits" }] };
    const read = await problemOf(new Response(JSON.stringify(body), { status: 503, headers: { "retry-after": "4" } }));
    expect(read).toMatchObject({ status: 503, code: "busy", retryAfterSeconds: 4 });
    expect(fieldErrors(read)).toEqual({ nip: "18 digits" });
  });

  it.each([
    [502, "outage"],
    [413, "too-large"],
    [404, "not-found"],
  ])("makes a problem of a proxy's HTML page with status %i", async (status, code) => {
    expect(await problemOf(new Response("<html>", { status }))).toMatchObject({ status, code });
  });
});

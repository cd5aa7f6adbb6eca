import { describe, expect, it } from "vitest";
import { judgeBrowser, type BrowserKeys, type BrowserProof } from "./browser-proof.rules.ts";

const house = { hashOf: (url: string, key: string) => `${key} of ${url}`, isOurs: (url: string) => url.startsWith("https://kami/") };
const [api, own, lain] = ["https://kami/api", "https://kami/pengerjaan/1", "https://lain/"] as const;
const header = (configKeyHash: string | null, requestHash: string | null = null) => ({ url: api, configKeyHash, requestHash });
const page = (configKeyHash: string | null, requestHash: string | null = null, ...urls: string[]) => ({ urls: urls.length > 0 ? urls : [own], configKeyHash, requestHash });
const [right, rightExam] = [` SETTINGS of ${api} `, `first of ${api}`];
type Outcome = "matched" | "missing" | "mismatch";

describe("[R5] what a browser says of its settings, whatever program it is", () => {
  const keys: BrowserKeys = { config: "settings", exam: [] };
  it.each<[string, BrowserProof, Outcome, "header" | "page", string | null]>([
    ["the header alone", { header: header(right), page: null }, "matched", "header", `settings of ${api}`],
    ["another header", { header: header("something else"), page: null }, "mismatch", "header", "something else"],
    ["nothing", { header: header(null), page: null }, "missing", "header", null],
    ["an empty header", { header: header(" "), page: null }, "missing", "header", null],
    ["the page, where no header is sent", { header: header(null), page: page(`settings of ${own}`) }, "matched", "page", `settings of ${own}`],
    ["the page, where the header was made of another form of the address", { header: header("something else"), page: page(`settings of ${own}`) }, "matched", "page", `settings of ${own}`],
    ["a page that was told something else", { header: header(null), page: page("x") }, "mismatch", "page", "x"],
    ["a page that was told nothing", { header: header(null), page: page("") }, "missing", "page", null],
    ["the page, told of the address it was loaded from", { header: header(null), page: page("settings of https://kami/pengerjaan", null, own, "https://kami/pengerjaan") }, "matched", "page", "settings of https://kami/pengerjaan"],
    ["a page of another house", { header: header(null), page: page(`settings of ${lain}`, null, lain) }, "mismatch", "page", `settings of ${lain}`],
    ["both wrong", { header: header("something else"), page: page("x") }, "mismatch", "header", "something else"],
    ["a program that is not asked for", { header: header(right, "any program"), page: null }, "matched", "header", `settings of ${api}`],
  ])("%s", (_, proof, outcome, way, received) => expect(judgeBrowser(proof, keys, house)).toMatchObject({ outcome, way, received }));

  it("writes down what it says of itself, though it is not asked for", () =>
    expect(judgeBrowser({ header: header(right, "Any Program"), page: null }, keys, house).request).toEqual({ way: "header", url: api, expected: [], received: "any program" }));
});

describe("[R5] what it says of itself, where the sitting has Browser Exam Keys", () => {
  const keys: BrowserKeys = { config: "settings", exam: ["first", "second"] };
  it.each<[string, BrowserProof, Outcome, string | null]>([
    ["settings and program", { header: header(right, rightExam), page: null }, "matched", rightExam],
    ["another of the programs", { header: header(right, `second of ${api}`), page: null }, "matched", `second of ${api}`],
    ["both through the page", { header: header(null), page: page(`settings of ${own}`, `second of ${own}`) }, "matched", `second of ${own}`],
    ["the settings in the header, the program through the page", { header: header(right), page: page(null, `first of ${own}`) }, "matched", `first of ${own}`],
    ["a program that is not among them", { header: header(right, "third"), page: null }, "mismatch", "third"],
    ["the program with other settings", { header: header("other", rightExam), page: null }, "mismatch", rightExam],
    ["a program that says nothing of itself", { header: header(right), page: null }, "missing", null],
    ["a program that says nothing of its settings", { header: header(null, rightExam), page: null }, "missing", rightExam],
    ["another program that says nothing of its settings", { header: header(null, "third"), page: null }, "mismatch", "third"],
    ["nothing", { header: header(null), page: null }, "missing", null],
    ["the program's hash of another house's address", { header: header(right), page: page(null, `first of ${lain}`, lain) }, "mismatch", `first of ${lain}`],
  ])("%s", (_, proof, outcome, received) => {
    const { outcome: is, request } = judgeBrowser(proof, keys, house);
    expect([is, request.received]).toEqual([outcome, received]);
    expect(request.expected).toEqual([`first of ${request.url}`, `second of ${request.url}`]);
  });
});

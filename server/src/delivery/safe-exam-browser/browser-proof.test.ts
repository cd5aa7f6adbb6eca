import { describe, expect, it } from "vitest";
import { judgeBrowser, type BrowserProof } from "./browser-proof.rules.ts";

const hashOf = (url: string) => `hash of ${url}`;
const isOurs = (url: string) => url.startsWith("https://kami/");
const none = { url: "https://kami/api", hash: null };
const right = { url: "https://kami/api", hash: " HASH of https://kami/api " };
const wrong = { url: "https://kami/api", hash: "hash of something else" };
const page = (hash: string, ...urls: string[]) => ({ urls: urls.length > 0 ? urls : ["https://kami/pengerjaan/1"], hash });

describe("[R5] what a browser says of its settings", () => {
  it.each<[string, BrowserProof, "matched" | "mismatch", "header" | "page", string | null]>([
    ["the header alone", { header: right, page: null }, "matched", "header", "hash of https://kami/api"],
    ["another header", { header: wrong, page: null }, "mismatch", "header", "hash of something else"],
    ["nothing", { header: none, page: null }, "mismatch", "header", null],
    ["the page, where no header is sent", { header: none, page: page("hash of https://kami/pengerjaan/1") }, "matched", "page", "hash of https://kami/pengerjaan/1"],
    ["the page, where the header was made of another form of the address", { header: wrong, page: page("hash of https://kami/pengerjaan/1") }, "matched", "page", "hash of https://kami/pengerjaan/1"],
    ["a page that was told something else", { header: none, page: page("hash of x") }, "mismatch", "page", "hash of x"],
    ["a page that was told nothing", { header: none, page: page("") }, "mismatch", "page", null],
    ["the page, told of the address it was loaded from", { header: none, page: page("hash of https://kami/pengerjaan", "https://kami/pengerjaan/1", "https://kami/pengerjaan") }, "matched", "page", "hash of https://kami/pengerjaan"],
    ["a page of another house", { header: none, page: page("hash of https://lain/", "https://lain/") }, "mismatch", "page", "hash of https://lain/"],
    ["both wrong", { header: wrong, page: page("hash of x") }, "mismatch", "header", "hash of something else"],
  ])("%s", (_, proof, outcome, way, received) => expect(judgeBrowser(proof, { hashOf, isOurs })).toMatchObject({ outcome, way, received }));
});

/** What a browser says of its settings: the Config Key's hash of an address; null: nothing. */
export type BrowserProof = { header: { url: string; hash: string | null }; page: { urls: readonly string[]; hash: string } | null };
export type BrowserFinding = { outcome: "matched" | "mismatch"; way: "header" | "page"; url: string; expected: string; received: string | null };
type House = { hashOf: (url: string) => string; isOurs: (url: string) => boolean };

/**
 * R5: the header of the request where there is one, else what the page was told of its own address: engines that send no header tell the page, and
 * some do both. One that matches suffices; the hash of any other house's address is worth nothing.
 */
export function judgeBrowser({ header, page }: BrowserProof, { hashOf, isOurs }: House): BrowserFinding {
  const said = { header: finding("header", header.url, header.hash), page: page?.urls.map((url) => finding("page", url, page.hash)) ?? [] };
  const matched = [said.header, ...said.page.filter(({ url }) => isOurs(url))].find(({ received, expected }) => received === expected);
  if (matched) return { ...matched, outcome: "matched" };
  return (header.hash === null ? said.page[0] : undefined) ?? said.header;

  function finding(way: BrowserFinding["way"], url: string, hash: string | null): BrowserFinding {
    return { outcome: "mismatch", way, url: url.slice(0, 500), expected: hashOf(url), received: hash?.trim().toLowerCase().slice(0, 100) || null };
  }
}

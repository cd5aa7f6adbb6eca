/** What a browser says of an address: the hash of its Config Key, for its settings, and of its Browser Exam Key, for itself; null: nothing. */
type Hashes = { configKeyHash: string | null; requestHash: string | null };
export type BrowserProof = { header: { url: string } & Hashes; page: ({ urls: readonly string[] } & Hashes) | null };
/** Without Browser Exam Keys any program will do that has the settings. */
export type BrowserKeys = { config: string; exam: readonly string[] };
type Said = { way: "header" | "page"; url: string; received: string | null };
export type BrowserFinding = Said & { outcome: "matched" | "missing" | "mismatch"; expected: string; request: Said & { expected: string[] } };
type House = { hashOf: (url: string, key: string) => string; isOurs: (url: string) => boolean };
type Judged = Said & { expected: string[]; matches: boolean };

/**
 * R5: a wrong hash of what is asked for is a mismatch, which a proctor has to decide about: somebody says to be what they are not. Where a hash is merely
 * missing nobody has said so: another browser, or a program that says nothing of itself. What is not asked for is written down and not judged.
 */
export function judgeBrowser(proof: BrowserProof, keys: BrowserKeys, house: House): BrowserFinding {
  const config = judged(proof, "configKeyHash", { keys: [keys.config], house });
  const request = judged(proof, "requestHash", { keys: keys.exam, house });
  const asked = keys.exam.length > 0 ? [config, request] : [config];
  const outcome = asked.every(({ matches }) => matches) ? "matched" : asked.some(({ matches, received }) => !matches && received !== null) ? "mismatch" : "missing";
  const { expected, ...ofConfig } = bare(config);
  return { outcome, ...ofConfig, expected: expected[0] ?? "", request: bare(request) };
}

/**
 * The header of the request where there is one, else what the page was told of its own address: engines that send no header tell the page, and
 * some do both. One that matches suffices; the hash of any other house's address is worth nothing.
 */
function judged({ header, page }: BrowserProof, kind: keyof Hashes, { keys, house }: { keys: readonly string[]; house: House }): Judged {
  const ofHeader = said("header", header.url, header[kind]);
  const ofPage = page?.urls.map((url) => said("page", url, page[kind])) ?? [];
  return [ofHeader, ...ofPage].find(({ matches }) => matches) ?? (ofHeader.received === null ? ofPage[0] : undefined) ?? ofHeader;

  function said(way: Said["way"], url: string, hash: string | null): Judged {
    const received = hash?.trim().toLowerCase().slice(0, 100) || null;
    const expected = keys.map((key) => house.hashOf(url, key));
    return { way, url: url.slice(0, 500), expected, received, matches: received !== null && expected.includes(received) && (way === "header" || house.isOurs(url)) };
  }
}

function bare({ way, url, expected, received }: Judged): Said & { expected: string[] } {
  return { way, url, expected, received };
}

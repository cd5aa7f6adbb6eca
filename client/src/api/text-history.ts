import type { TextHistory } from "@kompeten/shared/contracts/text-history";
import { apiGet, type RequestOptions } from "./client.ts";

/** All pages of an answer's history; one is enough for all but the longest. */
export async function readTextHistory(path: string, options: RequestOptions = {}): Promise<TextHistory> {
  const history = await apiGet<TextHistory>(path, options);
  const revisions = [...history.revisions];
  for (let { more } = history; more; ) {
    const page = await apiGet<TextHistory>(path, { ...options, query: { after: revisions.at(-1)?.seq } });
    revisions.push(...page.revisions);
    more = page.more && page.revisions.length > 0;
  }
  return { ...history, revisions, more: false };
}

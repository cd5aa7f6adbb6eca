import { applyEdit } from "@kompeten/shared/attempt";
import type { TextRevision } from "@kompeten/shared/contracts/text-history";
import { wordCount } from "@kompeten/shared/rich-text";

/** One saved state: the text, and by how many words it differs from the one before. */
export type TextState = { atMs: number; text: string; words: number; change: number };

export function statesOf(revisions: readonly TextRevision[]): TextState[] {
  const states: TextState[] = [];
  for (const { atMs, edit } of revisions) {
    const last = states.at(-1);
    const text = applyEdit(last?.text ?? "", edit);
    if (text === undefined) break;
    const words = wordCount(text);
    states.push({ atMs, text, words, change: words - (last?.words ?? 0) });
  }
  return states;
}

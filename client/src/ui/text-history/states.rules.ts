import { applyEdit } from "@kompeten/shared/attempt";
import type { TextRevision } from "@kompeten/shared/contracts/text-history";
import { wordCount } from "@kompeten/shared/rich-text";

/** One saved state: the text, what of it is new, and what went away where the new begins. */
export type TextState = { atMs: number; text: string; words: number; change: number; before: string; added: string; removed: string; after: string };

export function statesOf(revisions: readonly TextRevision[]): TextState[] {
  const states: TextState[] = [];
  for (const { atMs, edit } of revisions) {
    const last = states.at(-1);
    const earlier = last?.text ?? "";
    const text = applyEdit(earlier, edit);
    if (text === undefined) break;
    const words = wordCount(text);
    const to = edit.from + edit.inserted.length;
    states.push({ atMs, text, words, change: words - (last?.words ?? 0), before: text.slice(0, edit.from), added: edit.inserted, removed: earlier.slice(edit.from, edit.from + edit.removed), after: text.slice(to) });
  }
  return states;
}

import { applyEdit } from "@kompeten/shared/attempt";
import type { TextRevision } from "@kompeten/shared/contracts/text-history";
import { wordCount } from "@kompeten/shared/rich-text";

/** One saved state: the text, and by how many words it differs from the one before. */
export type TextState = { atMs: number; text: string; words: number; change: number };
/** All of them: when each was saved, and one with its text when it is asked for. */
export type TextStates = { times: readonly number[]; textAt: (index: number) => string; at: (index: number) => TextState };
/** Saves that follow each other closely, by their places. */
export type SaveGroup = { first: number; last: number };

/** Of so many texts one is held, and those between are made again from it: thousands of saves of a long text are not thousands of long texts. */
const heldEvery = 50;
/** What lies within this of a group's first save is read together. */
const togetherMs = 30_000;

export function statesOf(revisions: readonly TextRevision[]): TextStates {
  const times: number[] = [];
  const held: string[] = [];
  let last = "";
  for (const { atMs, edit } of revisions) {
    if (times.length % heldEvery === 0) held.push(last);
    const text = applyEdit(last, edit);
    if (text === undefined) break;
    times.push(atMs);
    last = text;
  }

  function textAt(index: number): string {
    const from = Math.floor(index / heldEvery);
    // They were proven above, so that the fingerprints need not be taken again.
    return revisions.slice(from * heldEvery, index + 1).reduce((text, { edit }) => text.slice(0, edit.from) + edit.inserted + text.slice(edit.from + edit.removed), held[from] ?? "");
  }
  function at(index: number): TextState {
    const text = textAt(index);
    const words = wordCount(text);
    return { atMs: times[index] ?? 0, text, words, change: words - wordCount(textAt(index - 1)) };
  }
  return { times, textAt, at };
}

export function groupsOf(times: readonly number[]): SaveGroup[] {
  const groups: SaveGroup[] = [];
  for (const [index, atMs] of times.entries()) {
    const group = groups.at(-1);
    const since = group ? (times[group.first] ?? 0) : 0;
    // Late work was made before what it follows: it begins a group of its own.
    if (group && atMs >= since && atMs - since < togetherMs) group.last = index;
    else groups.push({ first: index, last: index });
  }
  return groups;
}

/** How many words there were at its end, and how many more than before its beginning. */
export function groupWords({ at }: TextStates, { first, last }: SaveGroup): { words: number; change: number } {
  const { words } = at(last);
  return { words, change: words - (first > 0 ? at(first - 1).words : 0) };
}

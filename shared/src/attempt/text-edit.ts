/**
 * A change of a text as one splice, in UTF-16 code units: at `from`, `removed` units give way to `inserted`. `check` is the
 * fingerprint of what must come out (of a text within something, of all that: text-place.ts), so that a splice is never applied to
 * anything else than it was made from.
 */
export type TextEdit = {
  readonly from: number;
  readonly removed: number;
  readonly inserted: string;
  readonly check: number;
};

/** FNV-1a over UTF-16 code units, 32 bits: tells two states of one text apart; no protection against anybody. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The splice between the longest common beginning and end; never through the middle of a surrogate pair. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  if (splitsPair(before, from) || splitsPair(after, from)) from--;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail--;
  return {
    from,
    removed: before.length - tail - from,
    inserted: after.slice(from, after.length - tail),
    check: fingerprint(after),
  };
}

/** The text after the splice; undefined where it was made from another text. */
export function applyEdit(before: string, edit: TextEdit): string | undefined {
  const after = spliced(before, edit);
  return after !== undefined && fingerprint(after) === edit.check ? after : undefined;
}

/** The same unchecked; undefined where the text is too short for it. */
export function spliced(before: string, { from, removed, inserted }: Omit<TextEdit, "check">): string | undefined {
  return from + removed > before.length ? undefined : before.slice(0, from) + inserted + before.slice(from + removed);
}

function splitsPair(text: string, index: number): boolean {
  return index > 0 && index < text.length && isHigh(text.charCodeAt(index - 1)) && !isHigh(text.charCodeAt(index)) && isSurrogate(text.charCodeAt(index));
}
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

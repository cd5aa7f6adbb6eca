/** How a written answer came to be, out of the journal. Pure. */
import { applyEdit, editBetween, type Response, type TextEdit } from "@kompeten/shared/attempt";
import { assert } from "@kompeten/shared/kernel";
import type { TextRevision } from "@kompeten/shared/contracts/text-history";

type Entry = { seq: number; kind: string; atMs: number; body: unknown };
type Written = { itemId?: string; response?: Response; edit?: TextEdit; madeAtMs?: number };
type State = { seq: number; atMs: number; sinceMs: number; text: string };

/** The saves of half a minute of writing are one state: what is read is how a text grew, not each key. */
const togetherMs = 30_000;
/** Whoever takes away or brings this much at once begins a new one, so that what stood there before and what was pasted can be read. */
const takenAwayMin = 40;
const broughtMin = 200;

/** In the order of the journal; the last one is how the text stands. Work merged later (J5, J7) counts from when it was merged. */
export function revisionsOf(entries: readonly Entry[], itemId: string): TextRevision[] {
  const states: State[] = [];
  for (const entry of entries) {
    const written = writtenIn(entry);
    if (written?.itemId !== itemId) continue;
    const last = states.at(-1);
    const text = textAfter(last?.text ?? "", written);
    if (text === undefined || text === last?.text) continue;
    const { seq } = entry;
    const atMs = written.madeAtMs ?? entry.atMs;
    const grown = text.length - (last?.text.length ?? 0);
    const together = last !== undefined && atMs - last.sinceMs < togetherMs && grown > -takenAwayMin && grown < broughtMin;
    if (together) states[states.length - 1] = { ...last, seq, atMs, text };
    else states.push({ seq, atMs, sinceMs: atMs, text });
  }
  return states.map(({ seq, atMs, text }, index) => ({ seq, atMs, edit: editBetween(states[index - 1]?.text ?? "", text) }));
}

function writtenIn({ kind, body }: Entry): Written | undefined {
  if (kind === "responded" || kind === "edited") return body as Written;
  if (kind !== "merged") return undefined;
  const { deed, madeAtMs } = body as { deed: { body: Written }; madeAtMs: number | null };
  return madeAtMs === null ? deed.body : { ...deed.body, madeAtMs };
}

function textAfter(before: string, { response, edit }: Written): string | undefined {
  if (edit) {
    const after = applyEdit(before, edit);
    assert(after !== undefined, "a journal's differences follow from each other");
    return after;
  }
  return response?.interaction === "extended-text" ? response.text : undefined;
}

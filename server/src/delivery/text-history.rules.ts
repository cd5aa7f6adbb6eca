/** How a written answer came to be, out of the journal. Pure. */
import { applyEdit, editBetween, type Response, type TextEdit } from "@kompeten/shared/attempt";
import { assert, pageAfter } from "@kompeten/shared/kernel";
import { revisionCharactersMax, revisionsMax, type TextHistory, type TextRevision } from "@kompeten/shared/contracts/text-history";

type Entry = { seq: number; kind: string; atMs: number; body: unknown };
type Written = { itemId?: string; rowId?: string; response?: Response; edit?: TextEdit; madeAtMs?: number };

/** Every save that changed the text, in the order of the journal; the last one is how it stands. Work merged later (J5, J7) comes when it was merged. */
export function revisionsOf(entries: readonly Entry[], itemId: string): TextRevision[] {
  const revisions: TextRevision[] = [];
  let before = "";
  for (const entry of entries) {
    const written = writtenIn(entry);
    if (written?.itemId !== itemId || written.rowId !== undefined) continue;
    const text = textAfter(before, written);
    if (text === undefined || text === before) continue;
    revisions.push({ seq: entry.seq, atMs: written.madeAtMs ?? entry.atMs, edit: written.edit ?? editBetween(before, text) });
    before = text;
  }
  return revisions;
}

export function pageOf(all: readonly TextRevision[], afterSeq: number): Omit<TextHistory, "startedAtMs"> {
  const { page, more } = pageAfter(all, afterSeq, { max: revisionsMax, charactersMax: revisionCharactersMax, charactersOf: ({ edit }) => edit.inserted.length });
  return { revisions: page, more };
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

import type { ActionRecord, Colour, Work } from "@kompeten/shared/attempt";

export type Annotation = { actionId: string; exhibitId: string; from: number; quote: string; colour: Colour; note: string };

/** What stands on an exhibit, in the order of its text; notes on the whole first. */
export function annotationsOn(work: Work, exhibitId: string): Annotation[] {
  return work.actions.flatMap(annotationOf).filter((one) => one.exhibitId === exhibitId).sort((a, b) => (a.quote === "" ? -1 : a.from) - (b.quote === "" ? -1 : b.from));
}

function annotationOf({ actionId, documentId, content, withdrawn }: ActionRecord): Annotation[] {
  if (withdrawn || documentId === null || content.type !== "annotate") return [];
  const { from, quote, colour, note } = content;
  return [{ actionId, exhibitId: documentId, from, quote, colour, note }];
}

import type { InBasketDocument, InBasketPaper } from "@kompeten/shared/paper";

/** The paper with documents that have come in, and which of them are new; an arrival may be told twice. */
export function withDocuments(paper: InBasketPaper, documents: readonly InBasketDocument[]): { paper: InBasketPaper; added: string[] } {
  const known = new Set(paper.documents.map((document) => document.id));
  const added = documents.filter((document) => !known.has(document.id));
  return { paper: added.length === 0 ? paper : { ...paper, documents: [...paper.documents, ...added] }, added: added.map((document) => document.id) };
}

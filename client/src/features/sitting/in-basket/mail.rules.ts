import { type Grade, isDone, type Work } from "@kompeten/shared/attempt";
import type { InBasketDocument } from "@kompeten/shared/paper";
import { blockText, hasWords } from "../../../ui/block-text.ts";
import { actionsOn } from "./actions.rules.ts";

export const mailFilters = ["all", "unread", "open", "handled"] as const;
export type MailFilter = (typeof mailFilters)[number];
export const mailSorts = ["arrival", "sent", "sender", "priority"] as const;
export type MailSort = (typeof mailSorts)[number];

export const bodyText = (document: InBasketDocument): string => [blockText(document.body), ...document.attachments.map(({ title, body }) => `${title}\n${blockText(body)}`)].join("\n");
const headText = ({ subject, from, to, cc }: InBasketDocument): string => [subject, from, to, cc ?? ""].join("\n");
/** Found by head, body or attachments, every word somewhere in it. */
export const isFound = (document: InBasketDocument, words: readonly string[]): boolean => words.length === 0 || hasWords(`${headText(document)}\n${bodyText(document)}`, words);

export const isHandled = (work: Work, documentId: string): boolean => actionsOn(work, documentId).some(isDone);

/** What the list shows, in its order. Newest arrivals first unless the candidate wants it otherwise; then in the order of the paper. */
export function listed(documents: readonly InBasketDocument[], work: Work, { words, filter, sort }: { words: readonly string[]; filter: MailFilter; sort: MailSort }): InBasketDocument[] {
  const shown = documents.filter((document) => isFound(document, words) && passes(document.id, work, filter));
  switch (sort) {
    case "arrival":
      return shown.sort((a, b) => b.arrivesAfterSeconds - a.arrivesAfterSeconds);
    case "sent":
      return shown.sort((a, b) => (a.sentAt === b.sentAt ? 0 : a.sentAt < b.sentAt ? 1 : -1));
    case "sender":
      return shown.sort((a, b) => a.from.localeCompare(b.from));
    case "priority":
      return shown.sort((a, b) => weight(work, b.id) - weight(work, a.id));
  }
}

function passes(id: string, work: Work, filter: MailFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "unread":
      return !work.visited.includes(id);
    case "open":
      return !isHandled(work, id);
    case "handled":
      return isHandled(work, id);
  }
}

const grades = { low: 1, medium: 2, high: 3 } as const;
const gradeOf = (grade: Grade | null): number => (grade ? grades[grade] : 0);
/** Urgency times importance, as the candidate has graded it; 0 for what is not graded, or by half. */
function weight(work: Work, id: string): number {
  const graded = actionsOn(work, id).find((action) => action.content.type === "prioritise")?.content;
  return graded?.type === "prioritise" ? gradeOf(graded.urgency) * gradeOf(graded.importance) : 0;
}

/** The documents of one conversation, oldest first; one alone where nothing is answered. What has not come in is not known here. */
export function threadOf(documents: readonly InBasketDocument[], id: string): InBasketDocument[] {
  const known = new Map(documents.map((document) => [document.id, document]));
  const rootOf = (document: InBasketDocument): string => {
    const answered = document.inReplyTo === undefined ? undefined : known.get(document.inReplyTo);
    return answered ? rootOf(answered) : document.id;
  };
  const own = known.get(id);
  if (!own) return [];
  const root = rootOf(own);
  return documents.filter((document) => rootOf(document) === root).sort((a, b) => (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0));
}

/** When it came in, by the exercise's own clock, which stands at `now` when the candidate sits down; null for what lay there. */
export function arrivedAt(now: string, { arrivesAfterSeconds }: InBasketDocument): string | null {
  if (arrivesAfterSeconds === 0) return null;
  return new Date(Date.parse(`${now}:00Z`) + arrivesAfterSeconds * 1000).toISOString().slice(0, 16);
}

import type { Work } from "@kompeten/shared/attempt";
import type { InBasketPaper } from "@kompeten/shared/paper";
import { standing } from "./actions.rules.ts";

/** Times are local to the exercise ("2026-11-30T09:00"), so that they compare as text. */
export type CalendarEntry = { id: string; title: string; start: string; end: string; place: string | null; movable: boolean; own: boolean };

/** The paper's entries and what the candidate has scheduled, by start. */
export function calendarEntries(paper: InBasketPaper, work: Work): CalendarEntry[] {
  const given = paper.calendar.map(({ id, title, start, end, place, movable }): CalendarEntry => ({ id, title, start, end, place: place ?? null, movable, own: false }));
  const own = standing(work).flatMap(({ actionId, content }): CalendarEntry[] =>
    content.type === "schedule" ? [{ id: actionId, title: content.title, start: content.start, end: content.end, place: content.place, movable: true, own: true }] : [],
  );
  return [...given, ...own].sort((a, b) => (a.start === b.start ? (a.end < b.end ? -1 : 1) : a.start < b.start ? -1 : 1));
}

/** Entries that share time with the span; one that ends when the other begins does not. */
export function conflicts(entries: readonly CalendarEntry[], span: { id?: string; start: string; end: string }): CalendarEntry[] {
  if (span.start >= span.end) return [];
  return entries.filter((entry) => entry.id !== span.id && entry.start < span.end && span.start < entry.end);
}

export function byDay(entries: readonly CalendarEntry[]): { day: string; entries: CalendarEntry[] }[] {
  const days = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const day = entry.start.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, own]) => ({ day, entries: own }));
}

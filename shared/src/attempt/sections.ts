/**
 * Sections with clocks of their own, taken one after the other: which one is open follows from the entries and the time, so that
 * nobody has to be there when a section's time runs out. No clock in here: time is an argument, and stands still in a pause.
 */
import type { TestPaper } from "../paper/paper.ts";

export type SectionPlan = {
  readonly id: string;
  /** Null: as long as the attempt. */
  readonly limitMs: number | null;
  /** An item that was left for a later one of its section is closed. */
  readonly forwardOnly: boolean;
  /** In the order of the attempt. */
  readonly itemIds: readonly string[];
};

type SectionEnd = { readonly atMs: number; /** Its time had run out; else it was left. */ readonly ranOut: boolean };

export type Sections = {
  readonly plan: readonly SectionPlan[];
  /** The one that was open when the time or the section last changed; `sectionsAt` says which one is by now. */
  readonly index: number;
  readonly openedAtMs: number;
  /** What pauses and extensions gave it. */
  readonly extraMs: number;
  /** How those before it ended. */
  readonly ended: readonly SectionEnd[];
};

/** The plan of a paper in the order of an attempt; undefined where all its sections lie open all the time. */
export function sectionPlanOf(paper: TestPaper): SectionPlan[] | undefined {
  if (!paper.sections.some(({ limitSeconds, navigation }) => limitSeconds !== undefined || navigation === "forward-only")) return undefined;
  return paper.sections.map(({ id, limitSeconds, navigation, items }) => ({
    id,
    limitMs: limitSeconds === undefined ? null : limitSeconds * 1000,
    forwardOnly: navigation === "forward-only",
    itemIds: items.map((item) => item.id),
  }));
}

/** At the start; `stretch` is what accommodations and extensions before it made of the whole limit, and every section has its share. */
export function firstSection(plan: readonly SectionPlan[], startedAtMs: number, stretch: number): Sections {
  const stretched = plan.map((section) => (section.limitMs === null ? section : { ...section, limitMs: Math.round(section.limitMs * stretch) }));
  return { plan: stretched, index: 0, openedAtMs: startedAtMs, extraMs: 0, ended: [] };
}

/** When the open section's time runs out, as far as is known; null where it has no limit. */
export function sectionEnd({ plan, index, openedAtMs, extraMs }: Sections): number | null {
  const limitMs = plan[index]?.limitMs ?? null;
  return limitMs === null ? null : openedAtMs + limitMs + extraMs;
}

/** As they are at a moment: where a section's time has run out, the next one has been open since. The last one stays. */
export function sectionsAt(sections: Sections, nowMs: number): Sections {
  let at = sections;
  for (let endMs = sectionEnd(at); endMs !== null && nowMs > endMs && at.index < at.plan.length - 1; endMs = sectionEnd(at)) at = next(at, { atMs: endMs, ranOut: true });
  return at;
}

/** The open section is left for the next one. */
export function nextSection(sections: Sections, atMs: number): Sections {
  return next(sectionsAt(sections, atMs), { atMs, ranOut: false });
}

/** T1: what is given at a moment belongs to the section that is open then. */
export function lengthened(sections: Sections, atMs: number, ms: number): Sections {
  const at = sectionsAt(sections, atMs);
  return { ...at, extraMs: at.extraMs + ms };
}

function next({ plan, index, ended }: Sections, end: SectionEnd): Sections {
  return { plan, index: index + 1, openedAtMs: end.atMs, extraMs: 0, ended: [...ended, end] };
}

export type ItemSpan = {
  /** When its section was or will be opened by the time alone; null where only the candidate opens it. */
  readonly fromMs: number | null;
  /** How it ended or will end by the time alone; null where it has no end of its own. */
  readonly end: SectionEnd | null;
};

/** When the item can be worked on; null for what is in no section. `visited` are the items that have been opened. */
export function itemSpan(sections: Sections, visited: readonly string[], itemId: string): ItemSpan | null {
  const place = sections.plan.findIndex(({ itemIds }) => itemIds.includes(itemId));
  const section = sections.plan[place];
  if (!section) return null;
  if (section.forwardOnly && isPassed(section, visited, itemId)) return { fromMs: 0, end: { atMs: 0, ranOut: false } };
  if (place < sections.index) return { fromMs: 0, end: sections.ended[place] ?? null };
  let at = sections;
  while (at.index < place) {
    const endMs = sectionEnd(at);
    if (endMs === null) return { fromMs: null, end: null };
    at = next(at, { atMs: endMs, ranOut: true });
  }
  const endMs = sectionEnd(at);
  return { fromMs: at.openedAtMs, end: endMs === null ? null : { atMs: endMs, ranOut: true } };
}

/** Whether a later item of a forward-only section has been opened. */
export function isPassed({ itemIds }: SectionPlan, visited: readonly string[], itemId: string): boolean {
  return itemIds.slice(itemIds.indexOf(itemId) + 1).some((later) => visited.includes(later));
}

/** Scoring by key: pure, so that the same journal and key give the same score for ever (S1). */
import { isDichotomous, pointsOf, type ItemResponse, type KeyedItem } from "./item-points.rules.ts";

export type { ItemResponse, KeyedItem } from "./item-points.rules.ts";

/** One response as the journal holds it; `seq` says which of several responses to an item is the latest. */
export type ResponseEntry = { seq: number; itemId: string; response: ItemResponse };

export type ItemScore = { itemId: string; points: number; maxPoints: number; answered: boolean };

/** A part of the test: a facet of a reasoning test, or a competency of a situational judgement test. */
export type GroupScore = {
  kind: "facet" | "competency";
  code: string;
  points: number;
  maxPoints: number;
  /** points ÷ maxPoints, 0…1. */
  share: number;
  items: number;
  answered: number;
  /** What the bands indicate: evidence for the assessors, never a final level. Null without bands or without any answer. */
  indicatedLevel: number | null;
};

export type KeyedScore = {
  points: number;
  maxPoints: number;
  items: number;
  answered: number;
  unanswered: number;
  /** In raw points; see `binomialStandardError`. Null where the formula does not hold. */
  standardError: number | null;
  itemScores: ItemScore[];
  groups: GroupScore[];
};

/** The share of points from which levels 2, 3, 4 and 5 are indicated, ascending. */
export type LevelBands = readonly [number, number, number, number];

export function scoreByKey(items: readonly KeyedItem[], entries: readonly ResponseEntry[], levelBands?: LevelBands): KeyedScore {
  const latest = latestPerItem(entries);
  const itemScores = items.map((item): ItemScore => ({ itemId: item.id, ...pointsOf(item, latest.get(item.id) ?? {}) }));
  const counted = itemScores.filter((_, index) => isCounted(items[index] as KeyedItem));
  const points = sum(counted.map((score) => score.points));
  const answered = itemScores.filter((score) => score.answered).length;
  return {
    points,
    maxPoints: sum(counted.map((score) => score.maxPoints)),
    items: items.length,
    answered,
    unanswered: items.length - answered,
    standardError: items.every(isDichotomous) ? binomialStandardError(points, items.length) : null,
    itemScores,
    groups: groupScores(items, itemScores, levelBands),
  };
}

/**
 * Standard error of measurement of one person's number-right score, in raw points, under the binomial error model:
 * √(x (n − x) ÷ (n − 1)) for x right of n dichotomous items, which is √(p (1 − p) n · n ÷ (n − 1)) with p = x ÷ n
 * (Lord 1955, "Estimating test reliability", Educational and Psychological Measurement 15, 325–336; Lord 1957, same
 * journal 17, 510–521; Keats 1957 adjusts it with a group's reliability, which one person's score does not have).
 * It treats the items as drawn at random from their domain, so it overstates the error where items are alike in difficulty
 * to a plan; at x = 0 and x = n it is 0, which says that the model is silent there, not that the score is certain.
 */
export function binomialStandardError(right: number, items: number): number | null {
  if (items < 2) return null;
  return Math.sqrt((right * (items - right)) / (items - 1));
}

/** 1 + the number of bands reached (inclusive, unrounded). */
export function indicatedLevel(share: number, bands: LevelBands): number {
  return 1 + bands.filter((from) => share >= from).length;
}

function latestPerItem(entries: readonly ResponseEntry[]): Map<string, ItemResponse> {
  const latest = new Map<string, ResponseEntry>();
  for (const entry of entries) {
    const known = latest.get(entry.itemId);
    if (!known || entry.seq > known.seq) latest.set(entry.itemId, entry);
  }
  return new Map([...latest].map(([itemId, entry]) => [itemId, entry.response]));
}

/**
 * Whether the item's points are part of the test's total. A self-report has no right answer: its sum stands in its own group
 * and nowhere else, or being frank would cost points that knowledge has earned.
 */
function isCounted(item: KeyedItem): boolean {
  return item.interaction !== "likert";
}

/** Where the item's points are summed up; nowhere for what only people can read. */
function groupOf(item: KeyedItem): Pick<GroupScore, "kind" | "code"> | undefined {
  if (item.interaction === "best-worst") return { kind: "competency", code: item.competency };
  if (item.interaction === "likert") return { kind: "facet", code: "self-report" };
  return item.interaction === "extended-text" ? undefined : { kind: "facet", code: item.facet };
}

function groupScores(items: readonly KeyedItem[], scores: readonly ItemScore[], bands: LevelBands | undefined): GroupScore[] {
  const groups = new Map<string, GroupScore>();
  items.forEach((item, index) => {
    const score = scores[index] as ItemScore;
    const place = groupOf(item);
    if (!place) return;
    const { kind, code } = place;
    const group = groups.get(`${kind} ${code}`) ?? { kind, code, points: 0, maxPoints: 0, share: 0, items: 0, answered: 0, indicatedLevel: null };
    group.points += score.points;
    group.maxPoints += score.maxPoints;
    group.items += 1;
    group.answered += score.answered ? 1 : 0;
    groups.set(`${kind} ${code}`, group);
  });
  return [...groups.values()]
    .map((group) => {
      const share = group.maxPoints === 0 ? 0 : group.points / group.maxPoints;
      const level = group.kind === "competency" && bands && group.answered > 0 ? indicatedLevel(share, bands) : null;
      return { ...group, share, indicatedLevel: level };
    })
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

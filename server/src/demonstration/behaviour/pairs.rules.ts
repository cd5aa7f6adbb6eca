/** Candidates of one group are rated by the same two assessors (Peraturan BKN 26/2019: groups of four to eight). */
export const groupSize = 4;

/**
 * Which two assessors rate each of `groups` groups: every pair before any pair again, and of those the pair with the least
 * work so far, so that nobody's severity goes with one colleague's only.
 */
export function pairsFor(groups: number, assessors: readonly string[]): [string, string][] {
  const pairs = assessors.flatMap((one, place) => assessors.slice(place + 1).map((other) => ({ both: [one, other] as [string, string], used: 0 })));
  const load = new Map<string, number>();
  const workOf = ({ both }: (typeof pairs)[number]): number => (load.get(both[0]) ?? 0) + (load.get(both[1]) ?? 0);
  return Array.from({ length: groups }, () => {
    const [next] = pairs.toSorted((a, b) => a.used - b.used || workOf(a) - workOf(b));
    if (!next) throw new Error("pairsFor: fewer than two assessors");
    next.used += 1;
    for (const assessor of next.both) load.set(assessor, (load.get(assessor) ?? 0) + 1);
    return next.both;
  });
}

/** Where a person stands in the nine-box: a pure function of recorded components and one dated configuration (S5). */

export type Row = "below" | "meets" | "above";
export type Column = "low" | "medium" | "high";
export type Weighted = { code: string; weightPercent: number };

/** The part of a nine-box configuration that decides; the names, labels and recommendations do not. */
export type NineBoxRules = {
  performanceMethod: "weighted-score" | "predicate-row";
  cutOffs: { performance: readonly [number, number]; potential: readonly [number, number] };
  performanceComponents: readonly Weighted[];
  potentialComponents: readonly Weighted[];
  talentScoreWeights: { performance: number; potential: number };
  predicates: readonly { code: string; score: number; row: Row }[];
  boxes: readonly { number: number; row: Row; column: Column }[];
};

/** What is known of a person. A component that is not there is missing; a recorded 0 is a 0. */
export type StandingInput = { predicate: string | undefined; components: ReadonlyMap<string, number> };

export type Standing = {
  /** Each axis 0…100, unrounded; undefined where a component of that axis is missing. */
  performanceScore: number | undefined;
  potentialScore: number | undefined;
  talentScore: number | undefined;
  box: number | undefined;
  /** Codes of what is missing, in the order of the configuration. */
  missing: string[];
};

/** The yearly predicate is the component of this code; the configuration translates it into a score. */
export const predicateComponent = "predicate";

/**
 * The proposed box. Anything missing on either axis leaves the person without a box under both methods: the talent score
 * by which the succession group is ranked needs every component, and a guess would look like a measurement.
 */
export function standingOf(input: StandingInput, rules: NineBoxRules): Standing {
  const predicate = rules.predicates.find((candidate) => candidate.code === input.predicate);
  const scores = new Map(input.components);
  scores.delete(predicateComponent);
  if (predicate) scores.set(predicateComponent, predicate.score);
  const performance = axisScore(rules.performanceComponents, scores);
  const potential = axisScore(rules.potentialComponents, scores);
  const missing = [...performance.missing, ...potential.missing];
  // The row may come from the predicate even where the configuration gives the predicate no weight.
  if (rules.performanceMethod === "predicate-row" && !predicate && !missing.includes(predicateComponent)) missing.unshift(predicateComponent);
  const standing = { performanceScore: performance.score, potentialScore: potential.score, missing };
  if (missing.length > 0 || performance.score === undefined || potential.score === undefined) return { ...standing, talentScore: undefined, box: undefined };
  const row = rules.performanceMethod === "predicate-row" && predicate ? predicate.row : band(performance.score, rules.cutOffs.performance, ["below", "meets", "above"]);
  const column = band(potential.score, rules.cutOffs.potential, ["low", "medium", "high"]);
  return {
    ...standing,
    talentScore: weightedMean([
      [performance.score, rules.talentScoreWeights.performance],
      [potential.score, rules.talentScoreWeights.potential],
    ]),
    box: rules.boxes.find((box) => box.row === row && box.column === column)?.number,
  };
}

/** The weighted mean of an axis's components, or what is missing for it. */
export function axisScore(components: readonly Weighted[], scores: ReadonlyMap<string, number>): { score: number | undefined; missing: string[] } {
  const missing = components.filter((component) => !scores.has(component.code)).map((component) => component.code);
  if (missing.length > 0) return { score: undefined, missing };
  return { score: weightedMean(components.map((component) => [scores.get(component.code) ?? 0, component.weightPercent])), missing };
}

/** From the first cut-off the middle, from the second the upper band: inclusive, unrounded. */
export function band<T>(score: number, [middle, upper]: readonly [number, number], [low, medium, high]: readonly [T, T, T]): T {
  if (score >= upper) return high;
  return score >= middle ? medium : low;
}

/**
 * Not rounded to what is printed, only to a billionth: decimal scores have no exact binary form, and a sum of them that is
 * 60 on paper must not miss the cut-off as 59.99999999999999.
 */
function weightedMean(parts: readonly (readonly [number, number])[]): number {
  const weight = parts.reduce((total, part) => total + part[1], 0);
  const sum = parts.reduce((total, part) => total + part[0] * part[1], 0);
  return Math.round((sum / weight) * 1e9) / 1e9;
}

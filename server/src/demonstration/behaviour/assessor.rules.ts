/** A simulated assessor: severe or lenient, never exact; and a lead who settles what two of them found. */
import { clamp, normal, randomOf } from "./chance.rules.ts";
import type { Candidate, Competency } from "./candidate.rules.ts";

export type Level = 1 | 2 | 3 | 4 | 5;
export type Assessor = {
  seed: string;
  /** Subtracted from every level seen: positive is severe. */
  severity: number;
};

export function assessorOf(seed: string): Assessor {
  return { seed, severity: clamp(0.25 * normal(randomOf(seed, "severity")), -0.45, 0.45) };
}

/** The level one assessor sees of one competency in one exercise. Two assessors never share their noise: they rate independently. */
export function ratingOf(assessor: Assessor, candidate: Candidate, competency: Competency, exercise: string): Level {
  const random = randomOf(assessor.seed, candidate.seed, competency, exercise);
  return toLevel(candidate.trueLevels[competency] - assessor.severity + 0.38 * normal(random));
}

/** The lead weighs all ratings of a competency; an even split goes to where the keyed test points, or down. */
export function agreedLevel(ratings: readonly number[], indicated: number | null): Level {
  if (ratings.length === 0) return toLevel(indicated ?? 1);
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  const whole = Math.floor(mean);
  if (mean - whole === 0.5) return toLevel(indicated !== null && indicated > mean ? whole + 1 : whole);
  return toLevel(mean);
}

function toLevel(value: number): Level {
  return clamp(Math.round(value), 1, 5) as Level;
}

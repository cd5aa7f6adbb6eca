/** A simulated candidate: one ability, a strength or weakness per competency, and what follows for each kind of item. */
import { clamp, normal, pick, randomOf, type Random } from "./chance.rules.ts";

export const competencies = ["M.01", "M.02", "M.03", "M.04", "M.05", "M.06", "M.07", "M.08", "SK.01"] as const;
export type Competency = (typeof competencies)[number];

export type Candidate = {
  /** Names this person's chance: everything they do follows from it. */
  seed: string;
  /** In logits; 0 is the average of the demonstration's candidates. */
  ability: number;
  /** What they would be found to be by a perfect observer, about 1…5, not rounded. */
  trueLevels: Readonly<Record<Competency, number>>;
};

/** How well a piece of work is done: 1 poor, 2 ordinary, 3 good. */
export type Quality = 1 | 2 | 3;

/**
 * The `index`-th of `count` candidates. Abilities are spread evenly over the normal distribution (a stratified draw in an
 * order that the seed shuffles), so that a group of any size holds weak, ordinary and strong people.
 */
export function candidateOf(seed: string, index: number, count: number): Candidate {
  const random = randomOf(seed, "candidate", index);
  // A step prime to the count visits every stratum once.
  const step = [7, 11, 13, 5, 3, 1].find((candidate) => count % candidate !== 0 || candidate === 1) ?? 1;
  const stratum = ((index * step) % count) + 0.15 + 0.7 * random();
  const ability = clamp(quantile(stratum / count), -2.2, 2.2);
  const trueLevels = Object.fromEntries(competencies.map((competency) => [competency, clamp(2.4 + 0.68 * ability + 0.42 * normal(random), 1, 4.6)])) as Record<Competency, number>;
  return { seed: `${seed}/${index}`, ability, trueLevels };
}

/** The normal quantile by the logistic approximation: good to a few hundredths, which is all that is asked of it. */
function quantile(share: number): number {
  return Math.log(share / (1 - share)) / 1.702;
}

/** Rasch: the probability of a right answer; a guesser still has one chance in `options`. Both in logits. */
export function probabilityOfRight(ability: number, difficulty: number, options: number): number {
  const known = 1 / (1 + Math.exp(difficulty - ability));
  const guessed = 1 / options;
  return guessed + (1 - guessed) * known;
}

export type ChoiceTask = { id: string; options: readonly string[]; correct: string; difficulty: number };

/** The option chosen, or undefined for an item left out, which the less able do now and then. */
export function answerChoice(candidate: Candidate, task: ChoiceTask): string | undefined {
  const random = randomOf(candidate.seed, task.id);
  if (random() < clamp(0.02 - 0.02 * candidate.ability, 0, 0.08)) return undefined;
  if (random() < probabilityOfRight(candidate.ability + 0.4, task.difficulty, task.options.length)) return task.correct;
  return pick(random, task.options.filter((option) => option !== task.correct));
}

export type BestWorstTask = { id: string; effectiveness: Readonly<Record<string, number>>; competency: string };

/** Sees the effectiveness of each option through a noise that shrinks with the level in the competency it is about. */
export function answerBestWorst(candidate: Candidate, task: BestWorstTask): { best: string; worst: string } {
  const random = randomOf(candidate.seed, task.id);
  const level = candidate.trueLevels[task.competency as Competency] ?? 2.5;
  const noise = 2.9 * Math.exp(-0.42 * level) + 0.25;
  const seen = Object.entries(task.effectiveness)
    .map(([option, effectiveness]) => ({ option, value: effectiveness + 2 * noise * normal(random) }))
    .sort((one, other) => other.value - one.value);
  return { best: seen.at(0)?.option ?? "", worst: seen.at(-1)?.option ?? "" };
}

/** How well one piece of work turns out: the level in its competency, and the day's form. */
export function qualityOf(candidate: Candidate, competency: Competency, task: string): Quality {
  const random: Random = randomOf(candidate.seed, "quality", task);
  const shown = candidate.trueLevels[competency] + 0.35 * normal(random);
  return shown >= 2.75 ? 3 : shown >= 1.95 ? 2 : 1;
}

/** Chance that can be repeated: everything the demonstration draws comes from one of these, seeded by a name. */
import { seededRandom } from "@kompeten/shared/kernel";

export type Random = () => number;

/** A generator of its own for every named thing, so that adding one thing never changes another. */
export function randomOf(...names: readonly (string | number)[]): Random {
  let hash = 0x811c9dc5;
  for (const character of names.join("/")) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const random = seededRandom(hash);
  random(); // Neighbouring seeds start alike; the second number does not show it.
  return random;
}

/** A standard normal value (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("pick: nothing to pick from");
  return value;
}

/** One of the keys, each with its weight. */
export function weighted<K extends string>(random: Random, weights: Readonly<Record<K, number>>): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return (entries.at(-1) as [K, number])[0];
}

/** A whole number from `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

export function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

/**
 * Chooses one wording: `{a|b|c}` stands for one of its alternatives, an empty alternative for none. No nesting.
 * Runs of blanks that an empty alternative leaves behind are closed.
 */
export function vary(random: Random, text: string): string {
  return text
    .replaceAll(/\{([^{}]*)\}/g, (_, alternatives: string) => pick(random, alternatives.split("|")))
    .replaceAll(/ {2,}/g, " ")
    .replaceAll(/ ([,.;:])/g, "$1")
    .trim();
}

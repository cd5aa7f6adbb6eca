/** Job person match: how far agreed levels reach the levels a position requires. Pure (S5). */
import { ok, type Result } from "@kompeten/shared/kernel";

/** `achieved` is undefined where no level was agreed: missing is not zero. `weight` is 1 where the standard gives none. */
export type LevelPair = { competency: string; required: number; achieved: number | undefined; weight?: number };

export type JpmRefusal = { readonly ok: false; readonly refusal: "incomplete"; readonly missing: string[] };

/**
 * JPM in per cent, unrounded: Σ (weight × achieved) ÷ Σ (weight × required) × 100, no higher than `capPercent`
 * (the practice under Peraturan BKN 26/2019; weights and cap are configuration). Multiplied before it is divided, so that
 * a share that is a whole number of per cent is exactly that number when it is compared with a cut-off.
 */
export function jobPersonMatch(levels: readonly LevelPair[], capPercent: number): Result<number, never> | JpmRefusal {
  const missing = levels.filter((level) => level.achieved === undefined).map((level) => level.competency);
  const required = levels.reduce((total, level) => total + (level.weight ?? 1) * level.required, 0);
  if (missing.length > 0 || required <= 0) return { ok: false, refusal: "incomplete", missing };
  const achieved = levels.reduce((total, level) => total + (level.weight ?? 1) * (level.achieved ?? 0), 0);
  return ok(Math.min(capPercent, (100 * achieved) / required));
}

/** The first category, from high to low, whose lower bound the unrounded value reaches. */
export function categoryOf<C extends { fromPercent: number }>(jpmPercent: number, categories: readonly C[]): C | undefined {
  return [...categories].sort((one, other) => other.fromPercent - one.fromPercent).find((category) => jpmPercent >= category.fromPercent);
}

/** The last day on which a result counts: `years` after the first one, less a day (29 February becomes 28 February). */
export function validUntil(validFrom: string, years: number): string {
  const [year, month, day] = validFrom.split("-").map(Number) as [number, number, number];
  const end = new Date(Date.UTC(year + years, month - 1, day));
  if (end.getUTCMonth() !== month - 1) end.setUTCDate(0);
  else end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

/** The calendar day in a time zone at an instant, YYYY-MM-DD. */
export function localDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

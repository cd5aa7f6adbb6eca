import { pick, randomOf, vary } from "./chance.rules.ts";
import type { Competency } from "./candidate.rules.ts";
import { consensusReasons, notes, placementReasons, type Exercise } from "./notes.texts.ts";

/** The evidence an assessor notes down for one level of one competency in one exercise. */
export function noteOf(seed: string, exercise: Exercise, competency: Competency, level: number): string {
  const text = notes[exercise][competency]?.[level - 1] ?? "Bukti perilaku terlihat pada sebagian pekerjaan peserta.";
  return vary(randomOf(seed, "note", exercise, competency), text);
}

/** Why the lead settled on `level`, given the ratings on the table (S4: a difference of two or more is explained). */
export function consensusReason(seed: string, competency: string, ratings: readonly number[], level: number): string {
  const spread = ratings.length === 0 ? 0 : Math.max(...ratings) - Math.min(...ratings);
  const reason = spread === 0 ? consensusReasons.agreed : spread === 1 ? consensusReasons.close : consensusReasons.wide;
  return vary(randomOf(seed, "consensus", competency), reason).replaceAll("<level>", String(level));
}

export function placementReason(seed: string): string {
  return pick(randomOf(seed, "placement"), placementReasons);
}

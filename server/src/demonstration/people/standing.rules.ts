/** What the register knows of a person's performance and potential before any assessment: predicates and component scores. */
import { clamp, normal, randomOf, type Random } from "../behaviour/chance.rules.ts";
import type { EducationCode, Person } from "./people.rules.ts";

type Predicate = "sangat-baik" | "baik" | "butuh-perbaikan" | "kurang";
export type YearlyPredicate = { year: number; predicate: Predicate };
export type ComponentScore = { code: string; score: number; asOf: string; source: string };

/** Domain §5; the same table ships in the nine-box configurations. */
const educationScores: Readonly<Record<EducationCode, number>> = { s3: 100, s2: 90, "s1-d4": 80, d3: 70, slta: 60 };

/** The predicates of the two years before `year`. A few people have none for the last year: not yet decided. */
export function predicatesOf(seed: string, ability: number, year: number): YearlyPredicate[] {
  const random = randomOf(seed, "predicate");
  const missing = random() < 0.035;
  const merit = meritOf(seed, ability);
  return [year - 2, year - 1].flatMap((of, index) => (missing && index === 1 ? [] : [{ year: of, predicate: predicateOf(merit + 0.4 * normal(random)) }]));
}

function predicateOf(merit: number): Predicate {
  if (merit > 0.75) return "sangat-baik";
  if (merit > -1.15) return "baik";
  return merit > -1.9 ? "butuh-perbaikan" : "kurang";
}

/** How good the work of the last years was: related to ability, but not the same. */
function meritOf(seed: string, ability: number): number {
  return 0.45 * ability + 0.9 * normal(randomOf(seed, "merit"));
}

/** The component scores; a few people lack one or two, which makes them incomplete and not zero (S5). */
export function componentsOf(seed: string, person: Pick<Person, "education">, ability: number, year: number): ComponentScore[] {
  const random = randomOf(seed, "components");
  const merit = meritOf(seed, ability);
  const lastYear = `${year - 1}-12-31`;
  const midYear = `${year}-06-30`;
  const scores: ComponentScore[] = [
    { code: "awards", score: inSteps(40 + 20 * merit + 16 * normal(random), 10), asOf: lastYear, source: "Rekap penghargaan 5 tahun" },
    { code: "teamwork", score: inSteps(58 + 14 * merit + 12 * normal(random), 5), asOf: lastYear, source: "Rekap keputusan tim kerja 2 tahun" },
    { code: "feedback", score: inSteps(74 + 7 * merit + 6 * normal(random), 1), asOf: midYear, source: "Umpan balik 360 derajat" },
    { code: "competency-development", score: inSteps(64 + 13 * ability + 11 * normal(random), 5), asOf: lastYear, source: "Rekap jam pelajaran pengembangan kompetensi" },
    { code: "position-experience", score: inSteps(60 + 9 * ability + 14 * normal(random), 10), asOf: midYear, source: "Riwayat jabatan" },
    { code: "potential-test", score: inSteps(66 + 14 * ability + 6 * normal(random), 1), asOf: midYear, source: "Laporan penilaian potensi" },
    { code: "education", score: educationScores[person.education], asOf: midYear, source: "Ijazah terakhir" },
    { code: "field-fit", score: inSteps(76 + 14 * normal(random), 20), asOf: midYear, source: "Telaah kesesuaian bidang ilmu" },
    { code: "integrity", score: disciplineScore(random), asOf: midYear, source: "Catatan hukuman disiplin" },
  ];
  const lacking = new Set(random() < 0.05 ? ["potential-test"] : random() < 0.04 ? ["feedback", "teamwork"] : []);
  return scores.filter((score) => !lacking.has(score.code));
}

function disciplineScore(random: Random): number {
  const drawn = random();
  return drawn < 0.03 ? 50 : drawn < 0.09 ? 75 : 100;
}

function inSteps(value: number, step: number): number {
  return clamp(Math.round(value / step) * step, 0, 100);
}

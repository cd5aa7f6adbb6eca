/** A written answer to a case question: the points a candidate makes, each as well as they can make it. */
import { normal, randomOf, vary } from "./chance.rules.ts";
import { qualityOf, type Candidate, type Competency, type Quality } from "./candidate.rules.ts";
import { analysisPoints } from "./case-analysis.texts.ts";
import { planPoints } from "./case-plan.texts.ts";
import { recommendationPoints } from "./case-recommendation.texts.ts";

/** One point of an answer; an empty text means that a candidate of this quality does not make it. */
export type Point = { competency: Competency; /** Starts a new paragraph. */ paragraph?: true } & Readonly<Record<Quality, string>>;

const questions: Readonly<Record<string, readonly Point[]>> = { analisis: analysisPoints, rekomendasi: recommendationPoints, pelaksanaan: planPoints };
export const questionsWithTexts = Object.keys(questions);

export function caseAnswer(candidate: Candidate, questionId: string): string {
  const points = questions[questionId] ?? [];
  const random = randomOf(candidate.seed, "case", questionId);
  const paragraphs: string[][] = [[]];
  points.forEach((point, index) => {
    const text = vary(random, point[qualityOf(candidate, point.competency, `${questionId}/${index}`)]);
    // Some points are simply not thought of; the first one opens the answer and always stands.
    const forgotten = index > 0 && random() < Math.min(0.4, Math.max(0.03, 0.14 - 0.08 * candidate.ability + 0.03 * normal(random)));
    if (point.paragraph && paragraphs.at(-1)?.length) paragraphs.push([]);
    if (text !== "" && !forgotten) paragraphs.at(-1)?.push(text);
  });
  return paragraphs
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => sentences.join(" "))
    .join("\n\n");
}

/** Words as the question's limits count them. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

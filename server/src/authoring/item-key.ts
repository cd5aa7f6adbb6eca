/** What the key says of one item of a test. Never leaves the server except for scoring and the author's own page. */
import { z } from "zod";
import { line, localId, prose } from "@kompeten/shared/paper";

export const competencyCode = z.string().regex(/^(M\.0[1-8]|SK\.01|T\.\d{2,3})$/);

const rightOrWrong = {
  /** The designer's difficulty estimate in logits before any data (easy −2 … hard +2). */
  difficulty: z.number().min(-3).max(3),
  facet: z.enum(["verbal", "numerical", "logical"]),
  rationale: prose,
};
/**
 * How an item of several parts is scored, named after QTI's response processing templates: match_correct gives one point for
 * the whole answer and nothing for less; map_response gives points for parts, by the rule stated in item-points.rules.ts.
 */
const scoring = z.enum(["match-correct", "map-response"]).default("match-correct");

/** Scoring key of a choice item: one right option, one point. */
const choiceKey = z.strictObject({ interaction: z.literal("choice"), correct: localId, ...rightOrWrong });
/**
 * Scoring key of a best–worst item: an expert effectiveness per option, 0 (worst) to n−1 (best), each used once.
 * Points: effectiveness of the option chosen as best + (n−1 − effectiveness of the option chosen as worst).
 */
const bestWorstKey = z.strictObject({
  interaction: z.literal("best-worst"),
  competency: competencyCode,
  effectiveness: z.record(localId, z.int().min(0).max(9)),
  rationale: prose,
});
const multipleResponseKey = z.strictObject({ interaction: z.literal("multiple-response"), correct: z.array(localId).min(1).max(10), scoring, ...rightOrWrong });
/** `correct`: all options, first to last. */
const orderKey = z.strictObject({ interaction: z.literal("order"), correct: z.array(localId).min(2).max(10), scoring, ...rightOrWrong });
/** `correct`: the right target of each source, the right option of each gap. */
const ofParts = { correct: z.record(localId, localId), scoring, ...rightOrWrong };
const matchKey = z.strictObject({ interaction: z.literal("match"), ...ofParts });
const inlineChoiceKey = z.strictObject({ interaction: z.literal("inline-choice"), ...ofParts });
/** Any of these is right. A text whatever its capitals and spaces; a number within its tolerance (absolute, inclusive), in its unit where units are offered. */
const accepted = z.union([
  z.strictObject({ text: z.string().trim().min(1).max(200) }),
  z.strictObject({ value: z.number().finite(), tolerance: z.number().min(0).finite().default(0), unit: line.max(30).optional() }),
]);
const textEntryKey = z.strictObject({ interaction: z.literal("text-entry"), accepted: z.array(accepted).min(1).max(20), ...rightOrWrong });
const sliderKey = z.strictObject({ interaction: z.literal("slider"), value: z.int(), tolerance: z.int().min(0).default(0), ...rightOrWrong });
/** No answer is right: points run from 0 at the first point of the scale to n−1 at the last, and the other way round for reversed statements. */
const likertKey = z.strictObject({ interaction: z.literal("likert"), reversed: z.array(localId).max(20).default([]), rationale: prose });
/** Read by people; no points by key. */
const extendedTextKey = z.strictObject({ interaction: z.literal("extended-text"), expected: prose });

export const itemKey = z.discriminatedUnion("interaction", [
  choiceKey,
  bestWorstKey,
  multipleResponseKey,
  orderKey,
  matchKey,
  inlineChoiceKey,
  textEntryKey,
  sliderKey,
  likertKey,
  extendedTextKey,
]);
export type ItemKey = z.infer<typeof itemKey>;

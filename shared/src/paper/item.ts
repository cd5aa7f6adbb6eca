/**
 * The items of a test. Interactions use the names and semantics of QTI 3 (1EdTech, "Question and Test Interoperability 3.0",
 * interactions) where QTI has them; best-worst is ours, for situational judgement, and likert is QTI's matchInteraction over
 * one scale. Nothing here says what is right: keys live on the server.
 */
import { z } from "zod";
import { blocks, line, localId, prose } from "./block.ts";

const option = z.strictObject({ id: localId, text: prose });
const base = { id: localId, stimulus: blocks.optional(), prompt: prose };
/** Whether the attempt's seed may reorder what can be chosen. */
const shuffleOptions = z.boolean().default(true);
const withOptions = { ...base, options: z.array(option).min(2).max(10), shuffleOptions };

export const choiceItem = z.strictObject({ interaction: z.literal("choice"), ...withOptions });
export const bestWorstItem = z.strictObject({ interaction: z.literal("best-worst"), ...withOptions });
/** QTI's choiceInteraction with a response of multiple cardinality. */
export const multipleResponseItem = z.strictObject({
  interaction: z.literal("multiple-response"),
  ...withOptions,
  /** With fewer the item counts as not yet answered. */
  minChoices: z.int().min(1).max(10).default(1),
  maxChoices: z.int().min(2).max(10),
});
/** All options into one order. */
export const orderItem = z.strictObject({ interaction: z.literal("order"), ...withOptions });
/** QTI's matchInteraction: each source gets one target. */
export const matchItem = z.strictObject({
  interaction: z.literal("match"),
  ...base,
  sources: z.array(option).min(2).max(12),
  targets: z.array(option).min(2).max(10),
  /** How many sources one target may take; 0: any number. */
  matchMax: z.int().min(0).max(12).default(0),
  shuffleOptions,
});
/** Running text with gaps, each filled from a list of its own. Plain data: the text carries no markup. */
export const inlineChoiceItem = z.strictObject({
  interaction: z.literal("inline-choice"),
  ...base,
  text: z
    .array(z.union([z.strictObject({ text: z.string().min(1).max(2000) }), z.strictObject({ gap: localId, options: z.array(option).min(2).max(10) })]))
    .min(2)
    .max(60),
  shuffleOptions,
});
export const textEntryItem = z.strictObject({
  interaction: z.literal("text-entry"),
  ...base,
  /** A number is read as people write it here: comma before the decimals, point between thousands. */
  format: z.enum(["text", "number"]),
  /** One: printed behind the field. Several: the candidate says which. */
  units: z.array(line.max(30)).max(6).default([]),
});
export const sliderItem = z
  .strictObject({
    interaction: z.literal("slider"),
    ...base,
    lowerBound: z.int().min(-1_000_000).max(1_000_000),
    upperBound: z.int().min(-1_000_000).max(1_000_000),
    step: z.int().min(1).max(1_000_000).default(1),
    lowerLabel: line.optional(),
    upperLabel: line.optional(),
    unit: line.max(30).optional(),
  })
  .refine((item) => item.lowerBound < item.upperBound && (item.upperBound - item.lowerBound) % item.step === 0, { error: "the bounds are whole steps apart" });
/** Statements rated on one scale, which always keeps its order. */
export const likertItem = z.strictObject({
  interaction: z.literal("likert"),
  ...base,
  statements: z.array(option).min(1).max(20),
  scale: z.array(option).min(2).max(7),
  shuffleOptions,
});
export const extendedTextItem = z.strictObject({
  interaction: z.literal("extended-text"),
  ...base,
  guidance: prose.optional(),
  minWords: z.int().min(0).max(5000).default(0),
  maxWords: z.int().min(10).max(5000),
});

export const item = z.discriminatedUnion("interaction", [
  choiceItem,
  bestWorstItem,
  multipleResponseItem,
  orderItem,
  matchItem,
  inlineChoiceItem,
  textEntryItem,
  sliderItem,
  likertItem,
  extendedTextItem,
]);
export type TestItem = z.infer<typeof item>;
export type Option = z.infer<typeof option>;

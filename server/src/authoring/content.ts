/**
 * The shape of an instrument's content files: `instrument.yaml` (what it is), `paper.yaml` (what a candidate sees),
 * `key.yaml` (answers, scoring, rubric). The key never leaves the server and never reaches the delivery code.
 */
import { z } from "zod";
import { instrumentKinds } from "@kompeten/shared/contracts/authoring";
import { line, localId, prose } from "@kompeten/shared/paper";
import { competencyCode, itemKey } from "./item-key.ts";

export const instrumentHeader = z.strictObject({
  code: localId,
  title: line,
  kind: z.enum(instrumentKinds),
  version: z.int().min(1),
  language: z.literal("id"),
  /** A form has none; everything else has a clock. */
  durationMinutes: z.int().min(1).max(240).optional(),
  /** One or two sentences for the organiser who chooses instruments. */
  summary: prose,
  /** What the candidate reads before the start. */
  candidateInstructions: prose,
  /** Competencies it gives evidence for; empty for a reasoning test. */
  competencies: z.array(competencyCode).max(20),
});

export const testKey = z.strictObject({
  kind: z.literal("test"),
  items: z.record(localId, itemKey),
  /**
   * For a test that gives evidence per competency: the share of points (0…1) from which each level is indicated,
   * ascending for levels 2, 3, 4, 5. An indication for the assessors, never a final level.
   */
  levelBands: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  levelBandsBasis: prose.optional(),
});

const anchors = z.strictObject({ "1": prose, "2": prose, "3": prose, "4": prose, "5": prose });
export const rubric = z
  .array(
    z.strictObject({
      competency: competencyCode,
      /** What an assessor should look for in this exercise. */
      lookFor: z.array(prose).min(2).max(12),
      /** Behavioural anchor per level, in this exercise. */
      anchors,
    }),
  )
  .min(1)
  .max(12);

export const inBasketKey = z.strictObject({
  kind: z.literal("in-basket"),
  rubric,
  documents: z.record(
    localId,
    z.strictObject({
      urgency: z.enum(["low", "medium", "high"]),
      importance: z.enum(["low", "medium", "high"]),
      /** Other documents that must be seen together with this one. */
      links: z.array(localId).max(10).default([]),
      /** What a competent candidate does with it, and the trap in it. */
      expected: prose,
    }),
  ),
});
export const caseKey = z.strictObject({
  kind: z.literal("case"),
  rubric,
  questions: z.record(localId, z.strictObject({ expected: prose, exhibits: z.array(localId).max(20) })),
});
/** There is nothing right or wrong in a form. */
const formKey = z.strictObject({ kind: z.literal("form") });
export const instrumentKey = z.discriminatedUnion("kind", [testKey, inBasketKey, caseKey, formKey]);

export type InstrumentHeader = z.infer<typeof instrumentHeader>;
export type InstrumentKey = z.infer<typeof instrumentKey>;
export type InBasketKey = z.infer<typeof inBasketKey>;
export type CaseKey = z.infer<typeof caseKey>;
export type TestKey = z.infer<typeof testKey>;
export type Rubric = z.infer<typeof rubric>;

/**
 * The shape of the catalogue's content files. Every table is dated, versioned data with its legal basis: nothing in it is an `if` in code.
 */
import { z } from "zod";
import { blocks, line, prose } from "@kompeten/shared/paper";

export const competencyCode = z.string().regex(/^(M\.0[1-8]|SK\.01|T\.\d{2,3})$/);
const level = z.int().min(1).max(5);
const provenance = {
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  version: z.int().min(1),
  title: line,
  /** The regulation it rests on, as cited in print. */
  legalBasis: line,
  effectiveFrom: z.iso.date(),
};

export const competencyDictionary = z.strictObject({
  ...provenance,
  competencies: z
    .array(
      z.strictObject({
        code: competencyCode,
        name: line,
        group: z.enum(["managerial", "socio-cultural", "technical"]),
        definition: prose,
        levels: z
          .array(
            z.strictObject({
              level,
              name: line,
              descriptor: prose,
              indicators: z.array(z.strictObject({ number: z.string().regex(/^[1-5]\.\d$/), text: prose })).length(3),
            }),
          )
          .length(5),
      }),
    )
    .min(1),
});

export const positionTypes = ["jpt-utama", "jpt-madya", "jpt-pratama", "administrator", "pengawas", "pelaksana", "fungsional"] as const;
export const positionStandards = z.strictObject({
  ...provenance,
  standards: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
        title: line,
        positionType: z.enum(positionTypes),
        /** Required level per competency code; functional positions are mixed. */
        required: z.record(competencyCode, level),
        note: prose.optional(),
      }),
    )
    .min(1),
});

export const jpmCategories = z.strictObject({
  ...provenance,
  purpose: z.enum(["position-filling", "mapping"]),
  /** JPM is capped here, in per cent. */
  capPercent: z.number().positive(),
  /** From high to low; a category holds from `fromPercent` (inclusive, unrounded). */
  categories: z.array(z.strictObject({ code: line, name: line, fromPercent: z.number().min(0) })).min(2),
});

const component = z.strictObject({ code: z.string().regex(/^[a-z0-9-]+$/), name: line, weightPercent: z.number().positive() });
export const nineBoxConfiguration = z.strictObject({
  ...provenance,
  /** How the performance row is found: from the weighted score and cut-offs, or straight from the yearly predicate. */
  performanceMethod: z.enum(["weighted-score", "predicate-row"]),
  /** Scores from the first cut-off are the middle row or column, from the second the upper one (inclusive, unrounded). */
  cutOffs: z.strictObject({ performance: z.tuple([z.number(), z.number()]), potential: z.tuple([z.number(), z.number()]) }),
  performanceComponents: z.array(component).min(1),
  potentialComponents: z.array(component).min(1),
  /** Share of each axis in the talent score, in per cent. */
  talentScoreWeights: z.strictObject({ performance: z.number(), potential: z.number() }),
  predicates: z.array(z.strictObject({ code: z.string(), name: line, score: z.number().min(0).max(100), row: z.enum(["below", "meets", "above"]) })).min(3),
  education: z.array(z.strictObject({ code: z.string(), name: line, score: z.number().min(0).max(100) })).min(1),
  discipline: z.array(z.strictObject({ code: z.string(), name: line, score: z.number().min(0).max(100) })).min(1),
  boxes: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(9),
        row: z.enum(["below", "meets", "above"]),
        column: z.enum(["low", "medium", "high"]),
        label: line,
        recommendations: z.array(line).min(1),
      }),
    )
    .length(9),
  /** Boxes that form the succession group (kelompok rencana suksesi). */
  poolBoxes: z.array(z.int().min(1).max(9)).min(1),
});

/** What a candidate is told before anything is recorded about them (UU 27/2022); shown and acknowledged by version. */
export const notice = z.strictObject({
  ...provenance,
  /** What the data are used for, one sentence each. */
  purposes: z.array(line).min(1).max(12),
  body: blocks,
});

export type CompetencyDictionary = z.infer<typeof competencyDictionary>;
export type PositionStandards = z.infer<typeof positionStandards>;
export type JpmCategories = z.infer<typeof jpmCategories>;
export type NineBoxConfiguration = z.infer<typeof nineBoxConfiguration>;
export type Notice = z.infer<typeof notice>;

/** One schema per kind of configuration. */
export const contentSchemas = {
  "competency-dictionary": competencyDictionary,
  "position-standards": positionStandards,
  "jpm-categories": jpmCategories,
  "nine-box": nineBoxConfiguration,
  notice,
} as const;
export type ConfigurationKind = keyof typeof contentSchemas;
export type ContentOf<K extends ConfigurationKind> = z.infer<(typeof contentSchemas)[K]>;

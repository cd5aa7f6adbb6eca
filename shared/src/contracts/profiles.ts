/** Results against a position standard, and one employee's profile. */
import { z } from "zod";

const instant = z.iso.datetime();
const day = z.iso.date();

export const resultFilter = z
  .strictObject({
    assessmentId: z.uuid().optional(),
    category: z.string().trim().max(20).optional(),
    unit: z.string().trim().max(200).optional(),
  });
export type ResultFilter = z.infer<typeof resultFilter>;

export const resultRow = z.strictObject({
  resultId: z.uuid(),
  employeeId: z.uuid(),
  nip: z.string(),
  name: z.string(),
  titleBefore: z.string().nullable(),
  titleAfter: z.string().nullable(),
  positionTitle: z.string(),
  unitName: z.string().nullable(),
  assessmentId: z.uuid(),
  assessmentNumber: z.string(),
  assessmentTitle: z.string(),
  purpose: z.enum(["position-filling", "mapping"]),
  standardTitle: z.string(),
  /** Unrounded, in per cent; print two decimals. */
  jpmPercent: z.number(),
  category: z.strictObject({ code: z.string(), name: z.string() }),
  validFrom: day,
  validUntil: day,
  /** The newest valid result of this employee. */
  current: z.boolean(),
});
export type ResultRow = z.infer<typeof resultRow>;

export const resultList = z
  .strictObject({
    results: z.array(resultRow),
    /** What can be filtered by, over all results. */
    assessments: z.array(z.strictObject({ id: z.uuid(), number: z.string(), title: z.string() })),
    categories: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    units: z.array(z.string()),
  })
  .meta({ id: "ResultList" });
export type ResultList = z.infer<typeof resultList>;

const configurationUsed = z.strictObject({ id: z.uuid(), title: z.string(), version: z.int(), legalBasis: z.string(), effectiveFrom: day });
export type ConfigurationUsed = z.infer<typeof configurationUsed>;

export const profileView = z
  .strictObject({
    result: resultRow,
    revision: z.int(),
    createdAt: instant,
    employee: z.strictObject({ grade: z.string(), positionType: z.string(), education: z.string().nullable(), birthDate: day }),
    levels: z.array(
      z.strictObject({
        competency: z.string(),
        name: z.string(),
        group: z.string(),
        definition: z.string(),
        required: z.int(),
        achieved: z.int(),
        /** achieved − required: negative is a gap to develop. */
        gap: z.int(),
        /** The dictionary's words for the achieved level. */
        descriptor: z.string(),
        reason: z.string(),
      }),
    ),
    calculation: z.strictObject({
      achievedSum: z.number(),
      requiredSum: z.number(),
      capPercent: z.number(),
      categories: z.array(z.strictObject({ code: z.string(), name: z.string(), fromPercent: z.number() })),
    }),
    versions: z.strictObject({ standard: configurationUsed, categories: configurationUsed, dictionary: configurationUsed }),
    /** The evidence the agreed levels rest on. */
    inputs: z.strictObject({
      sheets: z.array(z.strictObject({ id: z.uuid(), instrument: z.string(), version: z.int(), submittedAt: instant })),
      scores: z.array(z.strictObject({ id: z.uuid(), instrument: z.string(), version: z.int(), points: z.number(), maxPoints: z.number(), standardError: z.number().nullable(), keySha256: z.string() })),
    }),
    history: z.array(resultRow),
  })
  .meta({ id: "Profile" });
export type ProfileView = z.infer<typeof profileView>;

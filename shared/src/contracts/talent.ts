/** Talent cycles: the nine-box of one snapshot, confirmed placements and the succession group. */
import { z } from "zod";

const instant = z.iso.datetime();
const day = z.iso.date();
const boxNumber = z.int().min(1).max(9);

/* —— Sent —— */

export const newCycleBody = z.strictObject({ title: z.string().trim().min(3).max(200), asOf: day.refine((on) => on >= "2000" && on < "2100", "must be a day from 2000 to 2099"), configurationId: z.uuid() }).meta({ id: "NewTalentCycle" });
export type NewCycleBody = z.infer<typeof newCycleBody>;

export const placementBody = z
  .strictObject({ employeeId: z.uuid(), standingId: z.uuid(), box: boxNumber, reason: z.string().trim().max(2000) })
  .meta({ id: "PlacementDecision" });
export type PlacementBody = z.infer<typeof placementBody>;

/* —— Answered —— */

export const cycleSummary = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  asOf: day,
  configurationTitle: z.string(),
  createdAt: instant,
  computedAt: instant,
  revision: z.int(),
  people: z.int(),
  incomplete: z.int(),
  confirmed: z.int(),
});
export type CycleSummary = z.infer<typeof cycleSummary>;

export const nineBoxChoice = z.strictObject({ id: z.uuid(), code: z.string(), version: z.int(), title: z.string(), legalBasis: z.string(), effectiveFrom: day });
export const cycleList = z.strictObject({ cycles: z.array(cycleSummary), configurations: z.array(nineBoxChoice) }).meta({ id: "TalentCycles" });
export type CycleList = z.infer<typeof cycleList>;
export const cycleCreated = z.strictObject({ id: z.uuid() }).meta({ id: "TalentCycleCreated" });
export type CycleCreated = z.infer<typeof cycleCreated>;
/** Of the cycle that was computed anew, or of the placement that was confirmed. */
export const revised = z.strictObject({ revision: z.int() }).meta({ id: "Revised" });
export type Revised = z.infer<typeof revised>;

const weighted = z.strictObject({ code: z.string(), name: z.string(), weightPercent: z.number() });
export const methodView = z.strictObject({
  configuration: z.strictObject({ id: z.uuid(), code: z.string(), version: z.int(), title: z.string(), legalBasis: z.string(), effectiveFrom: day }),
  performanceMethod: z.enum(["weighted-score", "predicate-row"]),
  cutOffs: z.strictObject({ performance: z.array(z.number()).length(2), potential: z.array(z.number()).length(2) }),
  performanceComponents: z.array(weighted),
  potentialComponents: z.array(weighted),
  talentScoreWeights: z.strictObject({ performance: z.number(), potential: z.number() }),
  predicates: z.array(z.strictObject({ code: z.string(), name: z.string(), score: z.number(), row: z.string() })),
  boxes: z.array(z.strictObject({ number: boxNumber, row: z.enum(["below", "meets", "above"]), column: z.enum(["low", "medium", "high"]), label: z.string(), recommendations: z.array(z.string()) })),
  poolBoxes: z.array(boxNumber),
});
export type MethodView = z.infer<typeof methodView>;

export const componentView = z.strictObject({
  code: z.string(),
  name: z.string(),
  axis: z.enum(["performance", "potential"]),
  weightPercent: z.number(),
  /** Null where it is missing: missing is not zero. */
  score: z.number().nullable(),
  /** What the score was translated from, e.g. the yearly predicate. */
  value: z.string().nullable(),
  source: z.string().nullable(),
  asOf: z.string().nullable(),
});
export type ComponentView = z.infer<typeof componentView>;

export const placementView = z.strictObject({ box: boxNumber, revision: z.int(), reason: z.string(), confirmedBy: z.string(), confirmedAt: instant });
export type PlacementView = z.infer<typeof placementView>;

export const standingView = z.strictObject({
  standingId: z.uuid(),
  employeeId: z.uuid(),
  nip: z.string(),
  name: z.string(),
  titleBefore: z.string().nullable(),
  titleAfter: z.string().nullable(),
  positionTitle: z.string(),
  unitName: z.string().nullable(),
  performanceScore: z.number().nullable(),
  potentialScore: z.number().nullable(),
  talentScore: z.number().nullable(),
  /** The proposed box; null where something is missing. */
  box: boxNumber.nullable(),
  /** Names of what is missing. */
  missing: z.array(z.string()),
  placement: placementView.nullable(),
});
export type StandingView = z.infer<typeof standingView>;

export const nineBoxView = z
  .strictObject({ cycle: cycleSummary, method: methodView, people: z.array(standingView) })
  .meta({ id: "NineBox" });
export type NineBoxView = z.infer<typeof nineBoxView>;

export const standingDetail = z
  .strictObject({
    standing: standingView,
    components: z.array(componentView),
    /** The result the competency component was taken from. */
    resultId: z.uuid().nullable(),
    placements: z.array(placementView),
  })
  .meta({ id: "StandingDetail" });
export type StandingDetail = z.infer<typeof standingDetail>;

export const poolRow = z.strictObject({
  rank: z.int(),
  employeeId: z.uuid(),
  nip: z.string(),
  name: z.string(),
  titleBefore: z.string().nullable(),
  titleAfter: z.string().nullable(),
  positionTitle: z.string(),
  unitName: z.string().nullable(),
  box: boxNumber,
  proposedBox: boxNumber.nullable(),
  talentScore: z.number().nullable(),
  performanceScore: z.number().nullable(),
  potentialScore: z.number().nullable(),
  reason: z.string(),
  confirmedBy: z.string(),
  confirmedAt: instant,
});
export type PoolRow = z.infer<typeof poolRow>;
export const poolView = z.strictObject({ cycle: cycleSummary, poolBoxes: z.array(boxNumber), configurationTitle: z.string(), legalBasis: z.string(), rows: z.array(poolRow) }).meta({ id: "TalentPool" });
export type PoolView = z.infer<typeof poolView>;

import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** One round of placing everybody: a date and the configuration it is measured with. */
export const TalentCycle = defineEntity({
  name: "TalentCycle",
  tableName: "talent_cycle",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    title: p.string(),
    asOf: p.date(),
    configurationId: p.uuid(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});
export type TalentCycle = InferEntity<typeof TalentCycle>;

/** One component as it went into the computation. */
export type RecordedInput = { code: string; score: number; value: string | null; source: string; asOf: string };
export type StandingInputs = { components: RecordedInput[]; resultId: string | null };

/** A person's computed place in one revision of a cycle's snapshot; append-only. */
export const StandingRecord = defineEntity({
  name: "StandingRecord",
  tableName: "standing",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    cycleId: p.uuid(),
    employeeId: p.uuid(),
    revision: p.integer(),
    performanceScore: p.double().$type<number>().nullable(),
    potentialScore: p.double().$type<number>().nullable(),
    talentScore: p.double().$type<number>().nullable(),
    box: p.integer().nullable(),
    missing: p.array(),
    inputs: p.json<StandingInputs>(),
    computedAt: p.datetime(),
  },
});
export type StandingRecord = InferEntity<typeof StandingRecord>;

/** A person's decision about a person's place; append-only, the newest counts. */
export const Placement = defineEntity({
  name: "Placement",
  tableName: "placement",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    cycleId: p.uuid(),
    employeeId: p.uuid(),
    standingId: p.uuid(),
    revision: p.integer(),
    box: p.integer(),
    reason: p.string(),
    confirmedBy: p.uuid(),
    confirmedAt: p.datetime(),
  },
});
export type Placement = InferEntity<typeof Placement>;

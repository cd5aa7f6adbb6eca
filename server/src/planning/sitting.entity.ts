import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { TimeZone } from "@kompeten/shared/contracts/planning";

/** One scheduled run of one or more instruments for a group, inside a window. */
export const Sitting = defineEntity({
  name: "Sitting",
  tableName: "sitting",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    assessmentId: p.uuid(),
    title: p.string(),
    place: p.string().strictNullable(),
    windowStart: p.datetime(),
    windowEnd: p.datetime(),
    /** The zone its times are told in. */
    timeZone: p.string().$type<TimeZone>(),
    proctorStarts: p.boolean(),
    entryClosesMinutes: p.integer().strictNullable(),
    safeExamBrowser: p.boolean(),
    /** Of the programs it may be taken in; empty for any. */
    browserExamKeys: p.array<string>().default([]),
  },
});
export type Sitting = InferEntity<typeof Sitting>;

export const SittingInstrument = defineEntity({
  name: "SittingInstrument",
  tableName: "sitting_instrument",
  properties: { agencyId: p.uuid(), sittingId: p.uuid().primary(), instrumentVersionId: p.uuid().primary(), ordinal: p.integer() },
});
export type SittingInstrument = InferEntity<typeof SittingInstrument>;

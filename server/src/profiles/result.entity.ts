import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Json } from "@kompeten/shared/kernel";

/** The immutable outcome of one enrolment; a correction is a new revision, and the newest counts. */
export const ResultRecord = defineEntity({
  name: "ResultRecord",
  tableName: "result",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    enrolmentId: p.uuid(),
    employeeId: p.uuid(),
    assessmentId: p.uuid(),
    revision: p.integer(),
    purpose: p.string().$type<"position-filling" | "mapping">(),
    standardsId: p.uuid(),
    standardCode: p.string(),
    jpmCategoriesId: p.uuid(),
    levels: p.json<ResultLevel[]>(),
    /** Unrounded, in per cent. */
    jpmPercent: p.double().$type<number>(),
    categoryCode: p.string(),
    validFrom: p.date(),
    validUntil: p.date(),
    /** Every version and piece of evidence used. */
    inputs: p.json<Json>(),
    createdAt: p.datetime(),
  },
});
export type ResultRecord = InferEntity<typeof ResultRecord>;

export type ResultLevel = { competency: string; required: number; achieved: number };

import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** One assessor's sheet for one attempt: a draft is theirs alone, a submitted one never changes (S2). */
export const RatingSheet = defineEntity({
  name: "RatingSheet",
  tableName: "rating_sheet",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    attemptId: p.uuid(),
    enrolmentId: p.uuid(),
    assessorAccountId: p.uuid(),
    state: p.string().$type<"draft" | "submitted">(),
    version: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
  },
});
export type RatingSheet = InferEntity<typeof RatingSheet>;

/** A level with its evidence, per competency of a sheet. */
export const Rating = defineEntity({
  name: "Rating",
  tableName: "rating",
  properties: {
    sheetId: p.uuid().primary(),
    competency: p.string().primary(),
    agencyId: p.uuid(),
    level: p.integer().nullable(),
    note: p.string(),
  },
});
export type Rating = InferEntity<typeof Rating>;

import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** The meeting about one candidate; closed once, for good. */
export const Integration = defineEntity({
  name: "Integration",
  tableName: "integration",
  properties: {
    enrolmentId: p.uuid().primary(),
    agencyId: p.uuid(),
    state: p.string().$type<"open" | "closed">(),
    closedBy: p.uuid().nullable(),
    closedAt: p.datetime().nullable(),
  },
});
export type Integration = InferEntity<typeof Integration>;

/** The agreed level of one competency, with its reason (S4). */
export const Consensus = defineEntity({
  name: "Consensus",
  tableName: "consensus",
  properties: {
    enrolmentId: p.uuid().primary(),
    competency: p.string().primary(),
    agencyId: p.uuid(),
    level: p.integer(),
    reason: p.string(),
    decidedBy: p.uuid(),
    decidedAt: p.datetime(),
  },
});
export type Consensus = InferEntity<typeof Consensus>;

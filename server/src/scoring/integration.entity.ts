import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** What agreed levels rest on: every sheet and score, with the key and the place in the journal each was made from. */
export type IntegrationInputs = {
  sheets: { id: string; attemptId: string; instrumentVersionId: string; assessorAccountId: string; submittedAt: string }[];
  scores: { id: string; attemptId: string; instrumentVersionId: string; revision: number; keySha256: string; journalSeq: number; journalHash: string; points: number; maxPoints: number; standardError: number | null }[];
  closedBy: string | null;
  closedAt: string | null;
};

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
    /** Taken down in the closing's own transaction: what comes later is no part of what was agreed. */
    inputs: p.json<IntegrationInputs>().nullable(),
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

import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { KeyedScore } from "./keyed-score.rules.ts";

/** A keyed score with everything it was computed from (S1). Append-only: a recomputation from other inputs is a new revision. */
export const Score = defineEntity({
  name: "Score",
  tableName: "score",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    attemptId: p.uuid(),
    revision: p.integer(),
    instrumentVersionId: p.uuid(),
    keySha256: p.string(),
    journalSeq: p.integer(),
    journalHash: p.blob(),
    points: p.double().$type<number>(),
    maxPoints: p.double().$type<number>(),
    standardError: p.double().$type<number>().nullable(),
    detail: p.json<KeyedScore>(),
    scoredAt: p.datetime(),
  },
});
export type Score = InferEntity<typeof Score>;

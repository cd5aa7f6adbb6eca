import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { AssessmentState, Purpose } from "@kompeten/shared/contracts/planning";

/** One kegiatan: purpose and target, the versions of configuration it was planned with, its state. */
export const Assessment = defineEntity({
  name: "Assessment",
  tableName: "assessment",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    /** "PK-2026-0001", counted per agency and year. */
    number: p.string(),
    title: p.string(),
    purpose: p.string().$type<Purpose>(),
    state: p.string().$type<AssessmentState>(),
    standardsId: p.uuid(),
    standardCode: p.string(),
    dictionaryId: p.uuid(),
    jpmCategoriesId: p.uuid(),
    noticeId: p.uuid(),
    leadAccountId: p.uuid().strictNullable(),
    offlineWindowMinutes: p.integer(),
    /** Raised by every change: whoever saw an older one is refused. */
    version: p.integer(),
    createdBy: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    openedBy: p.uuid().strictNullable(),
    openedAt: p.datetime().strictNullable(),
  },
});
export type Assessment = InferEntity<typeof Assessment>;

export const AssessmentInstrument = defineEntity({
  name: "AssessmentInstrument",
  tableName: "assessment_instrument",
  properties: { agencyId: p.uuid(), assessmentId: p.uuid().primary(), instrumentVersionId: p.uuid().primary(), ordinal: p.integer() },
});
export type AssessmentInstrument = InferEntity<typeof AssessmentInstrument>;

/** One ticked cell of the competency × instrument matrix. */
export const MatrixCell = defineEntity({
  name: "MatrixCell",
  tableName: "assessment_matrix",
  properties: { agencyId: p.uuid(), assessmentId: p.uuid().primary(), instrumentVersionId: p.uuid().primary(), competency: p.string().primary() },
});
export type MatrixCell = InferEntity<typeof MatrixCell>;

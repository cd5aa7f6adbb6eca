import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** A candidate in an assessment. */
export const Enrolment = defineEntity({
  name: "Enrolment",
  tableName: "enrolment",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    assessmentId: p.uuid(),
    employeeId: p.uuid(),
    /** Given when the assessment opens, or at enrolment after that. */
    accountId: p.uuid().strictNullable(),
    enrolledAt: p.datetime(),
    cardIssuedAt: p.datetime().strictNullable(),
    withdrawnAt: p.datetime().strictNullable(),
  },
});
export type Enrolment = InferEntity<typeof Enrolment>;

export const EnrolmentSitting = defineEntity({
  name: "EnrolmentSitting",
  tableName: "enrolment_sitting",
  properties: { agencyId: p.uuid(), enrolmentId: p.uuid().primary(), sittingId: p.uuid().primary() },
});
export type EnrolmentSitting = InferEntity<typeof EnrolmentSitting>;

/** The assessor matrix: who rates whom. */
export const AssessorAssignment = defineEntity({
  name: "AssessorAssignment",
  tableName: "assessor_assignment",
  properties: { id: p.uuid().primary(), agencyId: p.uuid(), enrolmentId: p.uuid(), accountId: p.uuid(), assignedAt: p.datetime() },
});
export type AssessorAssignment = InferEntity<typeof AssessorAssignment>;

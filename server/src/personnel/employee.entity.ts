import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { ImportKind } from "@kompeten/shared/contracts/personnel";
import type { BatchProblems, BatchRow } from "./import-batch.ts";

export const OrganisationUnit = defineEntity({
  name: "OrganisationUnit",
  tableName: "organisation_unit",
  properties: { id: p.uuid().primary(), agencyId: p.uuid(), name: p.string(), parentId: p.uuid().strictNullable() },
});

/** An ASN in the register of the agency. `version` rises with every change, so that a stale import is noticed. */
export const Employee = defineEntity({
  name: "Employee",
  tableName: "employee",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    nip: p.string(),
    name: p.string(),
    titleBefore: p.string().strictNullable(),
    titleAfter: p.string().strictNullable(),
    sex: p.string().$type<"male" | "female">(),
    birthPlace: p.string().strictNullable(),
    birthDate: p.date(),
    employment: p.string().$type<"pns" | "pppk">(),
    grade: p.string(),
    gradeSince: p.date().strictNullable(),
    positionTitle: p.string(),
    positionType: p.string(),
    positionSince: p.date().strictNullable(),
    unitId: p.uuid().strictNullable(),
    education: p.string().strictNullable(),
    educationField: p.string().strictNullable(),
    email: p.string().strictNullable(),
    phone: p.string().strictNullable(),
    accountId: p.uuid().strictNullable(),
    version: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export type Employee = InferEntity<typeof Employee>;

export const PerformanceRecord = defineEntity({
  name: "PerformanceRecord",
  tableName: "performance_record",
  properties: { id: p.uuid().primary(), agencyId: p.uuid(), employeeId: p.uuid(), year: p.integer(), predicate: p.string(), source: p.string(), recordedAt: p.datetime() },
});

export const TalentComponent = defineEntity({
  name: "TalentComponent",
  tableName: "talent_component",
  properties: { id: p.uuid().primary(), agencyId: p.uuid(), employeeId: p.uuid(), code: p.string(), score: p.double(), asOf: p.date(), source: p.string(), recordedAt: p.datetime() },
});

/** A file that was read and checked, waiting for its person to confirm it. */
export const ImportBatch = defineEntity({
  name: "ImportBatch",
  tableName: "import_batch",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    accountId: p.uuid(),
    kind: p.string().$type<ImportKind>(),
    fileName: p.string(),
    fileSha256: p.string(),
    rows: p.json<BatchRow[]>(),
    problems: p.json<BatchProblems>(),
    state: p.string().$type<"checked" | "confirmed" | "discarded">(),
    createdAt: p.datetime(),
    decidedAt: p.datetime().strictNullable(),
  },
});
export type ImportBatch = InferEntity<typeof ImportBatch>;

import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Paper } from "@kompeten/shared/paper";
import type { InstrumentKind, InstrumentState } from "@kompeten/shared/contracts/authoring";

/** A named instrument of the agency; everything that can be used is one of its versions. */
export const Instrument = defineEntity({
  name: "Instrument",
  tableName: "instrument",
  properties: { id: p.uuid().primary(), agencyId: p.uuid(), code: p.string(), kind: p.string().$type<InstrumentKind>(), createdAt: p.datetime() },
});
export type Instrument = InferEntity<typeof Instrument>;

/** What organisers choose. The database lets nothing but the state change once it is published. */
export const InstrumentVersion = defineEntity({
  name: "InstrumentVersion",
  tableName: "instrument_version",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    instrumentId: p.uuid(),
    version: p.integer(),
    state: p.string().$type<InstrumentState>(),
    title: p.string(),
    language: p.string(),
    durationSeconds: p.integer().strictNullable(),
    summary: p.string(),
    candidateInstructions: p.string(),
    competencies: p.array<string>(),
    contentSha256: p.string(),
    createdBy: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    publishedBy: p.uuid().strictNullable(),
    publishedAt: p.datetime().strictNullable(),
  },
});
export type InstrumentVersion = InferEntity<typeof InstrumentVersion>;

/** What a candidate sees. */
export const InstrumentPaper = defineEntity({
  name: "InstrumentPaper",
  tableName: "instrument_paper",
  properties: { instrumentVersionId: p.uuid().primary(), agencyId: p.uuid(), paper: p.json<Paper>() },
});
export type InstrumentPaper = InferEntity<typeof InstrumentPaper>;

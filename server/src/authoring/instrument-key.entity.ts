import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { InstrumentKey } from "./content.ts";

/** Answers, scoring and rubric: a table of its own, which nothing that plans or delivers ever reads (design §4). */
export const InstrumentKeyRecord = defineEntity({
  name: "InstrumentKeyRecord",
  tableName: "instrument_key",
  properties: { instrumentVersionId: p.uuid().primary(), agencyId: p.uuid(), key: p.json<InstrumentKey>(), keySha256: p.string() },
});
export type InstrumentKeyRecord = InferEntity<typeof InstrumentKeyRecord>;

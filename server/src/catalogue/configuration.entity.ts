import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Json } from "@kompeten/shared/kernel";
import type { ConfigurationKind } from "./content.ts";

/** One dated version of one table with its legal basis. Append-only in the database itself. */
export const Configuration = defineEntity({
  name: "Configuration",
  tableName: "configuration",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    kind: p.string().$type<ConfigurationKind>(),
    code: p.string(),
    version: p.integer(),
    title: p.string(),
    legalBasis: p.string(),
    effectiveFrom: p.date(),
    content: p.json<Json>(),
    contentSha256: p.string(),
    createdAt: p.datetime(),
  },
});
export type Configuration = InferEntity<typeof Configuration>;

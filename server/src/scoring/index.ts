import type { EntitySchema } from "@mikro-orm/core";

export { ScoringModule } from "./scoring.module.ts";
export const scoringEntities: EntitySchema[] = [];

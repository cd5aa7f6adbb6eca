import type { EntitySchema } from "@mikro-orm/core";

export { PlanningModule } from "./planning.module.ts";
export const planningEntities: EntitySchema[] = [];

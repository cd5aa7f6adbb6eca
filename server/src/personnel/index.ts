import type { EntitySchema } from "@mikro-orm/core";

export { PersonnelModule } from "./personnel.module.ts";
export const personnelEntities: EntitySchema[] = [];

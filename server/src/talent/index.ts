import type { EntitySchema } from "@mikro-orm/core";

export { TalentModule } from "./talent.module.ts";
export const talentEntities: EntitySchema[] = [];

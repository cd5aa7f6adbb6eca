import type { EntitySchema } from "@mikro-orm/core";

export { ProfilesModule } from "./profiles.module.ts";
export const profilesEntities: EntitySchema[] = [];

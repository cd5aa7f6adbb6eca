import type { EntitySchema } from "@mikro-orm/core";

export { IdentityModule } from "./identity.module.ts";
export const identityEntities: EntitySchema[] = [];

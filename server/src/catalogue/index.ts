import type { EntitySchema } from "@mikro-orm/core";

export { CatalogueModule } from "./catalogue.module.ts";
export const catalogueEntities: EntitySchema[] = [];

import type { EntitySchema } from "@mikro-orm/core";

export { AuthoringModule } from "./authoring.module.ts";
export const authoringEntities: EntitySchema[] = [];

import type { EntitySchema } from "@mikro-orm/core";

export { DeliveryModule } from "./delivery.module.ts";
export const deliveryEntities: EntitySchema[] = [];

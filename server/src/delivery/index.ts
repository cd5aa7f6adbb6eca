import type { EntitySchema } from "@mikro-orm/core";

export { DeliveryModule } from "./delivery.module.ts";
/** Attempts as the contexts above see them: states, final work, journal. Never a key. */
export { Attempts, type AttemptView, type Responses } from "./attempts.service.ts";
export type { JournalEntryView } from "./journal.types.ts";
/** A candidate at work, whatever the transport; also what simulated candidates call, outside of any unit of work. */
export { Desk } from "./desk.service.ts";
export type { AttemptActor } from "./acknowledgement.ts";
/** Asked before set-aside work comes to count: scoring, which knows, says whom. */
export { GivenResults } from "./given-results.ts";
/** None: the journal's tables are written by one SQL function (J6) and read by hand-written queries. */
export const deliveryEntities: EntitySchema[] = [];

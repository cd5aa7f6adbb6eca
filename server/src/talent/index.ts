import { Placement, StandingRecord, TalentCycle } from "./talent.entity.ts";

export { TalentModule } from "./talent.module.ts";
/** Cycles: `create` computes the first snapshot, `recompute` a further revision of it. */
export { TalentCycles } from "./cycles.service.ts";
/** Confirmed placements: a person decides, the newest decision counts. */
export { Placements } from "./placements.service.ts";
/** The nine-box, one person's standing and the succession group, as the HTTP interface gives them. */
export { TalentPages } from "./talent-pages.service.ts";
export const talentEntities = [TalentCycle, StandingRecord, Placement];

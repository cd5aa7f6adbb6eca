import { ResultRecord } from "./result.entity.ts";

export { ProfilesModule } from "./profiles.module.ts";
/** Recorded results: `currentOf` gives each employee's newest valid one, `record` makes one from a closed integration. */
export { Results, type ResultView } from "./results.service.ts";
export const profilesEntities = [ResultRecord];

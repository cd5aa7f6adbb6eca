import { Consensus, Integration } from "./integration.entity.ts";
import { Rating, RatingSheet } from "./rating.entity.ts";
import { Score } from "./score.entity.ts";

export { ScoringModule } from "./scoring.module.ts";
/** What was agreed about a candidate and on what grounds; the contexts above ask here. */
export { Integrations, type AgreedLevel, type ScoreView } from "./integrations.service.ts";
export type { IntegrationInputs } from "./integration.entity.ts";
/** Keyed scores: `recompute(attemptId)` gives the identical score again, or a new revision where an input changed (S1). */
export { Scores } from "./scores.service.ts";
/** Assessors' sheets and the lead's meeting, as the HTTP interface uses them; also for simulated assessors. */
export { IntegrationBoards } from "./integration-boards.service.ts";
export { RatingDesks } from "./rating-desk.service.ts";
export { RatingSheets } from "./rating-sheets.service.ts";
export const scoringEntities = [Score, RatingSheet, Rating, Integration, Consensus];

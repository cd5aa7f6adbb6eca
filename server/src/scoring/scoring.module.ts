import { Module } from "@nestjs/common";
import { AuthoringModule } from "../authoring/index.ts";
import { KeysModule } from "../authoring/keys.ts";
import { CatalogueModule } from "../catalogue/index.ts";
import { DeliveryModule, GivenResults } from "../delivery/index.ts";
import { IdentityModule } from "../identity/index.ts";
import { PersonnelModule } from "../personnel/index.ts";
import { assessmentEndJob, PlanningModule } from "../planning/index.ts";
import { Jobs } from "../platform/index.ts";
import { AssessmentEnd } from "./assessment-end.service.ts";
import { FilledFormsController } from "./filled-forms.controller.ts";
import { FilledForms } from "./filled-forms.service.ts";
import { Candidates } from "./candidates.service.ts";
import { IntegrationBoards } from "./integration-boards.service.ts";
import { IntegrationEvidence } from "./integration-evidence.service.ts";
import { IntegrationsController } from "./integrations.controller.ts";
import { Integrations } from "./integrations.service.ts";
import { RatingDesks } from "./rating-desk.service.ts";
import { RatingSheets } from "./rating-sheets.service.ts";
import { RatingsController } from "./ratings.controller.ts";
import { Scores } from "./scores.service.ts";

@Module({
  imports: [IdentityModule, PersonnelModule, CatalogueModule, AuthoringModule, KeysModule, PlanningModule, DeliveryModule],
  controllers: [FilledFormsController, RatingsController, IntegrationsController],
  providers: [AssessmentEnd, Scores, Candidates, FilledForms, RatingSheets, RatingDesks, IntegrationEvidence, IntegrationBoards, Integrations],
  exports: [Integrations, Scores, RatingSheets, RatingDesks, IntegrationBoards],
})
export class ScoringModule {
  constructor(jobs: Jobs, scores: Scores, end: AssessmentEnd, integrations: Integrations, results: GivenResults) {
    results.askOf((enrolmentIds) => integrations.closedAmong(enrolmentIds));
    jobs.handle<{ attemptId: string }>("delivery.attempt-closed", async ({ attemptId }) => {
      const scored = await scores.recompute(attemptId);
      if (!scored.ok && scored.refusal !== "not-a-test") throw new Error(`attempt ${attemptId} cannot be scored: ${scored.refusal}`);
    });
    jobs.handle<{ assessmentId: string }>(assessmentEndJob, ({ assessmentId }) => end.look(assessmentId));
  }
}

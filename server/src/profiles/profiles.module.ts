import { Module } from "@nestjs/common";
import { AuthoringModule } from "../authoring/index.ts";
import { CatalogueModule } from "../catalogue/index.ts";
import { IdentityModule } from "../identity/index.ts";
import { PersonnelModule } from "../personnel/index.ts";
import { PlanningModule } from "../planning/index.ts";
import { Jobs } from "../platform/index.ts";
import { ScoringModule } from "../scoring/index.ts";
import { ProfilePages } from "./profile-pages.service.ts";
import { ResultsController } from "./results.controller.ts";
import { Results } from "./results.service.ts";

@Module({
  imports: [IdentityModule, PersonnelModule, CatalogueModule, AuthoringModule, PlanningModule, ScoringModule],
  controllers: [ResultsController],
  providers: [Results, ProfilePages],
  exports: [Results],
})
export class ProfilesModule {
  constructor(jobs: Jobs, results: Results) {
    jobs.handle<{ enrolmentId: string }>("scoring.integration-closed", async ({ enrolmentId }) => {
      const recorded = await results.record(enrolmentId);
      // Closing demands every level, so this is a fault to look at, not an outcome to store.
      if (!recorded.ok) throw new Error(`no result for enrolment ${enrolmentId}: ${recorded.refusal}`);
    });
  }
}

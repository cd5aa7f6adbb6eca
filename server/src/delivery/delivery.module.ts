import { Module } from "@nestjs/common";
import { AuthoringModule } from "../authoring/index.ts";
import { CatalogueModule } from "../catalogue/index.ts";
import { IdentityModule } from "../identity/index.ts";
import { PlanningModule } from "../planning/index.ts";
import { Jobs } from "../platform/index.ts";
import { AttemptAudience } from "./attempt-audience.ts";
import { AttemptCloser } from "./attempt-closer.job.ts";
import { AttemptController } from "./attempt.controller.ts";
import { AttemptGateway } from "./attempt.gateway.ts";
import { AttemptNews } from "./attempt-news.ts";
import { assessmentOpenedJob, AttemptPreparation } from "./attempt-preparation.service.ts";
import { Attempts } from "./attempts.service.ts";
import { AttemptStates } from "./attempt-states.service.ts";
import { ConnectionLog } from "./connection-log.service.ts";
import { Desk } from "./desk.service.ts";
import { JournalReader } from "./journal-reader.service.ts";
import { Journal } from "./journal.service.ts";
import { Lobby } from "./lobby.service.ts";
import { MergingController } from "./merging.controller.ts";
import { Merging } from "./merging.service.ts";
import { PaperShelf } from "./paper-shelf.service.ts";
import { ServerTime } from "./server-time.service.ts";
import { SetAsideWork } from "./set-aside.service.ts";
import { Snapshots } from "./snapshots.service.ts";
import { SupervisionController } from "./supervision.controller.ts";
import { Supervision } from "./supervision.service.ts";
import { TurningPoints } from "./turning-points.service.ts";
import { WorkOperations } from "./work-operations.service.ts";

@Module({
  imports: [IdentityModule, CatalogueModule, AuthoringModule, PlanningModule],
  controllers: [AttemptController, MergingController, SupervisionController],
  providers: [
    AttemptAudience,
    AttemptCloser,
    AttemptGateway,
    AttemptNews,
    AttemptPreparation,
    Attempts,
    AttemptStates,
    ConnectionLog,
    Desk,
    Journal,
    JournalReader,
    Lobby,
    Merging,
    PaperShelf,
    ServerTime,
    SetAsideWork,
    Snapshots,
    Supervision,
    TurningPoints,
    WorkOperations,
  ],
  exports: [Attempts, Desk],
})
export class DeliveryModule {
  constructor(jobs: Jobs, preparation: AttemptPreparation) {
    jobs.handle<{ assessmentId: string }>(assessmentOpenedJob, async ({ assessmentId }) => void (await preparation.prepare(assessmentId)));
  }
}

import { Module } from "@nestjs/common";
import { AuthoringModule } from "../authoring/index.ts";
import { CatalogueModule } from "../catalogue/index.ts";
import { IdentityModule } from "../identity/index.ts";
import { accommodatedJob, PersonnelModule } from "../personnel/index.ts";
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
import { DeviceChecksController } from "./device-check/device-checks.controller.ts";
import { DeviceChecks } from "./device-check/device-checks.service.ts";
import { EmergencyController } from "./emergency/emergency.controller.ts";
import { EmergencyFiles } from "./emergency/emergency-files.service.ts";
import { EvidenceController } from "./evidence/evidence.controller.ts";
import { Evidence } from "./evidence/evidence.service.ts";
import { GivenResults } from "./given-results.ts";
import { JournalReader } from "./journal-reader.service.ts";
import { Journal } from "./journal.service.ts";
import { Lobby } from "./lobby.service.ts";
import { MergingController } from "./merging.controller.ts";
import { Merging } from "./merging.service.ts";
import { MissingEntries } from "./missing-entries.service.ts";
import { Outages } from "./outages.service.ts";
import { PaperShelf } from "./paper-shelf.service.ts";
import { PracticeController } from "./practice/practice.controller.ts";
import { Presence } from "./presence.service.ts";
import { ReceiptTexts } from "./receipts/receipt-texts.service.ts";
import { ReceiptVerifier } from "./receipts/receipt-verifier.service.ts";
import { ReceiptsController } from "./receipts/receipts.controller.ts";
import { makeReceiptJob, Receipts } from "./receipts/receipts.service.ts";
import { Looks } from "./looks.ts";
import { LiveRooms } from "./room/live-rooms.service.ts";
import { RoomEntry } from "./room/entry.service.ts";
import { RoomDeeds } from "./room/room-deeds.service.ts";
import { RoomRecordController } from "./room/room-record.controller.ts";
import { RoomRecord } from "./room/room-record.service.ts";
import { RoomGateway } from "./room/room.gateway.ts";
import { SupervisionController } from "./room/supervision.controller.ts";
import { Supervision } from "./room/supervision.service.ts";
import { BrowserChecks } from "./safe-exam-browser/browser-checks.service.ts";
import { BrowserPasses } from "./safe-exam-browser/browser-passes.ts";
import { SafeExamBrowserController } from "./safe-exam-browser/safe-exam-browser.controller.ts";
import { Rush } from "./rush.ts";
import { SealedPapers } from "./sealed-papers.service.ts";
import { ServerTime } from "./server-time.service.ts";
import { SetAsideWork } from "./set-aside.service.ts";
import { Snapshots } from "./snapshots.service.ts";
import { Endings } from "./room/endings.service.ts";
import { RoomTokensController } from "./room/room-tokens.controller.ts";
import { RoomTokens } from "./room/room-tokens.service.ts";
import { SupervisedSittings } from "./room/supervised-sittings.service.ts";
import { TimeChangesController } from "./time-changes.controller.ts";
import { TimeChanges } from "./time-changes.service.ts";
import { TurningPoints } from "./turning-points.service.ts";
import { WorkOperations } from "./work-operations.service.ts";

@Module({
  imports: [IdentityModule, PersonnelModule, CatalogueModule, AuthoringModule, PlanningModule],
  controllers: [AttemptController, DeviceChecksController, EmergencyController, EvidenceController, MergingController, PracticeController, ReceiptsController, RoomRecordController, RoomTokensController, SafeExamBrowserController, SupervisionController, TimeChangesController],
  providers: [
    AttemptAudience,
    AttemptCloser,
    AttemptGateway,
    AttemptNews,
    AttemptPreparation,
    Attempts,
    AttemptStates,
    BrowserChecks,
    BrowserPasses,
    ConnectionLog,
    Desk,
    DeviceChecks,
    EmergencyFiles,
    Endings,
    Evidence,
    GivenResults,
    Journal,
    JournalReader,
    LiveRooms,
    Looks,
    Lobby,
    Merging,
    MissingEntries,
    Outages,
    PaperShelf,
    Presence,
    Receipts,
    ReceiptTexts,
    ReceiptVerifier,
    RoomDeeds,
    RoomEntry,
    RoomGateway,
    RoomRecord,
    RoomTokens,
    Rush,
    SealedPapers,
    ServerTime,
    SetAsideWork,
    Snapshots,
    SupervisedSittings,
    Supervision,
    TimeChanges,
    TurningPoints,
    WorkOperations,
  ],
  exports: [Attempts, Desk, GivenResults],
})
export class DeliveryModule {
  constructor(jobs: Jobs, preparation: AttemptPreparation, receipts: Receipts, rush: Rush) {
    jobs.giveWayWhile(() => rush.isOn);
    jobs.handle<{ assessmentId: string }>(assessmentOpenedJob, async ({ assessmentId }) => void (await preparation.prepare(assessmentId)));
    jobs.handle<{ employeeId: string }>(accommodatedJob, ({ employeeId }) => preparation.accommodateEmployee(employeeId));
    jobs.handle<{ attemptId: string }>(makeReceiptJob, async ({ attemptId }) => void (await receipts.ofAttempt(attemptId)));
  }
}

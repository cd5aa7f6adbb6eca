import { Module } from "@nestjs/common";
import { AuthoringModule } from "../authoring/index.ts";
import { CatalogueModule } from "../catalogue/index.ts";
import { PersonnelModule } from "../personnel/index.ts";
import { AssessmentPages } from "./assessment-pages.service.ts";
import { AssessmentsController } from "./assessments.controller.ts";
import { Assessments } from "./assessments.service.ts";
import { AssessorMatrix } from "./assessor-matrix.service.ts";
import { CandidateAccounts } from "./candidate-accounts.service.ts";
import { CandidateLists } from "./candidate-lists.service.ts";
import { Enrolling } from "./enrolling.service.ts";
import { Finishing } from "./finishing.service.ts";
import { Opening } from "./opening.service.ts";
import { PlanController } from "./plan.controller.ts";
import { PlanDrafts } from "./plan-drafts.service.ts";
import { PlanEditor } from "./plan-editor.service.ts";
import { PlanReader } from "./plan-reader.service.ts";
import { BrowserExamKeys } from "./safe-exam-browser/browser-exam-keys.service.ts";
import { SafeExamBrowserController } from "./safe-exam-browser/files.controller.ts";
import { SafeExamBrowserFiles } from "./safe-exam-browser/files.service.ts";

@Module({
  imports: [PersonnelModule, CatalogueModule, AuthoringModule],
  controllers: [AssessmentsController, PlanController, SafeExamBrowserController],
  providers: [AssessmentPages, Assessments, AssessorMatrix, BrowserExamKeys, CandidateAccounts, CandidateLists, Enrolling, Finishing, Opening, PlanDrafts, PlanEditor, PlanReader, SafeExamBrowserFiles],
  exports: [Assessments, AssessorMatrix, BrowserExamKeys, CandidateAccounts, Enrolling, Finishing, Opening, PlanDrafts, SafeExamBrowserFiles],
})
export class PlanningModule {}

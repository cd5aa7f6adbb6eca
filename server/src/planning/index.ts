import { Assessment, AssessmentInstrument, MatrixCell } from "./assessment.entity.ts";
import { AssessorAssignment, Enrolment, EnrolmentSitting } from "./enrolment.entity.ts";
import { Sitting, SittingInstrument } from "./sitting.entity.ts";

export { PlanningModule } from "./planning.module.ts";
/** Plans as delivery, scoring and profiles read them. */
export { Assessments, type AssessmentView, type EnrolmentView, type SittingView } from "./assessments.service.ts";
/** R5 of delivery: the settings of Safe Exam Browser for a sitting, and the keys of the programs it may be taken in. */
export { BrowserExamKeys } from "./safe-exam-browser/browser-exam-keys.service.ts";
export { configKeyOfSitting, keyHash } from "./safe-exam-browser/config-key.ts";
export { SafeExamBrowserFiles, settingsFileType } from "./safe-exam-browser/files.service.ts";
/** The end of an assessment, for scoring, which knows when it has come. */
export { assessmentEndJob, Finishing } from "./finishing.service.ts";
/** What the organiser's pages do, for the demonstration's seed and for tests: each takes the contract's body. */
export { AssessorMatrix } from "./assessor-matrix.service.ts";
export { CandidateAccounts } from "./candidate-accounts.service.ts";
export { Enrolling } from "./enrolling.service.ts";
export { Opening } from "./opening.service.ts";
export { PlanDrafts } from "./plan-drafts.service.ts";
export type { PlanOutcome } from "./plan-editor.service.ts";
/**
 * The job that says an assessment has been opened, or that candidates were added to an open one: its handler must do what is
 * missing and nothing else. Data: `AssessmentOpened`.
 */
export const assessmentOpened = "planning.assessment-opened";
export type AssessmentOpened = { assessmentId: string };
export const planningEntities = [Assessment, AssessmentInstrument, MatrixCell, Sitting, SittingInstrument, Enrolment, EnrolmentSitting, AssessorAssignment];

import { Body, Controller, Get, Param, Put, type StreamableFile } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { assessmentDetail, browserExamKeysBody, browserExamKeysView, type AssessmentDetail, type BrowserExamKeysBody, type BrowserExamKeysView } from "@kompeten/shared/contracts/planning";
import { z } from "zod";
import { AnswersFile, found, notFound, PublicOrigin, Requires } from "../../platform/index.ts";
import { AssessmentPages } from "../assessment-pages.service.ts";
import { answerOf } from "../plan-answers.ts";
import { BrowserExamKeys } from "./browser-exam-keys.service.ts";
import { SafeExamBrowserFiles, settingsFileType } from "./files.service.ts";

const id = { schema: z.uuid() };

/** For computers that the organiser prepares beforehand. */
@ApiTags("planning")
@Requires("assessment.plan")
@Controller("api/assessments/:id/sittings/:sittingId")
export class SafeExamBrowserController {
  constructor(
    private readonly files: SafeExamBrowserFiles,
    private readonly keys: BrowserExamKeys,
    private readonly pages: AssessmentPages,
  ) {}

  /** Candidates fetch the same file from their own pages. */
  @Get("safe-exam-browser.seb")
  @AnswersFile(settingsFileType)
  async file(@PublicOrigin() origin: string, @Param("id", id) assessmentId: string, @Param("sittingId", id) sittingId: string): Promise<StreamableFile> {
    const file = await this.files.ofSitting(origin, sittingId, assessmentId);
    if (!file) throw notFound();
    return file;
  }

  /** Apart from the plan, which more people read: whoever knows a key can make its hashes. */
  @Get("browser-exam-keys")
  @ApiResponse({ status: 200, standardSchema: browserExamKeysView })
  async entered(@Param("id", id) assessmentId: string, @Param("sittingId", id) sittingId: string): Promise<BrowserExamKeysView> {
    return { keys: found(await this.keys.of(sittingId, assessmentId)) };
  }

  @Put("browser-exam-keys")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async enter(@Param("id", id) assessmentId: string, @Param("sittingId", id) sittingId: string, @Body({ schema: browserExamKeysBody }) body: BrowserExamKeysBody): Promise<AssessmentDetail> {
    answerOf(await this.keys.enter(assessmentId, sittingId, body));
    return found(await this.pages.detail(assessmentId, { accommodations: true }));
  }
}

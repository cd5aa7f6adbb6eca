import { Controller, Get, Param, type StreamableFile } from "@nestjs/common";
import { ApiTags } from "@nestjs/swagger";
import { z } from "zod";
import { AnswersFile, notFound, PublicOrigin, Requires } from "../../platform/index.ts";
import { SafeExamBrowserFiles, settingsFileType } from "./files.service.ts";

const id = { schema: z.uuid() };

@ApiTags("planning")
@Controller("api")
export class SafeExamBrowserController {
  constructor(private readonly files: SafeExamBrowserFiles) {}

  /** For computers that the organiser prepares beforehand; candidates fetch the same file from their own pages. */
  @Get("assessments/:id/sittings/:sittingId/safe-exam-browser.seb")
  @Requires("assessment.plan")
  @AnswersFile(settingsFileType)
  async file(@PublicOrigin() origin: string, @Param("id", id) assessmentId: string, @Param("sittingId", id) sittingId: string): Promise<StreamableFile> {
    const file = await this.files.ofSitting(origin, sittingId, assessmentId);
    if (!file) throw notFound();
    return file;
  }
}

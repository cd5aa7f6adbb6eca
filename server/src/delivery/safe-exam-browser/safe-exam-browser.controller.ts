import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req, type StreamableFile } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { browserPassAnswer, browserPassBody, type BrowserPassAnswer, type BrowserPassBody } from "@kompeten/shared/contracts/browser-pass";
import { z } from "zod";
import { SafeExamBrowserFiles, settingsFileType } from "../../planning/index.ts";
import { AnswersFile, CurrentActor, notFound, PublicOrigin, Requires, type Actor } from "../../platform/index.ts";
import { BrowserChecks } from "./browser-checks.service.ts";

const id = { schema: z.uuid() };

/** R5: the candidate's side of Safe Exam Browser. */
@ApiTags("delivery")
@Requires("attempt.own")
@Controller("api")
export class SafeExamBrowserController {
  constructor(
    private readonly checks: BrowserChecks,
    private readonly files: SafeExamBrowserFiles,
  ) {}

  /** Answers 200 also where it is refused, because the refusal is written down. */
  @Post("attempts/:id/browser-pass")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: browserPassAnswer })
  async pass(
    @CurrentActor() actor: Actor,
    @Param("id", id) attemptId: string,
    @Body({ schema: browserPassBody }) { page }: BrowserPassBody,
    @PublicOrigin() origin: string,
    @Req() { url }: { url: string },
    @Headers("x-safeexambrowser-configkeyhash") configKeyHash?: string,
    @Headers("x-safeexambrowser-requesthash") requestHash?: string,
    @Headers("user-agent") userAgent?: string,
  ): Promise<BrowserPassAnswer> {
    const answer = await this.checks.pass(actor, { attemptId, origin, path: url, headers: { configKeyHash, requestHash, userAgent }, page });
    if (!answer) throw notFound();
    return answer;
  }

  @Get("my-sittings/:id/safe-exam-browser.seb")
  @AnswersFile(settingsFileType)
  async file(@CurrentActor() actor: Actor, @PublicOrigin() origin: string, @Param("id", id) sittingId: string): Promise<StreamableFile> {
    const file = (await this.checks.isSeated(actor, sittingId)) ? await this.files.ofSitting(origin, sittingId) : undefined;
    if (!file) throw notFound();
    return file;
  }
}

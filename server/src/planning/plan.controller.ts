import { Body, Controller, HttpCode, Param, Post, Put } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import {
  assessmentDetail, assignAssessorsBody, basicsBody, candidateCheck, candidateCheckBody, distributeBody, enrolBody, instrumentsBody, leadBody, matrixBody, removeCandidatesBody, seatingBody, sittingsBody,
  type AssessmentDetail, type AssignAssessorsBody, type BasicsBody, type CandidateCheck, type CandidateCheckBody, type DistributeBody, type EnrolBody, type InstrumentsBody, type LeadBody, type MatrixBody, type RemoveCandidatesBody, type SeatingBody, type SittingsBody,
} from "@kompeten/shared/contracts/planning";
import { problem } from "@kompeten/shared/contracts/problem";
import { z } from "zod";
import { tableTypes } from "../personnel/index.ts";
import { found, ProblemError, Requires, TakesFile, Uploaded, type UploadedFile } from "../platform/index.ts";
import { AssessmentPages } from "./assessment-pages.service.ts";
import { AssessorMatrix } from "./assessor-matrix.service.ts";
import { CandidateLists } from "./candidate-lists.service.ts";
import { Enrolling } from "./enrolling.service.ts";
import { answerOf } from "./plan-answers.ts";
import { PlanDrafts } from "./plan-drafts.service.ts";
import type { PlanOutcome } from "./plan-editor.service.ts";

const id = { schema: z.uuid() };

/** The steps of a plan. Each answers with the whole assessment, so that the page goes on from what is true now. */
@ApiTags("planning")
@Controller("api/assessments/:id")
@Requires("assessment.plan")
export class PlanController {
  constructor(
    private readonly drafts: PlanDrafts,
    private readonly enrolling: Enrolling,
    private readonly assessors: AssessorMatrix,
    private readonly lists: CandidateLists,
    private readonly pages: AssessmentPages,
  ) {}

  @Put("basics")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async basics(@Param("id", id) assessmentId: string, @Body({ schema: basicsBody }) body: BasicsBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.drafts.basics(assessmentId, body));
  }

  @Put("instruments")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async instruments(@Param("id", id) assessmentId: string, @Body({ schema: instrumentsBody }) body: InstrumentsBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.drafts.chooseInstruments(assessmentId, body));
  }

  @Put("matrix")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async matrix(@Param("id", id) assessmentId: string, @Body({ schema: matrixBody }) body: MatrixBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.drafts.matrix(assessmentId, body));
  }

  @Put("sittings")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async sittings(@Param("id", id) assessmentId: string, @Body({ schema: sittingsBody }) body: SittingsBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.drafts.sittings(assessmentId, body));
  }

  @Post("candidate-checks")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: candidateCheck })
  async check(@Param("id", id) assessmentId: string, @Body({ schema: candidateCheckBody }) body: CandidateCheckBody): Promise<CandidateCheck> {
    return answerOf(await this.lists.check(assessmentId, this.lists.listed(body.nips)));
  }

  /** The same question with a spreadsheet or a text: a column headed NIP, or the first one. */
  @Post("candidate-files")
  @TakesFile(tableTypes)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: candidateCheck })
  @ApiResponse({ status: 422, standardSchema: problem, description: "`file-type`: neither .xlsx nor .csv nor .txt; `file-unreadable`; `file-too-many-rows`; `empty-file`: no NIP in it" })
  async checkFile(@Param("id", id) assessmentId: string, @Uploaded() file: UploadedFile): Promise<CandidateCheck> {
    const listed = await this.lists.read(file);
    if (!listed.ok) throw new ProblemError(422, listed.refusal);
    return answerOf(await this.lists.check(assessmentId, listed.value));
  }

  @Post("enrolments")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async enrol(@Param("id", id) assessmentId: string, @Body({ schema: enrolBody }) body: EnrolBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.enrolling.enrol(assessmentId, body));
  }

  @Post("enrolment-removals")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async remove(@Param("id", id) assessmentId: string, @Body({ schema: removeCandidatesBody }) body: RemoveCandidatesBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.enrolling.remove(assessmentId, body));
  }

  @Put("seating")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async seating(@Param("id", id) assessmentId: string, @Body({ schema: seatingBody }) body: SeatingBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.enrolling.reseat(assessmentId, body));
  }

  @Put("lead")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async lead(@Param("id", id) assessmentId: string, @Body({ schema: leadBody }) body: LeadBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.assessors.lead(assessmentId, body));
  }

  @Put("assessors")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async assign(@Param("id", id) assessmentId: string, @Body({ schema: assignAssessorsBody }) body: AssignAssessorsBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.assessors.assign(assessmentId, body));
  }

  @Post("assessor-distribution")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async distribute(@Param("id", id) assessmentId: string, @Body({ schema: distributeBody }) body: DistributeBody): Promise<AssessmentDetail> {
    return this.after(assessmentId, await this.assessors.distribute(assessmentId, body));
  }

  private async after(assessmentId: string, outcome: PlanOutcome): Promise<AssessmentDetail> {
    answerOf(outcome);
    return found(await this.pages.detail(assessmentId, { accommodations: true }));
  }
}

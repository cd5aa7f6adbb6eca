import { Body, Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import {
  assessmentDetail, assessmentList, newAssessmentBody, openingBody, planningChoices, signInCards, signInCardsBody,
  type AssessmentDetail, type AssessmentList, type NewAssessmentBody, type OpeningBody, type PlanningChoices, type SignInCards, type SignInCardsBody,
} from "@kompeten/shared/contracts/planning";
import { rolesMay } from "@kompeten/shared/contracts/permissions";
import { problem } from "@kompeten/shared/contracts/problem";
import { z } from "zod";
import { type Actor, CurrentActor, found, Requires } from "../platform/index.ts";
import { AssessmentPages } from "./assessment-pages.service.ts";
import { CandidateAccounts } from "./candidate-accounts.service.ts";
import { Opening } from "./opening.service.ts";
import { answerOf } from "./plan-answers.ts";
import { PlanDrafts } from "./plan-drafts.service.ts";
import { refusePlan } from "./plan-editor.service.ts";

const id = { schema: z.uuid() };

@ApiTags("planning")
@Controller("api")
export class AssessmentsController {
  constructor(
    private readonly pages: AssessmentPages,
    private readonly drafts: PlanDrafts,
    private readonly opening: Opening,
    private readonly candidateAccounts: CandidateAccounts,
  ) {}

  @Get("assessments")
  @Requires("assessment.read")
  @ApiResponse({ status: 200, standardSchema: assessmentList })
  list(): Promise<AssessmentList> {
    return this.pages.list();
  }

  @Get("assessments/:id")
  @Requires("assessment.read")
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  async one(@Param("id", id) assessmentId: string, @CurrentActor() actor: Actor): Promise<AssessmentDetail> {
    return found(await this.pages.detail(assessmentId, { accommodations: rolesMay(actor.roles, "accommodation.manage") }));
  }

  @Get("planning/choices")
  @Requires("assessment.plan")
  @ApiResponse({ status: 200, standardSchema: planningChoices })
  choices(): Promise<PlanningChoices> {
    return this.pages.choices();
  }

  @Post("assessments")
  @Requires("assessment.plan")
  @ApiResponse({ status: 201, standardSchema: assessmentDetail })
  @ApiResponse({ status: 422, standardSchema: problem })
  async create(@Body({ schema: newAssessmentBody }) body: NewAssessmentBody): Promise<AssessmentDetail> {
    return this.planned(answerOf(await this.drafts.create(body)));
  }

  /** 422 `plan-impossible` with one entry of `errors` per reason; the assessment's own `problems` say them with their params. */
  @Post("assessments/:id/opening")
  @Requires("assessment.plan")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: assessmentDetail })
  @ApiResponse({ status: 409, standardSchema: problem })
  @ApiResponse({ status: 422, standardSchema: problem })
  async open(@Param("id", id) assessmentId: string, @Body({ schema: openingBody }) body: OpeningBody): Promise<AssessmentDetail> {
    answerOf(await this.opening.open(assessmentId, body.version));
    return this.planned(assessmentId);
  }

  @Post("assessments/:id/sign-in-cards")
  @Requires("assessment.plan")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: signInCards })
  async cards(@Param("id", id) assessmentId: string, @Body({ schema: signInCardsBody }) body: SignInCardsBody): Promise<SignInCards> {
    const issued = await this.candidateAccounts.cards(assessmentId, body.enrolmentIds);
    return answerOf(issued.ok ? issued : refusePlan(issued.refusal));
  }

  private async planned(assessmentId: string): Promise<AssessmentDetail> {
    return found(await this.pages.detail(assessmentId, { accommodations: true }));
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { actionSaves, actionSavesQuery, type ActionSaves, type ActionSavesQuery } from "@kompeten/shared/contracts/action-saves";
import {
  ratingAssignments,
  ratingDesk,
  ratingDraftBody,
  ratingSaved,
  ratingSubmissionBody,
  type RatingAssignments,
  type RatingDesk,
  type RatingDraftBody,
  type RatingSaved,
  type RatingSubmissionBody,
} from "@kompeten/shared/contracts/scoring";
import { textHistory, textHistoryQuery, type TextHistory, type TextHistoryQuery } from "@kompeten/shared/contracts/text-history";
import { localId } from "@kompeten/shared/paper";
import { z } from "zod";
import { conflict, invalid, notFound, Requires } from "../platform/index.ts";
import { RatingDesks } from "./rating-desk.service.ts";
import { RatingSheets } from "./rating-sheets.service.ts";

/** An assessor's own work. */
@ApiTags("rating")
@Controller("api/ratings")
export class RatingsController {
  constructor(
    private readonly desks: RatingDesks,
    private readonly sheets: RatingSheets,
  ) {}

  @Get()
  @Requires("rating.own")
  @ApiResponse({ status: 200, standardSchema: ratingAssignments })
  async list(): Promise<RatingAssignments> {
    return { assignments: await this.desks.assignments() };
  }

  @Get(":attemptId")
  @Requires("rating.own")
  @ApiResponse({ status: 200, standardSchema: ratingDesk })
  async open(@Param("attemptId", { schema: z.uuid() }) attemptId: string): Promise<RatingDesk> {
    const opened = await this.desks.open(attemptId);
    if (!opened.ok) throw opened.refusal === "not-found" ? notFound() : conflict(opened.refusal);
    return opened.value;
  }

  /** How one written answer came to be. */
  @Get(":attemptId/answers/:itemId/revisions")
  @Requires("rating.own")
  @ApiResponse({ status: 200, standardSchema: textHistory })
  async revisions(@Param("attemptId", { schema: z.uuid() }) attemptId: string, @Param("itemId", { schema: localId }) itemId: string, @Query({ schema: textHistoryQuery }) { after }: TextHistoryQuery): Promise<TextHistory> {
    const history = await this.desks.textHistory(attemptId, itemId, after);
    if (!history.ok) throw history.refusal === "not-found" ? notFound() : conflict(history.refusal);
    return history.value;
  }

  /** How one in-basket action came to be. */
  @Get(":attemptId/actions/:actionId/saves")
  @Requires("rating.own")
  @ApiResponse({ status: 200, standardSchema: actionSaves })
  async saves(@Param("attemptId", { schema: z.uuid() }) attemptId: string, @Param("actionId", { schema: z.uuid() }) actionId: string, @Query({ schema: actionSavesQuery }) { after }: ActionSavesQuery): Promise<ActionSaves> {
    const saves = await this.desks.actionSaves(attemptId, actionId, after);
    if (!saves.ok) throw saves.refusal === "not-found" ? notFound() : conflict(saves.refusal);
    return saves.value;
  }

  @Put(":attemptId")
  @Requires("rating.own")
  @ApiResponse({ status: 200, standardSchema: ratingSaved })
  async save(@Param("attemptId", { schema: z.uuid() }) attemptId: string, @Body({ schema: ratingDraftBody }) body: RatingDraftBody): Promise<RatingSaved> {
    const saved = await this.sheets.save(attemptId, body);
    if (saved.ok) return saved.value;
    if (saved.refusal === "not-found") throw notFound();
    if (saved.refusal === "unknown-competency") throw invalid([{ path: "ratings", message: "a competency the plan does not measure with this instrument" }]);
    throw conflict(saved.refusal);
  }

  @Post(":attemptId/submission")
  @HttpCode(200)
  @Requires("rating.own")
  @ApiResponse({ status: 200, standardSchema: ratingSaved })
  async submit(@Param("attemptId", { schema: z.uuid() }) attemptId: string, @Body({ schema: ratingSubmissionBody }) body: RatingSubmissionBody): Promise<RatingSaved> {
    const submitted = await this.sheets.submit(attemptId, body.version);
    if (submitted.ok) return submitted.value;
    if (submitted.refusal === "not-found") throw notFound();
    if (submitted.refusal === "sheet-incomplete") throw conflict("sheet-incomplete", { errors: submitted.gaps.map((gap) => ({ path: gap.competency, message: gap.lacks })) });
    throw conflict(submitted.refusal);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { consensusBody, integrationBoard, integrationClosingBody, integrationList, type ConsensusBody, type IntegrationBoard, type IntegrationList } from "@kompeten/shared/contracts/scoring";
import { z } from "zod";
import { conflict, notFound, Requires } from "../platform/index.ts";
import { IntegrationBoards } from "./integration-boards.service.ts";

/** The lead's assessor meeting, one candidate at a time. */
@ApiTags("rating")
@Controller("api/integrations")
export class IntegrationsController {
  constructor(private readonly boards: IntegrationBoards) {}

  @Get()
  @Requires("rating.integrate")
  @ApiResponse({ status: 200, standardSchema: integrationList })
  list(): Promise<IntegrationList> {
    return this.boards.list();
  }

  @Get(":enrolmentId")
  @Requires("rating.integrate")
  @ApiResponse({ status: 200, standardSchema: integrationBoard })
  async board(@Param("enrolmentId", { schema: z.uuid() }) enrolmentId: string): Promise<IntegrationBoard> {
    const board = await this.boards.board(enrolmentId);
    if (!board.ok) throw notFound();
    return board.value;
  }

  @Put(":enrolmentId/consensus")
  @HttpCode(204)
  @Requires("rating.integrate")
  async decide(@Param("enrolmentId", { schema: z.uuid() }) enrolmentId: string, @Body({ schema: consensusBody }) body: ConsensusBody): Promise<void> {
    const decided = await this.boards.decide(enrolmentId, body);
    if (decided.ok) return;
    throw decided.refusal === "not-found" ? notFound() : conflict(decided.refusal);
  }

  @Post(":enrolmentId/closing")
  @HttpCode(204)
  @Requires("rating.integrate")
  async close(@Param("enrolmentId", { schema: z.uuid() }) enrolmentId: string, @Body({ schema: integrationClosingBody }) _body: { confirmed: true }): Promise<void> {
    const closed = await this.boards.close(enrolmentId);
    if (closed.ok) return;
    if (closed.refusal === "not-found") throw notFound();
    if (closed.refusal === "consensus-incomplete") throw conflict("consensus-incomplete", { errors: closed.missing.map((competency) => ({ path: competency, message: "level" })) });
    throw conflict(closed.refusal);
  }
}

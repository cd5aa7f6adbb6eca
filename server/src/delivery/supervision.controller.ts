import { Body, Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { extensionBody, extensionView, supervisionView, type ExtensionBody, type ExtensionView, type SupervisionView } from "@kompeten/shared/contracts/supervision";
import { z } from "zod";
import { conflict, CurrentActor, notFound, Requires, type Actor } from "../platform/index.ts";
import { Supervision } from "./supervision.service.ts";

const id = z.uuid();

@ApiTags("delivery")
@Controller("api")
export class SupervisionController {
  constructor(private readonly supervision: Supervision) {}

  @Get("assessments/:id/attempts")
  @Requires("attempt.supervise")
  @ApiResponse({ status: 200, standardSchema: supervisionView })
  async attempts(@Param("id", { schema: id }) assessmentId: string): Promise<SupervisionView> {
    const view = await this.supervision.view(assessmentId);
    if (!view) throw notFound();
    return view;
  }

  @Post("attempts/:id/extensions")
  @Requires("attempt.extend")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: extensionView })
  async extend(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Body({ schema: extensionBody }) body: ExtensionBody): Promise<ExtensionView> {
    const done = await this.supervision.extend(actor, attemptId, body);
    if (!done.ok) throw done.refusal === "not-found" ? notFound() : conflict(done.refusal);
    return done.value;
  }
}

import { Body, Controller, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { emergencyFile, emergencyReport, type EmergencyFile, type EmergencyReport } from "@kompeten/shared/contracts/emergency";
import { problem } from "@kompeten/shared/contracts/problem";
import { z } from "zod";
import { CurrentActor, notFound, OpensOwnUnits, ProblemError, Requires, type Actor } from "../../platform/index.ts";
import { EmergencyFiles } from "./emergency-files.service.ts";

@ApiTags("delivery")
@Controller("api")
export class EmergencyController {
  constructor(private readonly files: EmergencyFiles) {}

  /** Answers what became of each operation; the same file again changes nothing (J3). */
  @Post("attempts/:id/emergency-files")
  @Requires("attempt.rescue")
  @OpensOwnUnits()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: emergencyReport })
  @ApiResponse({ status: 422, standardSchema: problem })
  async receive(@CurrentActor() actor: Actor, @Param("id", { schema: z.uuid() }) attemptId: string, @Body({ schema: emergencyFile }) file: EmergencyFile): Promise<EmergencyReport> {
    const received = await this.files.receive(actor, attemptId, file);
    if (received.ok) return received.value;
    if (received.refusal === "not-found") throw notFound();
    throw new ProblemError(422, received.refusal, { errors: received.faults });
  }
}

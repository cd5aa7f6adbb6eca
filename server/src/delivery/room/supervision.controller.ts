import { Controller, Get, Param, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { roomQuery, supervisedSittings, supervisionView, type SupervisedSittings as SupervisedSittingsView, type SupervisionView } from "@kompeten/shared/contracts/supervision";
import { z } from "zod";
import { notFound, Requires } from "../../platform/index.ts";
import { SupervisedSittings } from "./supervised-sittings.service.ts";
import { Supervision } from "./supervision.service.ts";

const id = z.uuid();

/** What `room:watch` tells, for when the socket is sick. */
@ApiTags("delivery")
@Controller("api")
export class SupervisionController {
  constructor(
    private readonly supervision: Supervision,
    private readonly sittings: SupervisedSittings,
  ) {}

  @Get("supervised-sittings")
  @Requires("attempt.supervise")
  @ApiResponse({ status: 200, standardSchema: supervisedSittings })
  ofToday(): Promise<SupervisedSittingsView> {
    return this.sittings.view();
  }

  @Get("assessments/:id/attempts")
  @Requires("attempt.supervise")
  @ApiResponse({ status: 200, standardSchema: supervisionView })
  async attempts(@Param("id", { schema: id }) assessmentId: string, @Query({ schema: roomQuery }) { sittingId = null }: { sittingId?: string | null }): Promise<SupervisionView> {
    const view = await this.supervision.view({ assessmentId, sittingId });
    if (!view) throw notFound();
    return view;
  }
}

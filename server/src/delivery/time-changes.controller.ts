import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import {
  endingsBody,
  freedDeviceBody,
  outageBody,
  outageQuery,
  outageView,
  timeChangesBody,
  timeChangesView,
  type EndingsBody,
  type FreedDeviceBody,
  type OutageBody,
  type OutageQuery,
  type OutageView,
  type TimeChangesBody,
  type TimeChangesView,
} from "@kompeten/shared/contracts/time-changes";
import { z } from "zod";
import { conflict, found, notFound, Requires } from "../platform/index.ts";
import { Endings } from "./room/endings.service.ts";
import { Outages } from "./outages.service.ts";
import { TimeChanges } from "./time-changes.service.ts";

const id = z.uuid();

@ApiTags("delivery")
@Controller("api")
export class TimeChangesController {
  constructor(
    private readonly changes: TimeChanges,
    private readonly outages: Outages,
    private readonly endings: Endings,
  ) {}

  @Post("assessments/:id/time-changes")
  @Requires("attempt.extend")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: timeChangesView })
  async change(@Param("id", { schema: id }) assessmentId: string, @Body({ schema: timeChangesBody }) body: TimeChangesBody): Promise<TimeChangesView> {
    const results = found(await this.changes.change(assessmentId, body));
    return { results };
  }

  @Post("assessments/:id/endings")
  @Requires("attempt.end")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: timeChangesView })
  async end(@Param("id", { schema: id }) assessmentId: string, @Body({ schema: endingsBody }) body: EndingsBody): Promise<TimeChangesView> {
    const results = found(await this.endings.end(assessmentId, body));
    return { results };
  }

  @Get("assessments/:id/outage")
  @Requires("attempt.extend")
  @ApiResponse({ status: 200, standardSchema: outageView })
  async outage(@Param("id", { schema: id }) assessmentId: string, @Query({ schema: outageQuery }) query: OutageQuery): Promise<OutageView> {
    return found(await this.outages.view(assessmentId, query));
  }

  @Post("assessments/:id/outage-compensations")
  @Requires("attempt.extend")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: timeChangesView })
  async compensate(@Param("id", { schema: id }) assessmentId: string, @Body({ schema: outageBody }) body: OutageBody): Promise<TimeChangesView> {
    const results = found(await this.outages.compensate(assessmentId, body));
    return { results };
  }

  @Post("attempts/:id/freed-device")
  @Requires("attempt.assist")
  @HttpCode(204)
  async freeDevice(@Param("id", { schema: id }) attemptId: string, @Body({ schema: freedDeviceBody }) body: FreedDeviceBody): Promise<void> {
    const done = await this.changes.freeDevice(attemptId, body);
    if (!done.ok) throw done.refusal === "not-found" ? notFound() : conflict(done.refusal);
  }
}

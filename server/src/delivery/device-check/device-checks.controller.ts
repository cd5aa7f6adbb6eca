import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { deviceCheckBody, deviceCheckSave, deviceCheckSaved, deviceChecksView, deviceCheckView, ownDeviceCheck, type DeviceCheckBody, type DeviceCheckSave, type DeviceCheckSaved, type DeviceChecksView, type DeviceCheckView, type OwnDeviceCheck } from "@kompeten/shared/contracts/device-check";
import { roomQuery } from "@kompeten/shared/contracts/supervision";
import { z } from "zod";
import { conflict, CurrentActor, notFound, Requires, type Actor } from "../../platform/index.ts";
import { DeviceChecks } from "./device-checks.service.ts";

const id = z.uuid();

@ApiTags("delivery")
@Controller("api")
export class DeviceChecksController {
  constructor(private readonly checks: DeviceChecks) {}

  @Get("my-device-checks")
  @Requires("attempt.own")
  @ApiResponse({ status: 200, standardSchema: ownDeviceCheck })
  async own(@CurrentActor() actor: Actor): Promise<OwnDeviceCheck> {
    return { latest: await this.checks.latestOf(actor.accountId) };
  }

  @Post("my-device-checks")
  @Requires("attempt.own")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: deviceCheckView })
  async keep(@CurrentActor() actor: Actor, @Body({ schema: deviceCheckBody }) body: DeviceCheckBody, @Headers("user-agent") userAgent?: string): Promise<DeviceCheckView> {
    const kept = await this.checks.keep(actor, body, userAgent);
    if (!kept.ok) throw conflict(kept.refusal);
    return kept.value;
  }

  /** What `device-check:save` does: the answer leaves after the commit, as every route's. */
  @Post("my-device-check-saves")
  @Requires("attempt.own")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: deviceCheckSaved })
  save(@CurrentActor() actor: Actor, @Body({ schema: deviceCheckSave }) body: DeviceCheckSave): Promise<DeviceCheckSaved> {
    return this.checks.save(actor, "http", body);
  }

  @Get("assessments/:id/device-checks")
  @Requires("attempt.supervise")
  @ApiResponse({ status: 200, standardSchema: deviceChecksView })
  async ofRoom(@Param("id", { schema: id }) assessmentId: string, @Query({ schema: roomQuery }) { sittingId = null }: { sittingId?: string | null }): Promise<DeviceChecksView> {
    const view = await this.checks.ofRoom({ assessmentId, sittingId });
    if (!view) throw notFound();
    return view;
  }
}

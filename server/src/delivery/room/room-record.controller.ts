import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { identityView, roomDeedBody, roomDeedView, type IdentityView, type RoomDeedBody, type RoomDeedView } from "@kompeten/shared/contracts/room-record";
import { photoType } from "@kompeten/shared/contracts/personnel";
import { z } from "zod";
import { AnswersFile, conflict, found, notFound, Requires } from "../../platform/index.ts";
import { RoomDeeds } from "./room-deeds.service.ts";

const id = z.uuid();

@ApiTags("delivery")
@Controller("api")
export class RoomRecordController {
  constructor(private readonly deeds: RoomDeeds) {}

  @Post("assessments/:id/room-record")
  @Requires("room.record")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: roomDeedView })
  async do(@Param("id", { schema: id }) assessmentId: string, @Body({ schema: roomDeedBody }) body: RoomDeedBody): Promise<RoomDeedView> {
    const done = await this.deeds.do(assessmentId, body);
    if (!done.ok) throw done.refusal === "not-found" ? notFound() : conflict(done.refusal);
    return { entries: done.value };
  }

  @Get("enrolments/:id/identity")
  @Requires("room.record")
  @ApiResponse({ status: 200, standardSchema: identityView })
  async identity(@Param("id", { schema: id }) enrolmentId: string): Promise<IdentityView> {
    return found(await this.deeds.identity(enrolmentId));
  }

  @Get("enrolments/:id/photo")
  @Requires("room.record")
  @Header("cache-control", "private, no-store")
  @AnswersFile(photoType)
  async photo(@Param("id", { schema: id }) enrolmentId: string): Promise<StreamableFile> {
    const photo = found(await this.deeds.photo(enrolmentId));
    return new StreamableFile(photo, { type: photoType, length: photo.length });
  }
}

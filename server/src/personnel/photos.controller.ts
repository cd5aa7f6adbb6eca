import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, StreamableFile } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { photoCheck, photoCheckBody, photoType, type PhotoCheck, type PhotoCheckBody } from "@kompeten/shared/contracts/personnel";
import { z } from "zod";
import { AnswersFile, found, notFound, ProblemError, Requires, TakesFile, Uploaded, type UploadedFile } from "../platform/index.ts";
import { Photos } from "./photos.service.ts";

const id = z.uuid();

@ApiTags("personnel")
@Controller("api/employees")
export class PhotosController {
  constructor(private readonly photos: Photos) {}

  /** Whose photographs files named by NIP would be. */
  @Post("photo-checks")
  @Requires("employee.import")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: photoCheck })
  async check(@Body({ schema: photoCheckBody }) { nips }: PhotoCheckBody): Promise<PhotoCheck> {
    return { people: await this.photos.ofNips(nips) };
  }

  @Get(":id/photo")
  @Requires("employee.read")
  @Header("cache-control", "private, no-store")
  @AnswersFile(photoType)
  async read(@Param("id", { schema: id }) employeeId: string): Promise<StreamableFile> {
    const photo = found(await this.photos.read(employeeId));
    return new StreamableFile(photo, { type: photoType, length: photo.length });
  }

  /** A small upright JPEG, which browsers make of what was chosen. */
  @Post(":id/photo")
  @Requires("employee.import")
  @HttpCode(204)
  @TakesFile([photoType])
  async keep(@Param("id", { schema: id }) employeeId: string, @Uploaded() file: UploadedFile): Promise<void> {
    const kept = await this.photos.keep(employeeId, file.content);
    if (!kept.ok) throw kept.refusal === "not-found" ? notFound() : new ProblemError(422, kept.refusal);
  }

  @Delete(":id/photo")
  @Requires("employee.import")
  @HttpCode(204)
  async remove(@Param("id", { schema: id }) employeeId: string): Promise<void> {
    if (!(await this.photos.remove(employeeId))) throw notFound();
  }
}

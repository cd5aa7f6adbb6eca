import { Controller, Delete, Get, Header, HttpCode, Param, Post, StreamableFile } from "@nestjs/common";
import { ApiTags } from "@nestjs/swagger";
import { photoType } from "@kompeten/shared/contracts/personnel";
import { z } from "zod";
import { AnswersFile, notFound, ProblemError, Requires, TakesFile, Uploaded, type UploadedFile } from "../platform/index.ts";
import { Photos } from "./photos.service.ts";

const id = z.uuid();

@ApiTags("personnel")
@Controller("api/employees/:id/photo")
export class PhotosController {
  constructor(private readonly photos: Photos) {}

  @Get()
  @Requires("employee.read")
  @Header("cache-control", "private, no-store")
  @AnswersFile(photoType)
  async read(@Param("id", { schema: id }) employeeId: string): Promise<StreamableFile> {
    const photo = await this.photos.read(employeeId);
    if (!photo) throw notFound();
    return new StreamableFile(photo, { type: photoType, length: photo.length });
  }

  /** A small upright JPEG, which browsers make of what was chosen. */
  @Post()
  @Requires("employee.import")
  @HttpCode(204)
  @TakesFile([photoType])
  async keep(@Param("id", { schema: id }) employeeId: string, @Uploaded() file: UploadedFile): Promise<void> {
    const kept = await this.photos.keep(employeeId, file.content);
    if (!kept.ok) throw kept.refusal === "not-found" ? notFound() : new ProblemError(422, kept.refusal);
  }

  @Delete()
  @Requires("employee.import")
  @HttpCode(204)
  async remove(@Param("id", { schema: id }) employeeId: string): Promise<void> {
    if (!(await this.photos.remove(employeeId))) throw notFound();
  }
}

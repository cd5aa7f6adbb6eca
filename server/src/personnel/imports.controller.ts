import { Body, Controller, Delete, Get, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { confirmImportBody, importBatchView, type ConfirmImportBody, type ImportBatchView, type ImportKind } from "@kompeten/shared/contracts/personnel";
import { z } from "zod";
import { conflict, notFound, ProblemError, Requires, TakesFile, Uploaded, type UploadedFile } from "../platform/index.ts";
import { Imports } from "./imports.service.ts";
import { tableTypes } from "./table-file.ts";

@ApiTags("personnel")
@Controller("api")
@Requires("employee.import")
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  /** Reads and checks the file; nothing enters the register. */
  @Post("employees/imports")
  @TakesFile(tableTypes)
  @ApiResponse({ status: 201, standardSchema: importBatchView })
  checkEmployees(@Uploaded() file: UploadedFile): Promise<ImportBatchView> {
    return this.check("employees", file);
  }

  @Post("employees/performance-imports")
  @TakesFile(tableTypes)
  @ApiResponse({ status: 201, standardSchema: importBatchView })
  checkPerformance(@Uploaded() file: UploadedFile): Promise<ImportBatchView> {
    return this.check("performance", file);
  }

  @Get("employees/imports/:id")
  @ApiResponse({ status: 200, standardSchema: importBatchView })
  async view(@Param("id", { schema: z.uuid() }) id: string): Promise<ImportBatchView> {
    const view = await this.imports.view(id);
    if (!view) throw notFound();
    return view;
  }

  @Post("employees/imports/:id/confirmation")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: importBatchView })
  async confirm(@Param("id", { schema: z.uuid() }) id: string, @Body({ schema: confirmImportBody }) body: ConfirmImportBody): Promise<ImportBatchView> {
    const confirmed = await this.imports.confirm(id, body);
    if (confirmed.ok) return confirmed.value;
    if (confirmed.refusal === "not-found") throw notFound();
    throw conflict(confirmed.refusal, { params: { count: confirmed.count } });
  }

  @Delete("employees/imports/:id")
  @HttpCode(204)
  async discard(@Param("id", { schema: z.uuid() }) id: string): Promise<void> {
    const discarded = await this.imports.discard(id);
    if (!discarded.ok) throw discarded.refusal === "not-found" ? notFound() : conflict(discarded.refusal);
  }

  private async check(kind: ImportKind, file: UploadedFile): Promise<ImportBatchView> {
    const checked = await this.imports.check(kind, file);
    if (!checked.ok) throw new ProblemError(422, checked.refusal, checked.columns.length > 0 ? { params: { columns: checked.columns.join(", ") } } : {});
    return checked.value;
  }
}

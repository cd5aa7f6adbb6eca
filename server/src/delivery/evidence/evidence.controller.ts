import { Controller, Get, Param, StreamableFile } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { evidencePack, type EvidencePack } from "@kompeten/shared/contracts/evidence";
import type { Result } from "@kompeten/shared/kernel";
import { z } from "zod";
import { AnswersFile, conflict, CurrentActor, notFound, Pdf, Requires, type Actor } from "../../platform/index.ts";
import { printed } from "./evidence-print.rules.ts";
import { Evidence } from "./evidence.service.ts";

const id = z.uuid();

@ApiTags("delivery")
@Controller("api")
export class EvidenceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly pdf: Pdf,
  ) {}

  @Get("attempts/:id/evidence.json")
  @Requires("attempt.evidence")
  @ApiResponse({ status: 200, standardSchema: evidencePack })
  async full(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string): Promise<EvidencePack> {
    return packOf(await this.evidence.full(actor, attemptId, "json"));
  }

  @Get("attempts/:id/evidence.pdf")
  @Requires("attempt.evidence")
  @AnswersFile("application/pdf")
  async fullPdf(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string): Promise<StreamableFile> {
    return this.file(packOf(await this.evidence.full(actor, attemptId, "pdf")));
  }

  @Get("attempts/:id/time-evidence.json")
  @Requires("attempt.time-evidence")
  @ApiResponse({ status: 200, standardSchema: evidencePack })
  async time(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string): Promise<EvidencePack> {
    return packOf(await this.evidence.timeOnly(actor, attemptId, "json"));
  }

  @Get("attempts/:id/time-evidence.pdf")
  @Requires("attempt.time-evidence")
  @AnswersFile("application/pdf")
  async timePdf(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string): Promise<StreamableFile> {
    return this.file(packOf(await this.evidence.timeOnly(actor, attemptId, "pdf")));
  }

  private async file(pack: EvidencePack): Promise<StreamableFile> {
    const name = `${pack.scope === "full" ? "berkas-bukti" : "bukti-waktu"}-${pack.attempt.attemptId}.pdf`;
    return new StreamableFile(await this.pdf.render("evidence.typ", printed(pack)), { type: "application/pdf", disposition: `attachment; filename="${name}"` });
  }
}

function packOf(result: Result<EvidencePack, "not-found" | "attempt-open">): EvidencePack {
  if (result.ok) return result.value;
  throw result.refusal === "not-found" ? notFound() : conflict(result.refusal);
}

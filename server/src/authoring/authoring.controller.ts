import { Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { instrumentDetail, instrumentList, type InstrumentDetail, type InstrumentKeyView, type InstrumentList, type InstrumentSummary } from "@kompeten/shared/contracts/authoring";
import { problem } from "@kompeten/shared/contracts/problem";
import { z } from "zod";
import { Audit, conflict, notFound, Requires } from "../platform/index.ts";
import { instrumentKey } from "./content.ts";
import { Instruments, type InstrumentVersionView } from "./instruments.service.ts";
import { Keys } from "./keys.service.ts";
import { Papers } from "./papers.service.ts";

/** Described here and not with the contracts: the schema of a key stays on the server. */
const keyView = z.strictObject({ key: instrumentKey, keySha256: z.string() }).meta({ id: "InstrumentKey" });

@ApiTags("authoring")
@Controller("api/instruments")
export class AuthoringController {
  constructor(
    private readonly instruments: Instruments,
    private readonly papers: Papers,
    private readonly keys: Keys,
    private readonly audit: Audit,
  ) {}

  @Get()
  @Requires("instrument.read")
  @ApiResponse({ status: 200, standardSchema: instrumentList })
  async list(): Promise<InstrumentList> {
    return { instruments: (await this.instruments.all()).map(summaryOf) };
  }

  @Get(":versionId")
  @Requires("instrument.read")
  @ApiResponse({ status: 200, standardSchema: instrumentDetail })
  async one(@Param("versionId", { schema: z.uuid() }) versionId: string): Promise<InstrumentDetail> {
    const version = await this.version(versionId);
    return { ...summaryOf(version), candidateInstructions: version.candidateInstructions, paper: await this.papers.paper(versionId) };
  }

  /** Reading a key is recorded: it is what an examination's fairness hangs on. */
  @Get(":versionId/key")
  @Requires("instrument.author")
  @ApiResponse({ status: 200, standardSchema: keyView })
  async key(@Param("versionId", { schema: z.uuid() }) versionId: string): Promise<InstrumentKeyView> {
    await this.version(versionId);
    const { key, keySha256 } = await this.keys.key(versionId);
    await this.audit.record({ action: "authoring.key.read", subjectKind: "instrument-version", subjectId: versionId });
    return { key, keySha256 };
  }

  @Post(":versionId/publication")
  @Requires("instrument.author")
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  @ApiResponse({ status: 409, standardSchema: problem, description: "`not-draft` or `has-problems`" })
  async publish(@Param("versionId", { schema: z.uuid() }) versionId: string): Promise<void> {
    const published = await this.instruments.publish(versionId);
    if (published.ok) return;
    throw published.refusal === "not-found" ? notFound() : conflict(published.refusal);
  }

  private async version(versionId: string): Promise<InstrumentVersionView> {
    const version = (await this.instruments.versions([versionId])).get(versionId);
    if (!version) throw notFound();
    return version;
  }
}

function summaryOf(version: InstrumentVersionView): InstrumentSummary {
  const { id, instrumentId, code, kind, version: number, title, state, durationSeconds, summary, competencies } = version;
  return { id, instrumentId, code, kind, version: number, title, state, durationSeconds, summary, competencies };
}

import { Controller, Get } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { practiceView, type PracticeView } from "@kompeten/shared/contracts/practice";
import { assert } from "@kompeten/shared/kernel";
import { Instruments } from "../../authoring/index.ts";
import { notFound, Requires } from "../../platform/index.ts";
import { PaperShelf } from "../paper-shelf.service.ts";

/** Made to be known beforehand: it measures nothing. No other paper is ever told outside an attempt. */
const practiceCode = "latihan-antarmuka";

/** B4: all that the server has to do with a practice. What is done on the paper never comes here. */
@ApiTags("delivery")
@Controller("api")
export class PracticeController {
  constructor(
    private readonly instruments: Instruments,
    private readonly shelf: PaperShelf,
  ) {}

  @Get("practice")
  @Requires("attempt.own")
  @ApiResponse({ status: 200, standardSchema: practiceView })
  async paper(): Promise<PracticeView> {
    const version = (await this.instruments.published()).find(({ code }) => code === practiceCode);
    if (!version) throw notFound();
    assert(version.durationSeconds !== null, "a test has a clock");
    const { paper } = await this.shelf.get(version.id);
    return { title: version.title, candidateInstructions: version.candidateInstructions, limitMs: version.durationSeconds * 1000, paper };
  }
}

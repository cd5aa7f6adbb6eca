import { Controller, Get, Param } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { candidateForms, type CandidateForms } from "@kompeten/shared/contracts/forms";
import { z } from "zod";
import { notFound, Requires } from "../platform/index.ts";
import { FilledForms } from "./filled-forms.service.ts";

@ApiTags("rating")
@Controller("api/candidate-forms")
export class FilledFormsController {
  constructor(private readonly forms: FilledForms) {}

  @Get(":enrolmentId")
  @Requires("rating.own")
  @ApiResponse({ status: 200, standardSchema: candidateForms })
  async read(@Param("enrolmentId", { schema: z.uuid() }) enrolmentId: string): Promise<CandidateForms> {
    const forms = await this.forms.of(enrolmentId);
    if (!forms.ok) throw notFound();
    return forms.value;
  }
}

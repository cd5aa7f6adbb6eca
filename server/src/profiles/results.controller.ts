import { Controller, Get, Header, Param, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { profileView, resultFilter, resultList, type ProfileView, type ResultFilter, type ResultList } from "@kompeten/shared/contracts/profiles";
import { z } from "zod";
import { AnswersFile, notFound, Requires } from "../platform/index.ts";
import { ProfilePages } from "./profile-pages.service.ts";
import { resultsCsv } from "./results-csv.ts";

@ApiTags("profiles")
@Controller("api/results")
export class ResultsController {
  constructor(private readonly pages: ProfilePages) {}

  @Get()
  @Requires("result.read")
  @ApiResponse({ status: 200, standardSchema: resultList })
  list(@Query({ schema: resultFilter }) filter: ResultFilter): Promise<ResultList> {
    return this.pages.list(filter);
  }

  @Get("export.csv")
  @Requires("result.read")
  @AnswersFile("text/csv")
  @Header("content-type", "text/csv; charset=utf-8")
  @Header("content-disposition", 'attachment; filename="hasil-penilaian.csv"')
  async export(@Query({ schema: resultFilter }) filter: ResultFilter): Promise<string> {
    return resultsCsv((await this.pages.list(filter)).results);
  }

  @Get(":resultId")
  @Requires("result.read")
  @ApiResponse({ status: 200, standardSchema: profileView })
  async profile(@Param("resultId", { schema: z.uuid() }) resultId: string): Promise<ProfileView> {
    const profile = await this.pages.profile(resultId);
    if (!profile) throw notFound();
    return profile;
  }
}

import { Body, Controller, Get, Header, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import {
  cycleCreated,
  cycleList,
  newCycleBody,
  nineBoxView,
  placementBody,
  poolView,
  revised,
  standingDetail,
  type CycleCreated,
  type CycleList,
  type NewCycleBody,
  type NineBoxView,
  type PlacementBody,
  type PoolView,
  type Revised,
  type StandingDetail,
} from "@kompeten/shared/contracts/talent";
import { z } from "zod";
import { AnswersFile, conflict, found, invalid, notFound, Requires } from "../platform/index.ts";
import { TalentCycles } from "./cycles.service.ts";
import { Placements } from "./placements.service.ts";
import { poolCsv } from "./pool-csv.ts";
import { TalentPages } from "./talent-pages.service.ts";

@ApiTags("talent")
@Controller("api/talent-cycles")
export class TalentController {
  constructor(
    private readonly cycles: TalentCycles,
    private readonly pages: TalentPages,
    private readonly placements: Placements,
  ) {}

  @Get()
  @Requires("talent.read")
  @ApiResponse({ status: 200, standardSchema: cycleList })
  list(): Promise<CycleList> {
    return this.cycles.list();
  }

  @Post()
  @Requires("talent.confirm")
  @ApiResponse({ status: 201, standardSchema: cycleCreated })
  async create(@Body({ schema: newCycleBody }) body: NewCycleBody): Promise<CycleCreated> {
    const created = await this.cycles.create(body);
    if (!created.ok) throw invalid([{ path: "configurationId", message: "a nine-box configuration of this agency" }]);
    return created.value;
  }

  @Post(":cycleId/recomputation")
  @HttpCode(200)
  @Requires("talent.confirm")
  @ApiResponse({ status: 200, standardSchema: revised })
  async recompute(@Param("cycleId", { schema: z.uuid() }) cycleId: string): Promise<Revised> {
    return found(await this.cycles.recompute(cycleId));
  }

  @Get(":cycleId/nine-box")
  @Requires("talent.read")
  @ApiResponse({ status: 200, standardSchema: nineBoxView })
  async nineBox(@Param("cycleId", { schema: z.uuid() }) cycleId: string): Promise<NineBoxView> {
    return found(await this.pages.nineBox(cycleId));
  }

  @Get(":cycleId/standings/:employeeId")
  @Requires("talent.read")
  @ApiResponse({ status: 200, standardSchema: standingDetail })
  async standing(@Param("cycleId", { schema: z.uuid() }) cycleId: string, @Param("employeeId", { schema: z.uuid() }) employeeId: string): Promise<StandingDetail> {
    return found(await this.pages.standing(cycleId, employeeId));
  }

  @Get(":cycleId/pool")
  @Requires("talent.read")
  @ApiResponse({ status: 200, standardSchema: poolView })
  async pool(@Param("cycleId", { schema: z.uuid() }) cycleId: string): Promise<PoolView> {
    return found(await this.pages.pool(cycleId));
  }

  @Get(":cycleId/pool.csv")
  @Requires("talent.read")
  @AnswersFile("text/csv")
  @Header("content-type", "text/csv; charset=utf-8")
  @Header("content-disposition", 'attachment; filename="kelompok-rencana-suksesi.csv"')
  async poolExport(@Param("cycleId", { schema: z.uuid() }) cycleId: string): Promise<string> {
    return poolCsv(found(await this.pages.pool(cycleId)));
  }

  @Post(":cycleId/placements")
  @Requires("talent.confirm")
  @ApiResponse({ status: 201, standardSchema: revised })
  async confirm(@Param("cycleId", { schema: z.uuid() }) cycleId: string, @Body({ schema: placementBody }) body: PlacementBody): Promise<Revised> {
    const confirmed = await this.placements.confirm(cycleId, body);
    if (confirmed.ok) return confirmed.value;
    throw confirmed.refusal === "not-found" ? notFound() : conflict(confirmed.refusal);
  }
}

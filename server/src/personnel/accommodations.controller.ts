import { Body, Controller, Delete, Get, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { accommodationList, newAccommodation, type AccommodationList, type NewAccommodation } from "@kompeten/shared/contracts/personnel";
import { z } from "zod";
import { notFound, Requires } from "../platform/index.ts";
import { Accommodations } from "./accommodations.service.ts";

const id = z.uuid();

@ApiTags("personnel")
@Requires("accommodation.manage")
@Controller("api/employees/:id/accommodations")
export class AccommodationsController {
  constructor(private readonly accommodations: Accommodations) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: accommodationList })
  async list(@Param("id", { schema: id }) employeeId: string): Promise<AccommodationList> {
    const list = await this.accommodations.of(employeeId);
    if (!list) throw notFound();
    return list;
  }

  @Post()
  @HttpCode(204)
  async grant(@Param("id", { schema: id }) employeeId: string, @Body({ schema: newAccommodation }) body: NewAccommodation): Promise<void> {
    if (!(await this.accommodations.grant(employeeId, body))) throw notFound();
  }

  @Delete(":accommodationId")
  @HttpCode(204)
  async revoke(@Param("id", { schema: id }) employeeId: string, @Param("accommodationId", { schema: id }) accommodationId: string): Promise<void> {
    if (!(await this.accommodations.revoke(employeeId, accommodationId))) throw notFound();
  }
}

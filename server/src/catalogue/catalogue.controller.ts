import { Controller, Get, Param, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { configurationFilter, configurationList, configurationView, type ConfigurationFilter, type ConfigurationList, type ConfigurationView } from "@kompeten/shared/contracts/catalogue";
import { z } from "zod";
import { notFound, Requires } from "../platform/index.ts";
import { Configurations } from "./configurations.service.ts";

@ApiTags("catalogue")
@Controller("api/configurations")
export class CatalogueController {
  constructor(private readonly configurations: Configurations) {}

  @Get()
  @Requires("catalogue.read")
  @ApiResponse({ status: 200, standardSchema: configurationList })
  async list(@Query({ schema: configurationFilter }) filter: ConfigurationFilter): Promise<ConfigurationList> {
    return { configurations: await this.configurations.list(filter.kind) };
  }

  @Get(":id")
  @Requires("catalogue.read")
  @ApiResponse({ status: 200, standardSchema: configurationView })
  async one(@Param("id", { schema: z.uuid() }) id: string): Promise<ConfigurationView> {
    const found = await this.configurations.find(id);
    if (!found) throw notFound();
    return { ...found.summary, content: found.content as Record<string, unknown> };
  }
}

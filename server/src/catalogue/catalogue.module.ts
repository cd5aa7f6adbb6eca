import { Module } from "@nestjs/common";
import { CatalogueController } from "./catalogue.controller.ts";
import { Configurations } from "./configurations.service.ts";

@Module({ controllers: [CatalogueController], providers: [Configurations], exports: [Configurations] })
export class CatalogueModule {}

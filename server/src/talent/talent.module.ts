import { Module } from "@nestjs/common";
import { CatalogueModule } from "../catalogue/index.ts";
import { IdentityModule } from "../identity/index.ts";
import { PersonnelModule } from "../personnel/index.ts";
import { ProfilesModule } from "../profiles/index.ts";
import { TalentCycles } from "./cycles.service.ts";
import { Placements } from "./placements.service.ts";
import { Standings } from "./standings.service.ts";
import { TalentPages } from "./talent-pages.service.ts";
import { TalentController } from "./talent.controller.ts";

@Module({
  imports: [IdentityModule, PersonnelModule, CatalogueModule, ProfilesModule],
  controllers: [TalentController],
  providers: [Standings, TalentCycles, Placements, TalentPages],
  exports: [TalentCycles, Placements, TalentPages],
})
export class TalentModule {}

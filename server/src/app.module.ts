import { Module, StandardSchemaValidationPipe, type DynamicModule } from "@nestjs/common";
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from "@nestjs/core";
import type { MikroORM } from "@mikro-orm/postgresql";
import { invalid, ProblemFilter, ScopeInterceptor, SessionGuard } from "./platform/index.ts";
import { DatabaseModule } from "./platform/database/database.module.ts";
import { KeysModule } from "./platform/keys/keys.module.ts";
import { PlatformModule } from "./platform/platform.module.ts";
import { AuthoringModule, authoringEntities } from "./authoring/index.ts";
import { CatalogueModule, catalogueEntities } from "./catalogue/index.ts";
import { DeliveryModule, deliveryEntities } from "./delivery/index.ts";
import { IdentityModule, identityEntities } from "./identity/index.ts";
import { PersonnelModule, personnelEntities } from "./personnel/index.ts";
import { PlanningModule, planningEntities } from "./planning/index.ts";
import { ProfilesModule, profilesEntities } from "./profiles/index.ts";
import { ScoringModule, scoringEntities } from "./scoring/index.ts";
import { TalentModule, talentEntities } from "./talent/index.ts";

export const entities = [
  ...identityEntities,
  ...personnelEntities,
  ...catalogueEntities,
  ...authoringEntities,
  ...planningEntities,
  ...deliveryEntities,
  ...scoringEntities,
  ...profilesEntities,
  ...talentEntities,
];

const validation = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) =>
    invalid(issues.map((issue) => ({ path: (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join("."), message: issue.message }))),
});

@Module({})
export class AppModule {
  static with(orm: MikroORM, secret: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.use(orm),
        PlatformModule,
        KeysModule.use(secret),
        IdentityModule,
        PersonnelModule,
        CatalogueModule,
        AuthoringModule,
        PlanningModule,
        DeliveryModule,
        ScoringModule,
        ProfilesModule,
        TalentModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: ScopeInterceptor },
        { provide: APP_PIPE, useValue: validation },
      ],
    };
  }
}

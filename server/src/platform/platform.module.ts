import { Global, Module } from "@nestjs/common";
import { Audit } from "./audit/audit.ts";
import { Clock } from "./clock.ts";
import { Jobs } from "./jobs/jobs.ts";
import { Pdf } from "./pdf/pdf.service.ts";
import { HealthController } from "./telemetry/health.controller.ts";
import { UnitOfWork } from "./tenancy/index.ts";

/** What every context stands on. Global, because listing it in each module would say nothing. */
@Global()
@Module({ controllers: [HealthController], providers: [Audit, Clock, Jobs, Pdf, UnitOfWork], exports: [Audit, Clock, Jobs, Pdf, UnitOfWork] })
export class PlatformModule {}

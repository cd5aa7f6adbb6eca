import { EntityManager } from "@mikro-orm/postgresql";
import { Controller, Get } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { problem } from "@kompeten/shared/contracts/problem";
import { sql } from "kysely";
import { z } from "zod";
import { Open } from "../auth/index.ts";
import { expectedMigrations } from "../database/orm.ts";
import { Jobs } from "../jobs/jobs.ts";
import { ProblemError } from "../problem/index.ts";

const readiness = z.strictObject({ status: z.literal("ready") }).meta({ id: "Readiness" });

@ApiTags("platform")
@Controller("api/health")
export class HealthController {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
  ) {}

  /** 200 only when the database answers, every migration is in and jobs run. */
  @Get()
  @Open()
  @ApiResponse({ status: 200, standardSchema: readiness })
  @ApiResponse({ status: 503, standardSchema: problem, description: "`not-ready`; `detail` says what is missing" })
  async health(): Promise<z.infer<typeof readiness>> {
    const done = await sql<{ name: string }>`select name from mikro_orm_migrations`
      .execute(this.em.fork().getKysely())
      .then(({ rows }) => new Set(rows.map(({ name }) => name)))
      .catch(() => undefined);
    if (!done) throw notReady("the database does not answer");
    const pending = expectedMigrations().filter((name) => !done.has(name));
    if (pending.length > 0) throw notReady(`migrations are pending: ${pending.join(", ")}`);
    if (!this.jobs.ready) throw notReady("jobs are not running");
    return { status: "ready" };
  }
}

function notReady(detail: string): ProblemError {
  return new ProblemError(503, "not-ready", { detail });
}

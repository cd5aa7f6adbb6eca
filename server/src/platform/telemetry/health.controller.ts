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
    const expected = expectedMigrations();
    const done = await sql<{ count: number }>`select count(*)::int as count from mikro_orm_migrations`
      .execute(this.em.fork().getKysely())
      .then(({ rows }) => rows[0]?.count ?? 0)
      .catch(() => -1);
    if (done < 0) throw new ProblemError(503, "not-ready", { detail: "the database does not answer" });
    if (done < expected.length) throw new ProblemError(503, "not-ready", { detail: `${expected.length - done} migrations are pending` });
    if (!this.jobs.ready) throw new ProblemError(503, "not-ready", { detail: "jobs are not running" });
    return { status: "ready" };
  }
}

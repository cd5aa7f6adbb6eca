import { Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { failedJobList, type FailedJobList } from "@kompeten/shared/contracts/jobs";
import { z } from "zod";
import { Audit, Jobs, notFound, Requires, type FailedJob } from "../platform/index.ts";

const ids = z.record(z.string(), z.uuid());

/** What the agency's background work gave up on, and trying it once more. */
@ApiTags("jobs")
@Controller("api/failed-jobs")
@Requires("job.manage")
export class FailedJobsController {
  constructor(
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: failedJobList })
  async list(): Promise<FailedJobList> {
    const { jobs, total } = await this.jobs.failed();
    return { jobs: jobs.map((job) => ({ id: job.id, name: job.name, about: aboutOf(job), failedAt: job.failedAt.toISOString(), attempts: job.attempts, cause: job.cause })), total };
  }

  @Post(":id/retry")
  @HttpCode(204)
  async retry(@Param("id", { schema: z.uuid() }) id: string): Promise<void> {
    const name = await this.jobs.retry(id);
    if (name === undefined) throw notFound();
    await this.audit.record({ action: "identity.job.retried", subjectKind: "job", subjectId: id, details: { name } });
  }
}

/** Jobs carry ids; should one ever carry more, it is not shown. */
function aboutOf(job: FailedJob): Record<string, string> {
  return ids.safeParse(job.data).data ?? {};
}

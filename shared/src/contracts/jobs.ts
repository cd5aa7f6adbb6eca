import { z } from "zod";

/** Background work that was given up after its retries: news that did not arrive, such as a score or a result. */
export const failedJobView = z.strictObject({
  id: z.uuid(),
  /** `<context>.<verb>-<noun>`. */
  name: z.string(),
  /** What it is about: ids by name, never a person's data. */
  about: z.record(z.string(), z.string()),
  failedAt: z.iso.datetime(),
  attempts: z.int(),
  /** The kind of error and its message, for whoever looks after the server. */
  cause: z.string(),
});
export type FailedJobView = z.infer<typeof failedJobView>;

/** The newest first; `total` counts also those that are not listed. */
export const failedJobList = z.strictObject({ jobs: z.array(failedJobView), total: z.int() }).meta({ id: "FailedJobList" });
export type FailedJobList = z.infer<typeof failedJobList>;

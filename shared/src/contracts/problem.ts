import { z } from "zod";

/** An error as RFC 9457 describes it. `code` is stable and translated by the client; `detail` is for logs and developers. */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    /** Values for the translated message. */
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** One entry per wrong field: a path such as "candidates.3.nip" and what was expected. */
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;

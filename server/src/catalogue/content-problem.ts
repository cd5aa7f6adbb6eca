import type { z } from "zod";

/** What is wrong with a content file and where: the path is in the file's own words. */
export type ContentProblem = { path: string; message: string };

/** A content file that must not be loaded. Written for the person who edits it; thrown, because no user can cause it. */
export class ContentError extends Error {
  constructor(
    readonly what: string,
    readonly problems: readonly ContentProblem[],
  ) {
    super(`${what}: ${problems.map((problem) => `${problem.path || "(file)"}: ${problem.message}`).join("; ")}`);
    this.name = "ContentError";
  }
}

/** The problems of a failed parse, with paths as "items.v01.correct". */
export function problemsOf(error: z.ZodError): ContentProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message }));
}

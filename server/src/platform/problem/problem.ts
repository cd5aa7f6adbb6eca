import type { Problem } from "@kompeten/shared/contracts/problem";

const titles: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  422: "Cannot be done",
  429: "Too many requests",
  503: "Not ready",
};

export type ProblemOptions = Pick<Problem, "detail" | "params" | "errors">;

/** A refusal on its way to HTTP. Thrown by controllers only: inside, refusals are values. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(status: number, code: string, options: ProblemOptions = {}) {
    super(code);
    this.problem = { type: `https://kompeten.example/problems/${code}`, title: titles[status] ?? "Error", status, code, ...options };
  }
}

/** "Absent" and "not yours" answer the same. */
export function notFound(): ProblemError {
  return new ProblemError(404, "not-found");
}

/** What was asked for, where there is such a thing. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound();
  return value;
}

/** Input of the wrong shape: which fields, and what was expected. */
export function invalid(errors: NonNullable<Problem["errors"]>): ProblemError {
  return new ProblemError(400, "invalid-input", { errors });
}

/** The request is well-formed, but the state of things forbids it. */
export function conflict(code: string, options: ProblemOptions = {}): ProblemError {
  return new ProblemError(409, code, options);
}

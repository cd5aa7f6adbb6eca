import type { Problem } from "@kompeten/shared/contracts/problem";

/** The server answered, and the answer is no. `code` is what the interface translates. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: NonNullable<Problem["params"]>;
  readonly errors: NonNullable<Problem["errors"]>;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Pick<Problem, "status" | "code" | "title" | "params" | "errors">, retryAfterSeconds?: number) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
    this.name = "ApiProblem";
    this.status = problem.status;
    this.code = problem.code;
    this.params = problem.params ?? {};
    this.errors = problem.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The server did not answer at all: whether the request was carried out is unknown. */
export class NetworkFailure extends Error {
  constructor(cause: unknown) {
    super("The server could not be reached");
    this.name = "NetworkFailure";
    this.cause = cause;
  }
}

/** Reads RFC 9457; a proxy's HTML error page becomes a problem whose code is derived from the status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get("retry-after"));
  const seconds = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined;
  const body: unknown = await response.json().catch(() => null);
  const stated = typeof body === "object" && body !== null ? (body as Partial<Problem>) : {};
  return new ApiProblem(
    {
      status: response.status,
      code: typeof stated.code === "string" ? stated.code : codeOfStatus(response.status),
      title: typeof stated.title === "string" ? stated.title : response.statusText,
      ...(stated.params ? { params: stated.params } : {}),
      ...(Array.isArray(stated.errors) ? { errors: stated.errors } : {}),
    },
    seconds,
  );
}

function codeOfStatus(status: number): string {
  if (status === 401) return "not-signed-in";
  if (status === 403 || status === 404) return "not-found";
  if (status === 409 || status === 412) return "conflict";
  if (status === 413) return "too-large";
  if (status === 429) return "too-many-requests";
  if (status >= 500) return "outage";
  return status === 400 || status === 422 ? "invalid-input" : "unexpected";
}

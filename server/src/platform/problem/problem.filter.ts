import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { invalid, ProblemError } from "./problem.ts";

/** Everything that goes wrong leaves as RFC 9457 problem JSON over HTTP, or as a typed acknowledgement over the socket. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger("Problem");

  catch(error: unknown, host: ArgumentsHost): void {
    const { problem } = toProblem(error);
    if (problem.status >= 500) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (host.getType() === "ws") {
      const acknowledge = host.getArgs().find((argument) => typeof argument === "function") as ((answer: unknown) => void) | undefined;
      acknowledge?.({ ok: false, refusal: problem.code });
      return;
    }
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(problem.status).header("content-type", "application/problem+json; charset=utf-8").header("cache-control", "no-store").send(JSON.stringify(problem));
  }
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    const codes: Record<number, string> = { 401: "not-signed-in", 404: "not-found", 413: "too-large", 429: "too-many-requests", 503: "not-ready" };
    return new ProblemError(status, codes[status] ?? "bad-request", { detail: error.message });
  }
  if (isUnstorable(error)) return invalid([{ path: "", message: "contains a character that cannot be stored (U+0000)" }]);
  const known = error as { statusCode?: number; code?: string; message?: string };
  if (known.statusCode === 413 || known.code === "FST_REQ_FILE_TOO_LARGE") return new ProblemError(413, "too-large");
  if (known.statusCode !== undefined && known.statusCode >= 400 && known.statusCode < 500) return new ProblemError(known.statusCode, "bad-request");
  return new ProblemError(500, "internal");
}

/** PostgreSQL's text holds every character but U+0000, which no keyboard types; 08P01 is what it makes of one in a parameter. */
const unstorable: readonly unknown[] = ["22021", "22P05", "08P01"];

function isUnstorable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if ("code" in cause && unstorable.includes(cause.code)) return true;
  return false;
}

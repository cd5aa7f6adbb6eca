import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import { ProblemError } from "../platform/index.ts";
import { refusedAnswer } from "./acknowledgement.ts";

/**
 * What goes wrong around a message, its guard included, leaves as a refusal of the closed set: the acknowledgement is always
 * called, so that a client never waits for its time-out. Global filters do not reach gateways; this one is named there.
 */
@Catch()
export class SocketRefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const acknowledge = host.getArgs<unknown[]>().find((argument) => typeof argument === "function") as ((answer: unknown) => void) | undefined;
    acknowledge?.(refusalAnswer(error));
  }
}

const logger = new Logger("Socket");

/** A bug or an outage is written down and answered as "not ready", so that the client keeps everything and tries again. */
export function refusalAnswer(error: unknown): ReturnType<typeof refusedAnswer> {
  const known = error instanceof ProblemError && error.problem.status < 500;
  if (!known) logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return refusedAnswer(known ? "not-found" : "not-ready");
}

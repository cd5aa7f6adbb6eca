import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import { ProblemError } from "../platform/index.ts";
import { refusedAnswer } from "./acknowledgement.ts";

/**
 * What goes wrong around a message, its guard included, leaves as a refusal of the closed set: the acknowledgement is always
 * called, so that a client never waits for its time-out. Global filters do not reach gateways; this one is named there.
 */
@Catch()
export class SocketRefusalFilter implements ExceptionFilter {
  private readonly logger = new Logger("Socket");

  catch(error: unknown, host: ArgumentsHost): void {
    const known = error instanceof ProblemError && error.problem.status < 500;
    if (!known) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const acknowledge = host.getArgs<unknown[]>().find((argument) => typeof argument === "function") as ((answer: unknown) => void) | undefined;
    acknowledge?.(refusedAnswer(known ? "not-found" : "not-ready"));
  }
}

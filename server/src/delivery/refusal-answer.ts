import { Logger } from "@nestjs/common";
import { ProblemError } from "../platform/index.ts";
import { refusedAnswer } from "./acknowledgement.ts";

const logger = new Logger("Socket");

/**
 * What goes wrong around a message, its permission included, leaves as a refusal of the closed set, so that a client never waits for
 * its time-out. A bug or an outage is written down and answered as "not ready", so that the client keeps everything and tries again.
 */
export function refusalAnswer(error: unknown): ReturnType<typeof refusedAnswer> {
  const known = error instanceof ProblemError && error.problem.status < 500;
  if (!known) logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return refusedAnswer(known ? "not-found" : "not-ready");
}

import { Injectable } from "@nestjs/common";
import { timingSafeEqual } from "node:crypto";
import { InstallationKeys } from "../../platform/index.ts";
import type { AttemptActor } from "../acknowledgement.ts";
import type { Held } from "../attempt-states.service.ts";
import { ServerTime } from "../server-time.service.ts";

/** Long enough for an opening, its paper and a start; a page asks for another one when it is refused. */
const passMs = 10 * 60_000;
type Bearer = { accountId: string; sessionId: string; sittingId: string };

/** R5: short-lived passes for one account, session and sitting. Any process checks them without asking anybody. */
@Injectable()
export class BrowserPasses {
  constructor(
    private readonly keys: InstallationKeys,
    private readonly time: ServerTime,
  ) {}

  make(bearer: Bearer): { pass: string; untilMs: number } {
    const untilMs = Math.round(this.time.nowMs()) + passMs;
    return { pass: `${untilMs}.${this.tokenOf(bearer, untilMs)}`, untilMs };
  }

  /** Whether this attempt may be seen and started from where it is asked. What has ended may be looked back at from anywhere. */
  admits({ accountId, sessionId }: AttemptActor, { record, attempt }: Pick<Held, "record" | "attempt">, pass: string | undefined): boolean {
    if (!attempt.safeExamBrowser || attempt.state === "closed") return true;
    if (sessionId === undefined || pass === undefined) return false;
    const [until = "", token = ""] = pass.split(".");
    const untilMs = Number(until);
    return untilMs > this.time.nowMs() && isSame(token, this.tokenOf({ accountId, sessionId, sittingId: record.sittingId }, untilMs));
  }

  private tokenOf({ accountId, sessionId, sittingId }: Bearer, untilMs: number): string {
    return this.keys.tokenFor(`browser pass/${accountId}/${sessionId}/${sittingId}/${untilMs}`);
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

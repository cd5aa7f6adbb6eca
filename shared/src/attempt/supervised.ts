/** T1, J5, R7: what a supervisor may do to an attempt that runs. */
import { ok, refuse, type Result } from "../kernel/index.ts";
import type { Running } from "./attempt.ts";
import type { SupervisorCommand } from "./command.ts";
import type { EntryDraft } from "./entry.ts";
import type { Refusal } from "./refusal.ts";

type Deed = Exclude<SupervisorCommand, { kind: "merge" }>;

export function decideSupervised(attempt: Running, command: Deed, nowMs: number): Result<EntryDraft, Refusal> {
  const { reason } = command;
  switch (command.kind) {
    case "accommodate":
      return ok({ kind: "accommodated", body: { ms: command.ms, reason } });
    case "extend":
      return ok(extended(command));
    case "pause":
      return attempt.pausedSinceMs === null ? ok({ kind: "paused", body: { pausedAtMs: nowMs, reason } }) : refuse("paused");
    case "resume":
      return attempt.pausedSinceMs === null ? refuse("already-started") : ok({ kind: "resumed", body: { ms: Math.max(0, nowMs - attempt.pausedSinceMs), reason } });
    case "free-device":
      return ok({ kind: "taken-over", body: { epoch: attempt.epoch + 1, deviceId: null, reason } });
    case "end":
      // T3: past the deadline it ends by itself, at the deadline.
      return nowMs > attempt.deadlineMs ? refuse("deadline-passed") : ok({ kind: "ended", body: { reason } });
  }
}

export function extended({ ms, reason, outage }: Extract<Deed, { kind: "extend" }>): EntryDraft {
  return { kind: "extended", body: outage ? { ms, reason, outage } : { ms, reason } };
}

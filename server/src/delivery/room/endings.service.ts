import { Injectable } from "@nestjs/common";
import type { EndingsBody, TimeChangeResult } from "@kompeten/shared/contracts/time-changes";
import { currentAccountId, currentAgencyId } from "../../platform/index.ts";
import { AttemptStates } from "../attempt-states.service.ts";
import { TimeChanges } from "../time-changes.service.ts";
import { RoomRecord, type NewEntry } from "./room-record.service.ts";

/** R7: attempts that a proctor ends before their time, in the running unit of work: in each journal, in the room's record and in the audit record, together. */
@Injectable()
export class Endings {
  constructor(
    private readonly changes: TimeChanges,
    private readonly states: AttemptStates,
    private readonly record: RoomRecord,
  ) {}

  /** One result per attempt, in the order asked. Undefined for an assessment that is not there. */
  async end(assessmentId: string, { opId, attemptIds, reason }: EndingsBody): Promise<TimeChangeResult[] | undefined> {
    const command = { kind: "end", reason } as const;
    const results = await this.changes.applyTo(assessmentId, { opId, attemptIds }, async (held) => new Map([...held.keys()].map((id) => [id, command])));
    if (!results) return undefined;
    const ended = await this.states.fresh(results.filter(({ ok }) => ok).map(({ attemptId }) => attemptId));
    const entries = [...ended].map(([attemptId, { record }]): NewEntry => ({ assessmentId, sittingId: record.sittingId, enrolmentId: record.enrolmentId, opId, accountId: currentAccountId(), kind: "ended", body: { attemptId, reason } }));
    if (entries.length > 0) await this.record.add(entries, currentAgencyId());
    await this.changes.record("delivery.attempt.ended", assessmentId, { results, opId, details: { reason } });
    return results;
  }
}

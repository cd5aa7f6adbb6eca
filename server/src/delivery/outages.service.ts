import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { Span, SupervisorCommand } from "@kompeten/shared/attempt";
import { outageView, type OutageBody, type OutageQuery, type OutageView, type TimeChangeResult } from "@kompeten/shared/contracts/time-changes";
import { sql } from "kysely";
import { Assessments } from "../planning/index.ts";
import { ConnectionLog } from "./connection-log.service.ts";
import { compensatedMs, lostSpans, ranSpans, totalMs, type OutageEvidence, type TimedEntry } from "./outage.rules.ts";
import { ServerTime } from "./server-time.service.ts";
import { TimeChanges } from "./time-changes.service.ts";

/** An open connection that was heard of since may still be there: the log is written this much late at most. */
const writtenLateMs = 30_000;

type EntryRow = { attemptId: string; kind: "started" | "paused" | "resumed" | "submitted" | "expired" | "ended" | "extended"; body: string; atMs: number };

/** T5: the exact time an outage cost each candidate, from evidence. In the running unit of work. */
@Injectable()
export class Outages {
  constructor(
    private readonly em: EntityManager,
    private readonly assessments: Assessments,
    private readonly connections: ConnectionLog,
    private readonly changes: TimeChanges,
    private readonly time: ServerTime,
  ) {}

  /** Of attempts that can still be given time. Undefined for an assessment that is not there. */
  async view(assessmentId: string, given: OutageQuery): Promise<OutageView | undefined> {
    if (!(await this.assessments.view(assessmentId))) return undefined;
    const interval = this.until(given);
    const enrolments = await this.assessments.enrolments(assessmentId);
    const { rows } = await sql<{ id: string }>`
      select id from attempt where state = 'running' and enrolment_id = any(${enrolments.map(({ id }) => id)}::uuid[]) limit 5000`.execute(this.em.getKysely());
    const attempts = [];
    for (const [attemptId, evidence] of await this.evidence(rows.map(({ id }) => id))) {
      const lost = lostSpans(interval, evidence);
      const before = compensatedMs(interval, evidence.compensated);
      if (lost.length > 0 || before > 0) attempts.push({ attemptId, ms: totalMs(lost), compensatedMs: before, longestMs: Math.max(0, ...lost.map(({ fromMs, toMs }) => toMs - fromMs)), gaps: lost.length });
    }
    return outageView.parse({ toMs: interval.toMs, attempts });
  }

  /** Written only on the state the evidence was read by: of two that compensate at once, the second sees what the first gave. */
  async compensate(assessmentId: string, body: OutageBody): Promise<TimeChangeResult[] | undefined> {
    const interval = this.until(body);
    const { opId, attemptIds, reason } = body;
    const results = await this.changes.applyTo(assessmentId, { opId, attemptIds }, async (held) => {
      const commands = new Map<string, SupervisorCommand>();
      for (const [attemptId, evidence] of await this.evidence([...held.keys()])) {
        const spans = lostSpans(interval, evidence);
        if (spans.length > 0) commands.set(attemptId, { kind: "extend", ms: totalMs(spans), reason, outage: { ...interval, spans } });
      }
      return commands;
    });
    if (results) await this.changes.record("delivery.outage.compensated", assessmentId, { results, opId, details: { ...interval, reason } });
    return results;
  }

  private until({ fromMs, toMs }: Span): Span {
    return { fromMs, toMs: Math.max(fromMs, Math.min(toMs, Math.floor(this.time.nowMs()))) };
  }

  private async evidence(attemptIds: readonly string[]): Promise<Map<string, OutageEvidence>> {
    const nowMs = this.time.nowMs();
    const { rows } = await sql<EntryRow>`
      select attempt_id as "attemptId", kind, body, (extract(epoch from at) * 1000)::float8 as "atMs" from journal_entry
      where attempt_id = any(${[...attemptIds]}::uuid[]) and kind in ('started', 'paused', 'resumed', 'submitted', 'expired', 'ended', 'extended') order by attempt_id, seq`.execute(this.em.getKysely());
    const entries = Map.groupBy(rows, ({ attemptId }) => attemptId);
    const contacts = await this.connections.ofMany(attemptIds);
    return new Map(
      attemptIds.map((attemptId) => {
        const own = entries.get(attemptId) ?? [];
        const reached = (contacts.get(attemptId) ?? []).map(({ openedMs, endedMs, closeReason }) => ({ fromMs: Math.floor(openedMs), toMs: Math.ceil(closeReason === null && nowMs - endedMs < writtenLateMs ? nowMs : endedMs) }));
        return [attemptId, { ran: ranSpans(own.flatMap(timed), nowMs), contacts: reached, compensated: own.flatMap(given) }];
      }),
    );
  }
}

/** Written by us from drafts of these kinds (J6). */
function timed({ kind, body, atMs }: EntryRow): TimedEntry[] {
  if (kind === "extended") return [];
  return [kind === "submitted" || kind === "expired" || kind === "ended" ? { kind: "ended", atMs } : ({ kind, body: JSON.parse(body) as unknown } as TimedEntry)];
}

function given({ kind, body }: EntryRow): readonly Span[] {
  return kind === "extended" ? ((JSON.parse(body) as { outage?: { spans: Span[] } }).outage?.spans ?? []) : [];
}

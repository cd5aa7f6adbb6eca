import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { decide, limitOf, type Refusal, type SupervisorCommand } from "@kompeten/shared/attempt";
import type { FreedDeviceBody, TimeChange, TimeChangeResult, TimeChangesBody } from "@kompeten/shared/contracts/time-changes";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Assessments } from "../planning/index.ts";
import { afterCommit, Audit, currentAccountId, currentAgencyId, Jobs } from "../platform/index.ts";
import { AttemptNews } from "./attempt-news.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { nextOf } from "./attempt-verdict.rules.ts";
import { Journal } from "./journal.service.ts";
import { makeReceiptJob } from "./receipts/receipts.service.ts";
import { attemptClosedJob } from "./turning-points.service.ts";
import { ServerTime } from "./server-time.service.ts";

/** What to do to each attempt, by its state as read for this try; what is left out is refused as "no-outage". */
export type CommandsOf = (held: ReadonlyMap<string, Held>) => Promise<ReadonlyMap<string, SupervisorCommand | "no-limit" | "has-limit">>;
type Wanted = { opId: string; attemptIds: readonly string[] };
type Change = Extract<TimeChangeResult, { ok: false }>["refusal"];

/** The first writing locks every row it is given, so that the second decision cannot be overtaken any more. */
const triesMax = 3;

/** T1, J5: what supervisors do to attempts, many at a time, in the running unit of work. Each on its own: one that is refused hinders no other. */
@Injectable()
export class TimeChanges {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly journal: Journal,
    private readonly assessments: Assessments,
    private readonly news: AttemptNews,
    private readonly audit: Audit,
    private readonly time: ServerTime,
    private readonly jobs: Jobs,
  ) {}

  /** Undefined for an assessment that is not there; attempts of another one are "not-found". */
  async change(assessmentId: string, { opId, attemptIds, change, reason }: TimeChangesBody): Promise<TimeChangeResult[] | undefined> {
    const results = await this.applyTo(assessmentId, { opId, attemptIds }, async (held) => new Map([...held].map(([id, one]) => [id, commandOf(one, change, reason)])));
    if (results) await this.record("delivery.time.changed", assessmentId, { results, opId, details: { ...change, reason } });
    return results;
  }

  /** J5: whichever device comes next works on. */
  async freeDevice(attemptId: string, { opId, reason }: FreedDeviceBody): Promise<Result<undefined, Change>> {
    const held = await this.states.one(attemptId);
    if (!held) return refuse("not-found");
    const command: SupervisorCommand = { kind: "free-device", reason };
    const result = (await this.write({ opId, attemptIds: [attemptId] }, async () => new Map([[attemptId, command]]))).get(attemptId);
    if (!result?.ok) return refuse(result?.refusal ?? "busy");
    await this.audit.record({ action: "delivery.device.freed", subjectKind: "attempt", subjectId: attemptId, details: { reason, opId } });
    return ok(undefined);
  }

  /** One result per attempt asked for, in the order asked. */
  async applyTo(assessmentId: string, wanted: Wanted, commandsOf: CommandsOf): Promise<TimeChangeResult[] | undefined> {
    const attemptIds = [...new Set(wanted.attemptIds)];
    if (!(await this.assessments.view(assessmentId))) return undefined;
    const own = await this.ofAssessment(assessmentId, attemptIds);
    const done = await this.write({ ...wanted, attemptIds: [...own].sort() }, commandsOf);
    return attemptIds.map((attemptId) => done.get(attemptId) ?? { attemptId, ok: false, refusal: own.has(attemptId) ? "busy" : "not-found" });
  }

  /** One record for the deed; of each attempt the journal says by whom and why. */
  async record(action: string, assessmentId: string, given: { results: readonly TimeChangeResult[]; opId: string; details: Record<string, string | number> }): Promise<void> {
    const attemptIds = given.results.filter((result) => result.ok).map(({ attemptId }) => attemptId);
    await this.audit.record({ action, subjectKind: "assessment", subjectId: assessmentId, details: { ...given.details, opId: given.opId, attemptIds } });
  }

  /** `attemptIds` sorted, so that two that write to the same attempts wait for each other and never crosswise. */
  private async write({ opId, attemptIds }: Wanted, commandsOf: CommandsOf): Promise<Map<string, TimeChangeResult>> {
    const results = new Map<string, TimeChangeResult>();
    let open = attemptIds;
    for (let tries = 0; tries < triesMax && open.length > 0; tries++) {
      for (const [attemptId, result] of await this.writeOnce({ opId, attemptIds: open }, commandsOf)) results.set(attemptId, result);
      open = open.filter((attemptId) => !results.has(attemptId));
    }
    const agencyId = currentAgencyId();
    const changed = [...results.values()].filter((result) => result.ok);
    afterCommit(() => changed.forEach(({ attemptId }) => this.news.tell({ agencyId, attemptId })));
    return results;
  }

  /** What came in between in the meantime is absent from the answer, and to be decided again. */
  private async writeOnce({ opId, attemptIds }: Wanted, commandsOf: CommandsOf): Promise<Map<string, TimeChangeResult>> {
    const results = new Map<string, TimeChangeResult>();
    const held = await this.states.readable(attemptIds);
    const written = await this.written(opId, attemptIds);
    for (const [attemptId, { attempt }] of held) if (written.has(attemptId)) results.set(attemptId, done(attemptId, attempt.state === "running" ? attempt.deadlineMs : null));
    const undecided = new Map([...held].filter(([attemptId]) => !written.has(attemptId)));
    const commands = await commandsOf(undecided);
    const nowMs = this.time.nowMs();
    const operations = [];
    for (const attemptId of attemptIds) {
      const one = undecided.get(attemptId);
      if (!one) continue;
      const command = commands.get(attemptId);
      const decided = command === undefined ? refuse("no-outage" as const) : typeof command === "string" ? refuse(command) : decide(one.attempt, command, nowMs);
      if (!decided.ok) results.set(attemptId, { attemptId, ok: false, refusal: refusalOf(decided.refusal, command) });
      else operations.push({ attemptId, opId, epoch: one.attempt.epoch, accountId: currentAccountId(), draft: decided.value, expectedSeq: one.attempt.seq, next: nextOf(one.attempt, decided.value, nowMs) });
    }
    const closed: { attemptId: string }[] = [];
    for (const [index, { outcome }] of (await this.journal.appendWithin(operations)).entries()) {
      const { attemptId, next } = operations[index] as (typeof operations)[number];
      if (outcome === "appended" && next?.state === "closed") closed.push({ attemptId });
      if (outcome === "appended" || outcome === "replayed") results.set(attemptId, done(attemptId, next?.deadlineAtMs ?? null));
      else if (outcome === "not-running" || outcome === "deadline-passed") results.set(attemptId, { attemptId, ok: false, refusal: "closed" });
      else if (outcome === "not-found") results.set(attemptId, { attemptId, ok: false, refusal: "not-found" });
    }
    // R7: a closing and the news of it commit together, as a hand-in's do.
    for (const job of [attemptClosedJob, makeReceiptJob]) await this.jobs.enqueueAll(job, closed);
    return results;
  }

  private async ofAssessment(assessmentId: string, attemptIds: readonly string[]): Promise<Set<string>> {
    const enrolments = await this.assessments.enrolments(assessmentId);
    const { rows } = await sql<{ id: string }>`
      select id from attempt where id = any(${[...attemptIds]}::uuid[]) and enrolment_id = any(${enrolments.map(({ id }) => id)}::uuid[])`.execute(this.em.getKysely());
    return new Set(rows.map(({ id }) => id));
  }

  /** J3: attempts in which this deed is done already, whatever has happened since. */
  private async written(opId: string, attemptIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await sql<{ attemptId: string }>`
      select attempt_id as "attemptId" from journal_entry where op_id = ${opId} and attempt_id = any(${[...attemptIds]}::uuid[])`.execute(this.em.getKysely());
    return new Set(rows.map(({ attemptId }) => attemptId));
  }
}

function done(attemptId: string, deadlineMs: number | null): TimeChangeResult {
  return { attemptId, ok: true, deadlineMs };
}

/** T8: minutes are given to what has a clock, days to what has none. */
function commandOf({ attempt }: Held, change: TimeChange, reason: string): SupervisorCommand | "no-limit" | "has-limit" {
  const withoutLimit = limitOf(attempt) === null;
  if (change.kind === "extend-window") return withoutLimit ? { kind: "extend", ms: change.days * 86_400_000, reason } : "has-limit";
  if (change.kind === "extend" && withoutLimit) return "no-limit";
  return change.kind === "extend" ? { kind: "extend", ms: change.minutes * 60_000, reason } : { kind: change.kind, reason };
}

function refusalOf(refusal: Refusal | "no-outage" | "has-limit", command: SupervisorCommand | string | undefined): Change {
  if (refusal === "already-started" && typeof command === "object" && command.kind === "resume") return "not-paused";
  if (refusal === "deadline-passed") return "closed";
  if (refusal === "no-outage" || refusal === "no-limit" || refusal === "has-limit" || refusal === "not-found" || refusal === "not-started" || refusal === "closed" || refusal === "paused") return refusal;
  return "busy";
}

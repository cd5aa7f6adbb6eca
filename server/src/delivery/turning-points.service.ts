import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { decide, type CandidateCommand, type Refusal } from "@kompeten/shared/attempt";
import type { Acknowledgement, Operation } from "@kompeten/shared/contracts/delivery";
import { sql } from "kysely";
import { afterCommit, Jobs, UnitOfWork } from "../platform/index.ts";
import { refused, type AttemptActor } from "./acknowledgement.ts";
import { AttemptNews } from "./attempt-news.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { nextOf } from "./attempt-verdict.rules.ts";
import { JournalReader } from "./journal-reader.service.ts";
import { Journal } from "./journal.service.ts";
import type { JournalOperation, JournalOutcome } from "./journal.types.ts";
import { makeReceiptJob } from "./receipts/receipts.service.ts";
import { RoomEntry } from "./room/entry.service.ts";
import { ServerTime } from "./server-time.service.ts";

type Message = { attemptId: string; epoch: number };
type Decided = { operation: JournalOperation } | { acknowledgement: Acknowledgement };
export const attemptClosedJob = "delivery.attempt-closed";
const triesMax = 5;

/**
 * Acknowledging the notice, starting, handing in: rare, decided on a fresh reading, and written only if nothing came in
 * between (`expectedSeq`); else decided again.
 */
@Injectable()
export class TurningPoints {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly journal: Journal,
    private readonly reader: JournalReader,
    private readonly time: ServerTime,
    private readonly jobs: Jobs,
    private readonly news: AttemptNews,
    private readonly entry: RoomEntry,
  ) {}

  async apply(actor: AttemptActor, message: Message, operation: Operation): Promise<Acknowledgement> {
    for (let tries = 0; tries < triesMax; tries++) {
      const outcome = await (operation.kind === "submit" ? this.submit(actor, message, operation) : this.append(actor, message, operation));
      if ("ok" in outcome) return outcome;
      if ("seq" in outcome) return { opId: operation.opId, ok: true, seq: outcome.seq, atMs: outcome.atMs };
      // The database's clock has the word on windows and deadlines; everything else is decided again.
      if (outcome.outcome === "not-found" || outcome.outcome === "stale-epoch" || outcome.outcome === "deadline-passed" || outcome.outcome === "outside-window") return refused(operation.opId, outcome.outcome);
    }
    return refused(operation.opId, "busy");
  }

  private async append(actor: AttemptActor, message: Message, operation: Operation): Promise<Acknowledgement | JournalOutcome> {
    const decided = await this.units.run(actor, () => this.decided(actor, message, operation));
    if ("acknowledgement" in decided) return decided.acknowledgement;
    const appended = await this.journal.append(actor.agencyId, [decided.operation]);
    const [outcome] = appended.ok ? appended.value : [];
    if (!outcome) return refused(operation.opId, "busy");
    if (outcome.outcome === "appended") this.news.tell({ agencyId: actor.agencyId, attemptId: message.attemptId });
    return outcome;
  }

  /** The closing and the news of it commit together, or neither does. */
  private submit(actor: AttemptActor, message: Message, operation: Operation): Promise<Acknowledgement | JournalOutcome> {
    return this.units.run(actor, async () => {
      const decided = await this.decided(actor, message, operation);
      if ("acknowledgement" in decided) return decided.acknowledgement;
      const [outcome] = await this.journal.appendWithin([decided.operation]);
      if (outcome?.outcome === "appended") {
        for (const job of [attemptClosedJob, makeReceiptJob]) await this.jobs.enqueue(job, { attemptId: message.attemptId });
        afterCommit(() => this.news.tell({ agencyId: actor.agencyId, attemptId: message.attemptId }));
      }
      return outcome ?? refused(operation.opId, "busy");
    });
  }

  private async decided(actor: AttemptActor, message: Message, { opId, ...command }: Operation): Promise<Decided> {
    const { attemptId, epoch } = message;
    const held = await this.states.one(attemptId);
    if (!held || held.record.accountId !== actor.accountId) return { acknowledgement: refused(opId, "not-found") };
    const first = (await this.reader.written(attemptId, [opId])).get(opId);
    if (first) return { acknowledgement: { opId, ok: true, ...first } };
    const nowMs = this.time.nowMs();
    const decided = decide(held.attempt, command, command.kind === "submit" && held.attempt.state === "running" ? Math.min(nowMs, held.attempt.deadlineMs) : nowMs);
    const refusal = epoch !== held.attempt.epoch ? "stale-epoch" : decided.ok ? await this.outOfOrder(held, command) : decided.refusal;
    if (refusal !== undefined || !decided.ok) return { acknowledgement: refused(opId, refusal ?? "busy") };
    const next = nextOf(held.attempt, decided.value, nowMs);
    return { operation: { attemptId, opId, epoch, accountId: actor.accountId, draft: decided.value, expectedSeq: held.attempt.seq, next } };
  }

  /** The room must let the candidate in (R3, R4), and instruments of a sitting are taken in order: the one before must be closed. */
  private async outOfOrder(held: Held, command: CandidateCommand): Promise<Refusal | undefined> {
    if (command.kind !== "start") return undefined;
    const { record } = held;
    const kept = (await this.entry.refusals([held], this.time.nowMs())).get(record.id);
    if (kept) return kept;
    const { rows } = await sql<{ open: boolean }>`
      select exists (select from attempt a where a.enrolment_id = ${record.enrolmentId} and a.sitting_id = ${record.sittingId}
        and a.ordinal < ${record.ordinal} and a.state <> 'closed') as open`.execute(this.em.getKysely());
    return rows[0]?.open ? "previous-instrument-open" : undefined;
  }
}

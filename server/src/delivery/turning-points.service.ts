import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { decide, type Refusal } from "@kompeten/shared/attempt";
import type { Acknowledged, Acknowledgement, Operation } from "@kompeten/shared/contracts/delivery";
import { assert } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { afterCommit, Jobs, UnitOfWork } from "../platform/index.ts";
import { refused, type AttemptActor } from "./acknowledgement.ts";
import { AttemptNews } from "./attempt-news.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { nextOf } from "./attempt-verdict.rules.ts";
import { JournalReader } from "./journal-reader.service.ts";
import { Journal } from "./journal.service.ts";
import type { JournalOperation, JournalOutcome } from "./journal.types.ts";
import { Lanes } from "./lane.ts";
import { makeReceiptJob, Receipts } from "./receipts/receipts.service.ts";
import { RoomEntry } from "./room/entry.service.ts";
import { SealedPapers } from "./sealed-papers.service.ts";
import { BrowserPasses } from "./safe-exam-browser/browser-passes.ts";
import { ServerTime } from "./server-time.service.ts";

/** One operation that a candidate asks for, as it waits to be decided. */
type Asked = { actor: AttemptActor; attemptId: string; epoch: number; operation: Operation };
type Settled = Acknowledgement | JournalOutcome;
type Decided = { operation: JournalOperation } | { acknowledgement: Acknowledgement };
export const attemptClosedJob = "delivery.attempt-closed";
const laneLimits = { flightsMax: 2, itemsPerFlightMax: 100 };
const triesMax = 5;

/**
 * Acknowledging the notice, starting, handing in: rare for one attempt, but a whole house does it in the same second. So it is
 * decided together: one fresh reading for all, and each written only if nothing came in between (`expectedSeq`); else decided again.
 * A closing and the news of it commit together, or neither does.
 */
@Injectable()
export class TurningPoints {
  private readonly lanes = new Lanes<Asked, Settled>((agencyId, asked) => this.units.apart({ agencyId, accountId: null }, () => this.settle(agencyId, asked)), laneLimits);

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
    private readonly passes: BrowserPasses,
    private readonly papers: SealedPapers,
    private readonly receipts: Receipts,
  ) {}

  async apply(actor: AttemptActor, { attemptId, epoch }: { attemptId: string; epoch: number }, operation: Operation): Promise<Acknowledgement> {
    for (let tries = 0; tries < triesMax; tries++) {
      const [outcome] = await this.lanes.of(actor.agencyId).take([{ actor, attemptId, epoch, operation }]);
      assert(outcome, "each that asks is answered");
      if ("ok" in outcome) return outcome.ok ? this.withGift(actor, attemptId, operation, outcome) : outcome;
      if ("seq" in outcome) return this.withGift(actor, attemptId, operation, { opId: operation.opId, ok: true, seq: outcome.seq, atMs: outcome.atMs });
      // The database's clock has the word on windows and deadlines; everything else is decided again.
      if (outcome.outcome === "not-found" || outcome.outcome === "stale-epoch" || outcome.outcome === "deadline-passed" || outcome.outcome === "outside-window") return refused(operation.opId, outcome.outcome);
    }
    return refused(operation.opId, "busy");
  }

  /** What a start and a hand-in bring, at every replay: the key of the paper (T6), the receipt (J9). Without it they hold all the same, and it can be asked for. */
  private async withGift(actor: AttemptActor, attemptId: string, { kind }: Operation, acknowledgement: Acknowledged): Promise<Acknowledged> {
    if (kind === "start") return { ...acknowledgement, paperKey: this.papers.keyOf(actor, attemptId) };
    if (kind !== "submit") return acknowledgement;
    const receipt = await this.receipts.atHandIn(actor, attemptId).catch(() => undefined);
    return receipt ? { ...acknowledgement, receipt } : acknowledgement;
  }

  /** In a unit of work of the agency; one answer each, in their order. */
  private async settle(agencyId: string, asked: readonly Asked[]): Promise<Settled[]> {
    const held = await this.states.fresh(asked.map(({ attemptId }) => attemptId));
    const written = await this.reader.written(asked.map(({ attemptId, operation }) => ({ attemptId, opId: operation.opId })));
    const kept = await this.keptFromStarting(asked.filter(({ operation }) => operation.kind === "start").flatMap(({ attemptId }) => held.get(attemptId) ?? []));
    const decided = asked.map((one) => this.decided(one, { held: held.get(one.attemptId), first: written.get(one.operation.opId), kept: kept.get(one.attemptId) }));
    const operations = decided.flatMap((one) => ("operation" in one ? [one.operation] : []));
    const outcomes = await this.journal.appendWithin(operations);
    const outcomeOf = new Map(operations.map(({ opId }, index) => [opId, outcomes[index] as JournalOutcome]));
    const appended = operations.filter(({ opId }) => outcomeOf.get(opId)?.outcome === "appended");
    const closed = appended.filter(({ next }) => next?.state === "closed").map(({ attemptId }) => ({ attemptId }));
    for (const job of [attemptClosedJob, makeReceiptJob]) await this.jobs.enqueueAll(job, closed);
    afterCommit(() => {
      for (const { attemptId, opId, draft } of appended) {
        const outcome = outcomeOf.get(opId);
        // What is asked for next, the paper of one that has started above all, is answered from memory.
        if (outcome?.outcome === "appended") this.states.advance(attemptId, { ...draft, seq: outcome.seq, atMs: outcome.atMs });
        this.news.tell({ agencyId, attemptId });
      }
    });
    return decided.map((one) => ("operation" in one ? (outcomeOf.get(one.operation.opId) as JournalOutcome) : one.acknowledgement));
  }

  private decided({ actor, attemptId, epoch, operation }: Asked, given: { held: Held | undefined; first: { seq: number; atMs: number } | undefined; kept: Refusal | undefined }): Decided {
    const { opId, ...command } = operation;
    const { held, first } = given;
    const { accountId } = actor;
    if (!held || held.record.accountId !== accountId) return { acknowledgement: refused(opId, "not-found") };
    if (first) return { acknowledgement: { opId, ok: true, ...first } };
    const nowMs = this.time.nowMs();
    const kept = given.kept ?? (operation.kind === "start" && !this.passes.admits(actor, held, operation.browserPass) ? "browser-not-allowed" : undefined);
    const decided = decide(held.attempt, command, command.kind === "submit" && held.attempt.state === "running" ? Math.min(nowMs, held.attempt.deadlineMs) : nowMs);
    const refusal = epoch !== held.attempt.epoch ? "stale-epoch" : decided.ok ? kept : decided.refusal;
    if (refusal !== undefined || !decided.ok) return { acknowledgement: refused(opId, refusal ?? "busy") };
    const next = nextOf(held.attempt, decided.value, nowMs);
    return { operation: { attemptId, opId, epoch, accountId, draft: decided.value, expectedSeq: held.attempt.seq, next } };
  }

  /** The room must let the candidate in (R3, R4), and instruments of a sitting are taken in order: the one before must be closed. */
  private async keptFromStarting(starting: readonly Held[]): Promise<Map<string, Refusal>> {
    if (starting.length === 0) return new Map();
    const { rows } = await sql<{ id: string }>`
      select b.id from attempt b where b.id = any(${starting.map(({ record }) => record.id)}::uuid[]) and exists (
        select from attempt a where a.enrolment_id = b.enrolment_id and a.sitting_id = b.sitting_id and a.ordinal < b.ordinal and a.state <> 'closed')`.execute(this.em.getKysely());
    return new Map<string, Refusal>([...rows.map(({ id }) => [id, "previous-instrument-open"] as const), ...(await this.entry.refusals(starting, this.time.nowMs()))]);
  }
}

import { Injectable } from "@nestjs/common";
import { refusalAdvice, type Refusal } from "@kompeten/shared/attempt";
import type { Acknowledgement, Operation } from "@kompeten/shared/contracts/delivery";
import { assert } from "@kompeten/shared/kernel";
import { UnitOfWork } from "../platform/index.ts";
import { refused, type AttemptActor } from "./acknowledgement.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { judge, type Verdict } from "./attempt-verdict.rules.ts";
import { JournalReader } from "./journal-reader.service.ts";
import { Journal } from "./journal.service.ts";
import type { JournalOperation, JournalOutcome } from "./journal.types.ts";
import { PaperShelf } from "./paper-shelf.service.ts";
import { ServerTime } from "./server-time.service.ts";

type Message = { attemptId: string; epoch: number; operations: readonly Operation[] };

/**
 * Responding, flagging, visiting, acting: the hot way, without a reading of the database as long as nothing is refused.
 * A remembered state may be behind; so it is trusted to accept (the writing checks again, J6) and never to refuse.
 */
@Injectable()
export class WorkOperations {
  constructor(
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly journal: Journal,
    private readonly reader: JournalReader,
    private readonly shelf: PaperShelf,
    private readonly time: ServerTime,
  ) {}

  async apply(actor: AttemptActor, message: Message): Promise<Acknowledgement[]> {
    const remembered = this.states.remembered(message.attemptId);
    let verdicts = remembered && this.judged(remembered, message);
    let written = new Map<string, { seq: number; atMs: number }>();
    if (!verdicts || verdicts.some((verdict) => "refusal" in verdict)) {
      const read = await this.read(actor, message);
      if (!read) return message.operations.map(({ opId }) => refused(opId, "not-found"));
      ({ verdicts, written } = read);
    }
    const outcomes = await this.write(actor, message, verdicts, written);
    const acknowledgements = verdicts.map((verdict) => {
      const first = written.get(verdict.opId);
      if (first) return { opId: verdict.opId, ok: true as const, ...first };
      return "refusal" in verdict ? refused(verdict.opId, verdict.refusal) : acknowledge(verdict.opId, outcomes.get(verdict.opId));
    });
    // The state the database met was another than the one decided on: say which, from the journal.
    return [...outcomes.values()].some(({ outcome }) => outcome === "not-running") ? this.corrected(actor, message, acknowledgements) : acknowledgements;
  }

  /** Operations that came behind a hand-in: what is written already is acknowledged again (J3), the rest came too late. */
  async replayed(actor: AttemptActor, attemptId: string, operations: readonly Operation[]): Promise<Acknowledgement[]> {
    const written = await this.units.run(actor, () => this.reader.written(attemptId, operations.map(({ opId }) => opId)));
    return operations.map(({ opId }) => {
      const first = written.get(opId);
      return first ? { opId, ok: true, ...first } : refused(opId, "closed");
    });
  }

  private judged(held: Held, message: Message): Verdict[] | undefined {
    const shelved = this.shelf.present(held.record.instrumentVersionId);
    return shelved && judge(held.attempt, { epoch: message.epoch, outline: shelved.outline, nowMs: this.time.nowMs() }, message.operations);
  }

  private read(actor: AttemptActor, message: Message): Promise<{ verdicts: Verdict[]; written: Map<string, { seq: number; atMs: number }> } | undefined> {
    return this.units.run(actor, async () => {
      const held = await this.states.one(message.attemptId);
      if (!held) return undefined;
      await this.shelf.get(held.record.instrumentVersionId);
      const verdicts = this.judged(held, message);
      assert(verdicts, "the paper is on the shelf");
      const refusedIds = verdicts.flatMap((verdict) => ("refusal" in verdict ? [verdict.opId] : []));
      // J3: a refusal is only for what is not written yet.
      return { verdicts, written: await this.reader.written(message.attemptId, refusedIds) };
    });
  }

  private async write(actor: AttemptActor, message: Message, verdicts: Verdict[], written: ReadonlyMap<string, unknown>): Promise<Map<string, JournalOutcome>> {
    const accepted = verdicts.filter((verdict) => "draft" in verdict).filter((verdict) => !written.has(verdict.opId));
    if (accepted.length === 0) return new Map();
    const { attemptId, epoch } = message;
    const operations = accepted.map(({ opId, draft }): JournalOperation => ({ attemptId, opId, epoch, accountId: actor.accountId, draft, expectedSeq: null, next: null }));
    const appended = await this.journal.append(actor.agencyId, operations);
    if (!appended.ok) return new Map();
    accepted.forEach(({ draft }, index) => {
      const outcome = appended.value[index];
      if (outcome?.outcome === "appended") this.states.advance(attemptId, { ...draft, seq: outcome.seq, atMs: outcome.atMs });
    });
    return new Map(accepted.map(({ opId }, index) => [opId, appended.value[index] as JournalOutcome]));
  }

  private async corrected(actor: AttemptActor, message: Message, acknowledgements: Acknowledgement[]): Promise<Acknowledgement[]> {
    const held = await this.units.run(actor, () => this.states.one(message.attemptId));
    const refusal = held?.attempt.state === "closed" ? "closed" : "not-started";
    return acknowledgements.map((one) => (!one.ok && one.refusal === "closed" ? refused(one.opId, refusal) : one));
  }
}

/** No outcome: nothing was tried, because a queue was full. */
function acknowledge(opId: string, outcome: JournalOutcome | undefined): Acknowledgement {
  if (outcome && "seq" in outcome) return { opId, ok: true, seq: outcome.seq, atMs: outcome.atMs };
  return refused(opId, outcome ? refusalOf(outcome.outcome) : "busy");
}

function refusalOf(outcome: Exclude<JournalOutcome["outcome"], "appended" | "replayed">): Refusal {
  if (outcome in refusalAdvice) return outcome as Refusal;
  return outcome === "not-running" ? "closed" : "busy";
}

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
import { Lanes } from "./lane.ts";
import { PaperShelf } from "./paper-shelf.service.ts";
import { SetAsideWork } from "./set-aside.service.ts";
import { ServerTime } from "./server-time.service.ts";

type Message = { attemptId: string; epoch: number; operations: readonly Operation[] };
type Accepted = Extract<Verdict, { draft: unknown }>;
/** By opId. */
type Acknowledgements = Map<string, Acknowledgement>;

/** Where what is remembered does not suffice, at a deadline above all: for a whole house in the same second. */
type Wanted = { attemptId: string; opIds: readonly string[] };
type Found = { held: Held | undefined; written: Map<string, { seq: number; atMs: number }> };
const readLimits = { flightsMax: 2, itemsPerFlightMax: 100, patienceMs: 50 };

/** Something of another process came in between each time: the client tries again. */
const triesMax = 4;

/**
 * Responding, writing, flagging, visiting, acting: the hot way, without a reading of the database as long as everything is
 * accepted. A remembered state may be behind; so it is trusted to accept (the writing checks again, J6) and never to refuse.
 */
@Injectable()
export class WorkOperations {
  private readonly readings = new Lanes<Wanted, Found>((agencyId, wanted) => this.units.apart({ agencyId, accountId: null }, () => this.readAll(wanted)), readLimits);

  constructor(
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly journal: Journal,
    private readonly reader: JournalReader,
    private readonly setAside: SetAsideWork,
    private readonly shelf: PaperShelf,
    private readonly time: ServerTime,
  ) {}

  async apply(actor: AttemptActor, message: Message): Promise<Acknowledgement[]> {
    const known: Acknowledgements = new Map();
    let verdicts = this.remembered(message);
    for (let tries = 0; tries < triesMax; tries++) {
      verdicts ??= await this.read(actor, message, known);
      if (!verdicts) return message.operations.map(({ opId }) => refused(opId, "not-found"));
      if (!(await this.write(actor, message, { verdicts, known }))) break;
      verdicts = undefined;
    }
    await this.countLate(actor, message, known);
    return message.operations.map(({ opId }) => known.get(opId) ?? refused(opId, "busy"));
  }

  /** J7: decided before it is answered; a client that hears nothing sends again, and it is decided then. */
  private async countLate(actor: AttemptActor, { attemptId, operations }: Message, known: Acknowledgements): Promise<void> {
    if (![...known.values()].some(isLate)) return;
    // What says that it was made after the end need not be asked about. The refusal rests on a reading, so what is remembered is not behind it.
    const attempt = this.states.remembered(attemptId)?.attempt;
    const endMs = attempt?.state === "closed" ? attempt.closedAtMs : attempt?.state === "running" ? attempt.deadlineMs : Number.POSITIVE_INFINITY;
    const claimed = operations.filter((operation) => "madeAtMs" in operation && operation.madeAtMs !== undefined && operation.madeAtMs <= endMs);
    const late = new Set(claimed.map(({ opId }) => known.get(opId)).flatMap((one) => (one && isLate(one) ? [one.opId] : [])));
    if (late.size === 0) return;
    const counted = await this.units.run({ ...actor, accountId: null }, () => this.setAside.countLate(attemptId, late));
    for (const [opId, { seq, atMs }] of counted) known.set(opId, { opId, ok: true, seq, atMs });
  }

  private remembered(message: Message): Verdict[] | undefined {
    const held = this.states.remembered(message.attemptId);
    const verdicts = held && this.judged(held, message);
    return verdicts?.every((verdict) => "draft" in verdict && !verdict.aside) ? verdicts : undefined;
  }

  private judged(held: Held, message: Message): Verdict[] | undefined {
    const shelved = this.shelf.present(held.record.instrumentVersionId);
    return shelved && judge(held.attempt, { epoch: message.epoch, outline: shelved.outline, nowMs: this.time.nowMs() }, message.operations);
  }

  /** J3: what is written already is acknowledged before anything else is considered. */
  private async read(actor: AttemptActor, message: Message, known: Acknowledgements): Promise<Verdict[] | undefined> {
    const [found] = await this.readings.of(actor.agencyId).take([{ attemptId: message.attemptId, opIds: message.operations.map(({ opId }) => opId) }]);
    if (!found?.held) return undefined;
    for (const [opId, first] of found.written) known.set(opId, { opId, ok: true, ...first });
    const verdicts = this.judged(found.held, { ...message, operations: message.operations.filter(({ opId }) => !found.written.has(opId)) });
    assert(verdicts, "the paper is on the shelf");
    return verdicts;
  }

  private async readAll(wanted: readonly Wanted[]): Promise<Found[]> {
    const held = await this.states.fresh([...new Set(wanted.map(({ attemptId }) => attemptId))]);
    for (const versionId of new Set([...held.values()].map(({ record }) => record.instrumentVersionId))) await this.shelf.get(versionId);
    const written = await this.reader.written(wanted.flatMap(({ attemptId, opIds }) => opIds.map((opId) => ({ attemptId, opId }))));
    return wanted.map(({ attemptId, opIds }) => ({
      held: held.get(attemptId),
      written: new Map(opIds.flatMap((opId) => (written.has(opId) ? [[opId, written.get(opId) as { seq: number; atMs: number }] as const] : []))),
    }));
  }

  /** True where something came in between and the rest is to be decided again. */
  private async write(actor: AttemptActor, message: Message, { verdicts, known }: { verdicts: Verdict[]; known: Acknowledgements }): Promise<boolean> {
    for (const verdict of verdicts) if ("refusal" in verdict) known.set(verdict.opId, refused(verdict.opId, verdict.refusal));
    const accepted = verdicts.filter((verdict): verdict is Accepted => "draft" in verdict);
    if (accepted.length === 0) return false;
    const { attemptId, epoch } = message;
    const operations = accepted.map(({ opId, draft, expectedSeq, untilMs }): JournalOperation => ({ attemptId, opId, epoch, accountId: actor.accountId, draft, expectedSeq, next: untilMs === null ? null : { untilMs } }));
    const appended = await this.journal.append(actor.agencyId, operations);
    if (!appended.ok) return false;
    let overtaken = false;
    accepted.forEach(({ opId, draft }, index) => {
      const outcome = appended.value[index] as JournalOutcome;
      // A running attempt that runs no more was closed in between: the next try sets aside what came too late.
      if (outcome.outcome === "stale" || outcome.outcome === "not-running") overtaken = true;
      else known.set(opId, acknowledge(opId, outcome));
      if (outcome.outcome === "appended") this.states.advance(attemptId, { ...draft, seq: outcome.seq, atMs: outcome.atMs });
    });
    return overtaken;
  }
}

const isLate = (one: Acknowledgement): boolean => !one.ok && one.refusal === "late";

function acknowledge(opId: string, outcome: JournalOutcome): Acknowledgement {
  if ("seq" in outcome) return { opId, ok: true, seq: outcome.seq, atMs: outcome.atMs };
  assert(outcome.outcome in refusalAdvice, `${outcome.outcome} is no answer to work`);
  return refused(opId, outcome.outcome as Refusal);
}

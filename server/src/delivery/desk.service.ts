import { Injectable, Logger } from "@nestjs/common";
import type { Acknowledgement, AppendAnswer, AppendMessage, OpenAnswer, Operation } from "@kompeten/shared/contracts/delivery";
import { newId, UnitOfWork } from "../platform/index.ts";
import { blocks, refused, refusedAnswer, type AttemptActor } from "./acknowledgement.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { Lanes } from "./lane.ts";
import { MissingEntries } from "./missing-entries.service.ts";
import { Rush } from "./rush.ts";
import { Sequencer } from "./sequencer.ts";
import { ServerTime } from "./server-time.service.ts";
import { Snapshots, type Opened, type Opening } from "./snapshots.service.ts";
import { TurningPoints } from "./turning-points.service.ts";
import { WorkOperations } from "./work-operations.service.ts";

/** Operations of one attempt that may wait in this process. */
const waitingPerAttemptMax = 200;
/** A reading costs about the same for one as for twenty, and a house that comes back comes within a second or two. */
const openLimits = { flightsMax: 3, itemsPerFlightMax: 50, patienceMs: 50 };
const turningPoints = new Set<Operation["kind"]>(["acknowledge-notice", "start", "take-over", "acknowledge-time", "open-section", "submit"]);

/**
 * A candidate at work, whatever the transport: what the socket, the HTTP way and simulated candidates call. Everything is
 * refused as "not-found" to all but the attempt's own account. Commits by itself, whatever unit of work it is called in.
 */
@Injectable()
export class Desk {
  private readonly logger = new Logger("Desk");
  private readonly sequencer = new Sequencer(waitingPerAttemptMax);
  private readonly opening = new Lanes<Opening, Opened>((agencyId, openings) => this.units.apart({ agencyId, accountId: null }, () => this.snapshots.ofMany(openings)), openLimits);
  /** Whose attempts are: a whole house comes to the other process when one has died. */
  private readonly knowing = new Lanes<{ attemptId: string }, Held | undefined>((agencyId, wanted) => this.units.apart({ agencyId, accountId: null }, () => this.found(wanted)), openLimits);

  constructor(
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly work: WorkOperations,
    private readonly turningPoints: TurningPoints,
    private readonly snapshots: Snapshots,
    private readonly time: ServerTime,
    private readonly rush: Rush,
    private readonly missing: MissingEntries,
  ) {}

  /** J10: the whole of what is known, at every connection. */
  async open(actor: AttemptActor, attemptId: string, { deviceId, browserPass, lastSeq = 0 }: { deviceId?: string | undefined; browserPass?: string | undefined; lastSeq?: number | undefined } = {}): Promise<OpenAnswer> {
    const answer = await this.opened({ actor, attemptId, deviceId, proven: { pass: browserPass } });
    if (answer.ok && lastSeq > answer.snapshot.seq) this.missing.tell(actor, { attemptId, lastSeq, seq: answer.snapshot.seq });
    return answer;
  }

  private opened(opening: Opening): Promise<OpenAnswer> {
    this.rush.note();
    return this.guarded(async () => {
      const [opened] = await this.opening.of(opening.actor.agencyId).take([opening]);
      return opened?.ok ? { ok: true, snapshot: opened.value } : refusedAnswer(opened?.refusal ?? "not-found");
    });
  }

  /** Applies operations in their order; one acknowledgement each, given after the commit (J2, J3). */
  async append(actor: AttemptActor, message: AppendMessage): Promise<AppendAnswer> {
    this.rush.note();
    return this.guarded(async () => {
      if (!(await this.owns(actor, message.attemptId))) return refusedAnswer("not-found");
      const done = await this.sequencer.run(message.attemptId, message.operations.length, () => this.applyAll(actor, message));
      return done.ok ? { ok: true, acknowledgements: done.value, serverNowMs: this.time.nowMs() } : refusedAnswer("busy");
    });
  }

  /** Starts the clock; the epoch is the attempt's own, for callers that hold no snapshot. */
  start(actor: AttemptActor, attemptId: string, opId = newId()): Promise<Acknowledgement> {
    return this.single(actor, attemptId, { opId, kind: "start" });
  }

  submit(actor: AttemptActor, attemptId: string, opId = newId()): Promise<Acknowledgement> {
    return this.single(actor, attemptId, { opId, kind: "submit" });
  }

  acknowledgeNotice(actor: AttemptActor, attemptId: string, noticeId: string, opId = newId()): Promise<Acknowledgement> {
    return this.single(actor, attemptId, { opId, kind: "acknowledge-notice", noticeId });
  }

  private async single(actor: AttemptActor, attemptId: string, operation: Operation): Promise<Acknowledgement> {
    // R5: for the epoch alone; a notice is read in any browser, and a start asks for itself.
    const opened = await this.opened({ actor, attemptId, deviceId: undefined, proven: "already" });
    if (!opened.ok) return { opId: operation.opId, ...opened };
    const answer = await this.append(actor, { attemptId, epoch: opened.snapshot.epoch, operations: [operation] });
    return answer.ok ? (answer.acknowledgements[0] ?? refused(operation.opId, "busy")) : { opId: operation.opId, ...answer };
  }

  private async owns(actor: AttemptActor, attemptId: string): Promise<boolean> {
    const held = this.states.remembered(attemptId) ?? (await this.knowing.of(actor.agencyId).take([{ attemptId }]))[0];
    return held?.record.agencyId === actor.agencyId && held.record.accountId === actor.accountId;
  }

  private async found(wanted: readonly { attemptId: string }[]): Promise<(Held | undefined)[]> {
    const held = await this.states.fresh([...new Set(wanted.map(({ attemptId }) => attemptId))]);
    return wanted.map(({ attemptId }) => held.get(attemptId));
  }

  private async applyAll(actor: AttemptActor, message: AppendMessage): Promise<Acknowledgement[]> {
    const acknowledgements: Acknowledgement[] = [];
    for (const run of runsOf(message.operations)) {
      const blocking = acknowledgements.find(blocks);
      // Order is kept: what is behind an operation that has to be sent again is not tried.
      if (blocking) acknowledgements.push(...run.map(({ opId }) => refused(opId, blocking.refusal)));
      else acknowledgements.push(...(await this.applyRun(actor, message, run)));
    }
    return acknowledgements;
  }

  private async applyRun(actor: AttemptActor, message: AppendMessage, run: Operation[]): Promise<Acknowledgement[]> {
    const [first] = run;
    try {
      if (first && turningPoints.has(first.kind)) return [await this.turningPoints.apply(actor, message, first)];
      return await this.work.apply(actor, { ...message, operations: run });
    } catch (error) {
      this.logger.warn(`nothing acknowledged: ${(error as Error).message}`);
      return run.map(({ opId }) => refused(opId, "not-ready"));
    }
  }

  /** An outage is an answer too: the client keeps everything and tries again. */
  private async guarded<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof refusedAnswer>> {
    try {
      return await work();
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return refusedAnswer("not-ready");
    }
  }
}

/** Turning points one by one, everything else in stretches that are written together. */
function runsOf(operations: readonly Operation[]): Operation[][] {
  const runs: Operation[][] = [];
  for (const operation of operations) {
    const last = runs.at(-1);
    if (last?.[0] && !turningPoints.has(operation.kind) && !turningPoints.has(last[0].kind)) last.push(operation);
    else runs.push([operation]);
  }
  return runs;
}


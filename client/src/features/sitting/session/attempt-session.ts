/** One attempt in this tab: snapshot, queue, drafts, clock and line put together. Knows no React; see use-attempt-session. */
import { applied, noWork, type Work } from "@kompeten/shared/attempt";
import type { Acknowledged, AppendAnswer, ChangedPush, Operation, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { SessionView } from "@kompeten/shared/contracts/session";
import { Keeping } from "../offline/keeping.ts";
import { DraftBuffer } from "../queue/draft-buffer.ts";
import { inBrowser } from "../queue/in-browser.ts";
import { OperationQueue, type QueueDeps } from "../queue/operation-queue.ts";
import { memoryQueueStore } from "../queue/queue-store.ts";
import type { Command } from "../queue/queued-operation.ts";
import { SenderLock } from "../queue/sender-lock.ts";
import type { Unsent } from "../proof/emergency-file.ts";
import { PaperHolder } from "./paper-holder.ts";
import { ShownWork } from "./shown-work.ts";
import { deviceId } from "./device.ts";
import { MessageHolder } from "./message-holder.ts";
import { atServer, type Place } from "./place.ts";
import { PresenceTeller, whereThePageIs } from "./presence-teller.ts";
import type { Line } from "./attempt-line.ts";
import { OnceMore } from "./once-more.ts";
import { ServerClock } from "./server-clock.ts";
import { watchPage } from "./watch-page.ts";
import { firstState, type SessionState, shownSections, timeChange, timeLeftMs, unsavedIn, withOpened } from "./session-state.ts";

const heartbeatMs = 500;
/** Drafts are handed over this long before the time is up, so that the last words are there in time. */
const lastCallMs = 2500;
const closingLookMs = 2000;
const notReadyMs = 2000;
/** What is on its way for less is not unsaved yet, to anybody but this page. */
const unsavedAfterMs = 3000;

export class AttemptSession {
  readonly attemptId: string;
  readonly clock = new ServerClock();
  private state = firstState;
  private listeners = new Set<() => void>();
  private lock: SenderLock | null = null;
  private line: Line | null = null;
  private queue: OperationQueue | null = null;
  private readonly drafts = new DraftBuffer(
    (command, sinceMs) => void this.queue?.add(command, this.epoch, sinceMs),
    () => this.refresh(),
  );
  private readonly work = new ShownWork();
  private epoch = 1;
  private readonly paper = new PaperHolder((held) => this.change(held));
  private snapshot: Snapshot | null = null;
  private readonly keeping: Keeping;
  readonly messages = new MessageHolder({ show: (messages) => this.change({ messages }), send: (messageId) => this.line?.read(messageId) ?? Promise.resolve(false) });
  private readonly presence = new PresenceTeller({ tell: (body) => this.line?.tell(body) ?? Promise.resolve(false), newId: inBrowser.newOpId, nowMs: () => this.clock.nowMs(), monotonicMs: () => this.clock.mark(), where: whereThePageIs });
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  /** Monotonic, as everything that waits: people change their device's clock. */
  private nextLookMs = 0;
  private unwatch: () => void = () => {};
  private movingHere = false;
  private timeAcknowledgedSeq = 0;
  private readonly opening = new OnceMore(() => this.openOnce());
  /** Goes up whenever this tab begins or ceases to work on the attempt, so that what was begun before knows that it is over. */
  private turns = 0;

  readonly place: Place;

  /** @param viewer who is signed in, where what is needed without a line may be kept for them */
  constructor(attemptId: string, place: Place = atServer, viewer: SessionView | null = null) {
    this.attemptId = attemptId;
    this.place = place;
    this.keeping = new Keeping(attemptId, place.practice ? null : viewer, () => ({ snapshot: this.snapshot, state: this.state, epoch: this.epoch, timeAcknowledgedSeq: this.timeAcknowledgedSeq, saved: this.work.base, serverNowMs: this.clock.heardNowMs(), emergency: this.paper.emergency }));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getState = (): SessionState => this.state;

  start(): void {
    this.lock = new SenderLock(this.attemptId, { onHeld: () => void this.activate(), onElsewhere: () => this.handOver() });
    this.lock.start();
    this.keeping.start();
    this.unwatch = watchPage({
      seen: () => void Promise.all([this.measure(), this.reopen()]),
      left: () => this.drafts.flush(),
      restored: () => {
        // Nothing may be done in it before it is opened again; nothing is where another tab has the line.
        if (this.line) this.change({ phase: "opening" });
        this.line?.online();
        void this.reopen();
      },
    });
  }

  stop(): void {
    this.unwatch();
    // Whoever comes next reads what is left: all of it must be written by then.
    const { lock } = this;
    void this.rest().finally(() => lock?.close());
  }

  /** From another tab of this browser. */
  takeOver(): void {
    this.lock?.takeOver();
  }

  /** J5: from another device, which from then on can no longer write. The caller keeps the opId for another try (J3). */
  async moveHere(opId: string): Promise<AppendAnswer> {
    return this.turn({ opId, kind: "take-over", deviceId: deviceId() });
  }

  /** Puts an operation into the queue; it is shown at once and said to be saved only when it is. */
  do(command: Command): void {
    const sinceMs = command.kind === "act" ? this.drafts.forget(command.action.actionId) : undefined;
    void this.queue?.add(command, this.epoch, sinceMs);
    if (command.kind === "submit") this.change({ submitting: true });
  }

  /** A text while it is being written. */
  draft(key: string, command: Command): void {
    this.drafts.set(key, command);
  }

  flush(key?: string): void {
    this.drafts.flush(key);
  }

  /**
   * Starts the attempt. Not through the queue: a start that waits for a line would run the clock while nobody is there.
   * The caller keeps the opId for another try (J3).
   */
  async begin(opId: string): Promise<AppendAnswer> {
    const proof = await this.line?.startProof();
    return this.turn({ opId, kind: "start", deviceId: deviceId(), ...proof }, (line, send) => this.paper.start(line, send));
  }

  private async turn(operation: Operation, sending: (line: Line, send: () => Promise<AppendAnswer>) => Promise<AppendAnswer> = (_, send) => send()): Promise<AppendAnswer> {
    const { line } = this;
    if (!line) throw new Error("The session is not open");
    const answer = await sending(line, () => line.append({ epoch: this.epoch, operations: [operation] }));
    await this.reopen();
    return answer;
  }

  /** J10: asks for what is true now; also for a page that the browser kept frozen. */
  reopen(): Promise<void> {
    return this.opening.ask();
  }

  private async openOnce(): Promise<void> {
    const { line } = this;
    if (!line) return;
    try {
      const [sentMs, lastSeq] = [this.clock.mark(), this.state.seq];
      const answer = await line.open(lastSeq || undefined);
      if (line !== this.line) return;
      // J8: behind what had been acknowledged before it was asked for, it is not overtaken: the server has lost that, and what it has not is not shown as saved.
      if (answer.ok && answer.snapshot.seq < lastSeq) this.change({ seq: 0 });
      if (answer.ok) this.take(answer.snapshot, sentMs);
      else if (answer.refusal !== "busy" && answer.refusal !== "not-ready") this.change({ phase: "refused", refusal: answer.refusal });
      else this.reopenLater(answer.retryAfterMs ?? notReadyMs);
    } catch {
      // A line that is down says so by itself, and the next connection opens again. One that seems well, but on which this question or its
      // answer was lost or took too long, would never ask again.
      if (line === this.line && (this.state.line === "socket" || this.state.line === "http")) this.reopenLater(500);
    }
  }

  private reopenLater(atLeastMs: number): void {
    setTimeout(() => void this.reopen(), atLeastMs + 500 + 500 * Math.random());
  }

  /** What waits for the line, and what sealing it takes; null before the paper is here. */
  get unsent(): Unsent | null {
    const { emergency: offer } = this.paper;
    return offer && this.queue && { attemptId: this.attemptId, epoch: this.epoch, offer, operations: this.queue.pending };
  }

  /** Tries the line again at once. */
  retryLine(): void {
    this.line?.online();
  }

  private async activate(): Promise<void> {
    const turn = ++this.turns;
    this.change({ phase: "opening" });
    const store = this.keeping.around(await this.place.store());
    if (turn !== this.turns) return;
    const line = this.place.line(this.attemptId, {
      onState: (line) => {
        this.change({ line });
        if (line === "offline") void this.restore();
        if (line !== "socket" && line !== "http") return;
        // Over HTTP the line looks by itself, once it is open: a whole house whose server has died must not ask for everything five times over.
        void (line === "socket" || !this.state.status ? this.reopen() : Promise.resolve()).then(() => this.queue?.kick());
        if (!this.clock.isSure) void this.measure();
      },
      onChanged: (push) => this.changed(push),
      onArrived: (push) => this.paper.arrived(push),
      onMessages: (push) => this.messages.told(push.messages),
      onEntry: () => this.change({ entryNews: this.state.entryNews + 1 }),
      onSnapshot: (snapshot, sentMs, receivedMs) => this.take(snapshot, sentMs, receivedMs),
    });
    this.line = line;
    const deps = this.queueDeps(line);
    const queue = await OperationQueue.open({ ...deps, store }).catch(() => OperationQueue.open({ ...deps, store: memoryQueueStore() }));
    if (turn !== this.turns) return void queue.stop();
    this.queue = queue;
    line.start();
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs);
    this.refresh();
  }

  private queueDeps(line: Line): Omit<QueueDeps, "store"> {
    return {
      ...inBrowser,
      attemptId: this.attemptId,
      send: async (epoch, operations) => {
        // What an earlier page left is sent while the queue opens, unless this tab has been told meanwhile to let it be.
        if (line !== this.line) throw new Error("This tab does not send any more");
        const sentMs = this.clock.mark();
        const answer = await line.append({ epoch, operations });
        if (answer.ok) this.clock.observe(answer.serverNowMs, sentMs);
        return answer;
      },
      serverNowMs: () => this.clock.heardNowMs(),
      endsSoon: () => timeLeftMs(this.state, this.clock.nowMs() ?? 0) < lastCallMs,
      savedWork: () => this.work.base,
      epoch: () => this.epoch,
      onAcknowledged: (operation, acknowledgement) => this.acknowledged(operation, acknowledgement),
      onStored: () => void this.reopen(),
      onDropped: (operation) => this.dropped(operation),
      onChange: () => this.refresh(),
    };
  }

  /** Everything written down and nothing sent any more: another tab goes on. */
  private async handOver(): Promise<void> {
    const written = this.rest();
    this.change({ phase: "elsewhere" });
    await written;
  }

  /** Resolves when everything is written down. */
  private rest(): Promise<void> {
    this.drafts.flush();
    this.turns += 1;
    clearInterval(this.heartbeat);
    const written = Promise.resolve(this.queue?.stop());
    this.line?.close();
    this.queue = null;
    this.line = null;
    return written;
  }

  private take(snapshot: Snapshot, sentMs: number, receivedMs = this.clock.mark()): void {
    this.clock.observe(snapshot.serverNowMs, sentMs, receivedMs);
    this.accept(snapshot, false);
  }

  /** What an earlier page knew of the attempt, where nobody can be asked; until somebody can (ADR 0012). */
  private async restore(): Promise<void> {
    if (this.state.status) return;
    const { queue } = this;
    const kept = await this.keeping.with((keeper) => keeper.restore((queue?.pending ?? []).map(({ serverMadeAtMs }) => serverMadeAtMs ?? 0)));
    if (!kept || queue !== this.queue || this.state.status) return;
    this.clock.assume(kept.serverNowMs);
    this.accept(kept.snapshot, true);
    if (kept.paper) this.paper.restore(kept.paper);
  }

  private accept(snapshot: Snapshot, restored: boolean): void {
    // An answer that was overtaken by acknowledgements knows less than this page.
    if (snapshot.seq < this.state.seq && this.state.phase === "open") return;
    const { status, instrument, seq, device } = snapshot;
    // J5: what is being written goes out under the epoch it was written in; the new one is another device's.
    if (snapshot.epoch !== this.epoch) this.drafts.flush();
    this.epoch = snapshot.epoch;
    if (status.state === "running" && device !== "this") return this.notHere(snapshot);
    this.snapshot = snapshot;
    this.work.base = status.state === "waiting" ? noWork : (status.work as Work);
    this.change({ phase: "open", restored, refusal: null, setAside: snapshot.setAside, timeChangedMs: timeChange(this.state, status), status, seq, title: instrument.title, kind: instrument.kind, submitting: this.state.submitting && status.state === "running" });
    this.timeAcknowledgedSeq = Math.max(this.timeAcknowledgedSeq, snapshot.timeAcknowledgedSeq);
    if (status.state === "running") this.acknowledgeTime(snapshot.timeSeq);
    if (status.state === "running") this.fetchPaper();
    if (status.state === "waiting" && this.line) this.paper.expect(this.line);
  }

  /** J5: another device works on it, or none yet. */
  private notHere({ device, instrument, status, seq, setAside }: Snapshot): void {
    // A page that has worked on it was freed from it: for the one that waits, and back here by the person's word alone.
    if (device === "other" || this.snapshot?.status.state === "running") return this.change({ phase: "other-device", status, seq, setAside, title: instrument.title, kind: instrument.kind, submitting: false });
    if (this.movingHere) return;
    // Nobody to ask: a supervisor has freed it, or it was started before devices had names.
    this.movingHere = true;
    void this.moveHere(inBrowser.newOpId())
      .catch(() => {})
      .finally(() => (this.movingHere = false));
  }

  /** T4: shown to the person, and said so to the server. */
  private acknowledgeTime(timeSeq: number): void {
    if (timeSeq <= this.timeAcknowledgedSeq) return;
    this.timeAcknowledgedSeq = timeSeq;
    void this.queue?.add({ kind: "acknowledge-time", seq: timeSeq }, this.epoch);
  }

  timeSeen(): void {
    this.change({ timeChangedMs: 0 });
  }

  private fetchPaper(): void {
    // The heartbeat asks again.
    if (this.line) this.paper.fetch(this.line).catch(() => (this.nextLookMs = this.clock.mark() + closingLookMs));
  }

  private changed(push: ChangedPush): void {
    const { status } = this.state;
    // T7: a change of time moves the section's clock too, which only a snapshot tells.
    if (push.epoch === this.epoch && push.state === "running" && status?.state === "running" && !status.sections && push.deadlineMs !== null) {
      const next = { ...status, deadlineMs: push.deadlineMs, pausedSinceMs: push.pausedSinceMs };
      this.change({ status: next, timeChangedMs: push.pausedSinceMs === null && status.pausedSinceMs === null ? timeChange(this.state, next) : 0 });
      return this.acknowledgeTime(push.timeSeq);
    }
    void this.reopen();
  }

  private acknowledged(operation: Operation, { seq, atMs, receipt }: Acknowledged): void {
    // T4: it goes past work that the server may have written before it, whose acknowledgement is still to come.
    if (seq <= this.state.seq || operation.kind === "acknowledge-time") return;
    this.work.base = applied(this.work.base, operation, atMs);
    const { status } = this.state;
    this.change({ seq, receipt: receipt ?? null, ...(status?.state === "running" ? { status: { ...status, sections: withOpened(status.sections, operation, atMs) } } : {}) });
    if (operation.kind === "submit") void this.reopen();
  }

  private dropped(operation: Operation): void {
    if (operation.kind === "submit") this.change({ submitting: false });
    void this.reopen();
  }

  private beat(): void {
    const { status } = this.state;
    const nowMs = this.clock.nowMs();
    if (status?.state !== "running" || nowMs === undefined) return;
    const sinceMs = this.queue?.pendingSinceMs ?? null;
    this.presence.beat(sinceMs !== null && this.clock.mark() - sinceMs > unsavedAfterMs ? this.state.unsaved : 0);
    if (timeLeftMs(this.state, nowMs) < lastCallMs) this.drafts.flush();
    if (this.clock.mark() < this.nextLookMs) return;
    if (!this.paper.isHere) this.fetchPaper();
    else if (status.pausedSinceMs === null && nowMs - status.deadlineMs > 500) void this.reopen();
    else if (this.paper.isDue(nowMs)) this.fetchPaper();
    else return;
    this.nextLookMs = this.clock.mark() + closingLookMs;
  }

  private async measure(): Promise<void> {
    const { line } = this;
    if (!line) return;
    await this.clock.measure(() => line.clock()).catch(() => {});
  }

  /** After a change of queue or drafts. */
  private refresh(): void {
    this.work.stale();
    this.change(unsavedIn(this.queue, this.drafts.commands, this.state));
  }

  private change(change: Partial<SessionState>): void {
    const pending = this.queue?.pending ?? [];
    this.state = { ...this.state, ...change, work: this.work.current(pending, this.drafts.commands) };
    this.state.sections = shownSections(this.state.status, pending);
    this.keeping.follow(this.state);
    for (const listener of this.listeners) listener();
  }
}

/**
 * The client's half of J8: every operation is written to the store before it is sent, deleted only when acknowledged, sent
 * again with the same opId until then (J3), and in order. Knows no browser: line, store, chance and waiting are injected.
 */
import { applied, asEdit, isWork, type Refusal, refusalAdvice, type Work } from "@kompeten/shared/attempt";
import type { Acknowledged, AppendAnswer, Operation } from "@kompeten/shared/contracts/delivery";
import { backOffMs } from "./back-off.ts";
import type { QueueStore } from "./queue-store.ts";
import { type Command, isTextSnapshot, type QueuedOperation, subjectOf, type WholeOperation } from "./queued-operation.ts";

export type QueueDeps = {
  attemptId: string;
  store: QueueStore;
  /** Rejects when nothing is known of what became of the message. */
  send: (epoch: number, operations: Operation[]) => Promise<AppendAnswer>;
  newOpId: () => string;
  /** By the device's clock, which people change: for showing only. */
  nowMs: () => number;
  monotonicMs: () => number;
  random: () => number;
  /** The server's time, as far as this page knows it. */
  serverNowMs: () => number | undefined;
  /** Time runs out within seconds: what is sent now may arrive after it. */
  endsSoon: () => boolean;
  /** What the server has acknowledged: what a difference is made from. */
  savedWork: () => Work;
  /** Under which the page works now; what is left of another one is sent whole (J5). */
  epoch: () => number;
  /** Calls back after a while; returns how to call it off. */
  after: (ms: number, callback: () => void) => () => void;
  onAcknowledged: (operation: Operation, acknowledgement: Acknowledged) => void;
  /** Refused and set aside by the server, which has it on disk (J5, J7). */
  onStored: (operation: Operation, refusal: Refusal) => void;
  /** Refused for good and of no worth; what is worth keeping is in `kept` instead. */
  onDropped: (operation: Operation, refusal: Refusal) => void;
  onChange: () => void;
};

/**
 * `whole`: the server has another text than this page thought, so a difference would not do.
 * `superseded`: a newer state of the same text takes its place as soon as the store has exchanged the two.
 * `sinceMs`: since when it has waited in this page, monotonic. `here`: it was made in this page, so that is when.
 * `firstMs`: since when something in it is unsaved: the first key of a text, or of the state that it takes the place of.
 * `ready`: the store has it, or has refused it and is not waited for any longer (`stored` says which).
 */
type Waiting = { record: QueuedOperation; sinceMs: number; firstMs: number; here: boolean; ready: boolean; stored: boolean; sent: boolean; whole: boolean; superseded: boolean };

/** What is to be changed in the store, all of it or nothing. */
type Exchange = { put: QueuedOperation[]; remove: string[] };

const batchMax = 50;
/** After a store that would not. */
const storeAgainMs = 2_000;
/** What took longer than this to leave says when it was made. */
const heldUpMs = 2_000;
/** Well under the server's limit of 512 KiB a message, at up to three bytes a character. */
const batchCharactersMax = 120_000;

export class OperationQueue {
  private waiting: Waiting[] = [];
  private keptRecords: QueuedOperation[] = [];
  private order = 0;
  private writes: Promise<boolean> = Promise.resolve(true);
  private writable: boolean;
  /** What is written as soon as the store has answered. */
  private next: Exchange | null = null;
  /** What the store has not done: removals, and what is kept as evidence. */
  private owed: Exchange = { put: [], remove: [] };
  private askAgain: (() => void) | null = null;
  private inFlight = false;
  private active = true;
  private tries = 0;
  private batchLimit = batchMax;
  private cancelRetry: (() => void) | null = null;
  private savedAtMs: number | null = null;
  private outdated = false;
  private readonly deps: QueueDeps;

  private constructor(deps: QueueDeps) {
    this.deps = deps;
    this.writable = deps.store.persistent;
  }

  /** With what an earlier page left behind, which is sent again first. */
  static async open(deps: QueueDeps): Promise<OperationQueue> {
    const queue = new OperationQueue(deps);
    const left = await deps.store.list(deps.attemptId);
    // Whether these were sent is not known, so they count as sent: their opIds must reach the server as they are.
    queue.waiting = left.filter((record) => record.refusal === null).map((record) => ({ record, sinceMs: deps.monotonicMs(), firstMs: deps.monotonicMs(), here: false, ready: true, stored: true, sent: true, whole: false, superseded: false }));
    queue.keptRecords = left.filter((record) => record.refusal !== null);
    queue.order = left.at(-1)?.order ?? 0;
    queue.pump();
    return queue;
  }

  get pending(): readonly QueuedOperation[] {
    return this.waiting.filter(({ superseded }) => !superseded).map(({ record }) => record);
  }
  /** Since when the oldest of them has waited in this page, monotonic. */
  get pendingSinceMs(): number | null {
    return this.waiting.find(({ superseded }) => !superseded)?.sinceMs ?? null;
  }
  /** Since the first key of what is oldest in them, monotonic. */
  get unsavedSinceMs(): number | null {
    return this.waiting.reduce<number | null>((least, { firstMs }) => Math.min(least ?? firstMs, firstMs), null);
  }
  get kept(): readonly QueuedOperation[] {
    return this.keptRecords;
  }
  /** False while the store fails: what is unsaved would not survive a reload. */
  get persistent(): boolean {
    return this.writable;
  }
  /** The server's time of the newest acknowledgement to this page. */
  get lastSavedAtMs(): number | null {
    return this.savedAtMs;
  }
  /** The server does not speak this page's protocol; nothing is sent any more. */
  get pageIsOutdated(): boolean {
    return this.outdated;
  }

  /** Takes an operation, begun at `firstMs`; it is on its way when this returns. Resolves with whether the store has it. */
  add(command: Command, epoch: number, firstMs = this.deps.monotonicMs()): Promise<boolean> {
    const opId = this.deps.newOpId();
    // The parts of one union member put together again; TypeScript cannot follow a spread over a union.
    const operation = { ...command, opId } as WholeOperation;
    const record: QueuedOperation = { attemptId: this.deps.attemptId, order: ++this.order, opId, epoch, operation, madeAtMs: this.deps.nowMs(), serverMadeAtMs: this.deps.serverNowMs() ?? null, refusal: null };
    const superseded = this.supersededBy(operation);
    if (superseded) superseded.superseded = true;
    const waiting: Waiting = { record, sinceMs: this.deps.monotonicMs(), firstMs: Math.min(firstMs, superseded?.firstMs ?? firstMs), here: true, ready: false, stored: false, sent: false, whole: false, superseded: false };
    this.waiting.push(waiting);
    const written = this.write([record], superseded ? [superseded.record.opId] : []).then((stored) => {
      waiting.ready = true;
      waiting.stored ||= stored;
      if (stored) this.waiting = this.waiting.filter((other) => other !== superseded);
      // The store may still have the old state, and a page that is loaded later would send it after this one: so it goes first, and is known by then (J3).
      else if (superseded) Object.assign(superseded, { superseded: false, stored: false });
      this.pump();
      return stored;
    });
    this.deps.onChange();
    return written;
  }

  /** The line is back, or may be: try at once. */
  kick(): void {
    this.tries = 0;
    this.cancelRetry?.();
    this.cancelRetry = null;
    this.pump();
  }

  /** Sends nothing more; the store keeps what is left. Resolves when all of it is written. */
  async stop(): Promise<void> {
    this.active = false;
    this.cancelRetry?.();
    this.cancelRetry = null;
    this.askAgain?.();
    // What it has refused a moment ago it may take now.
    if (this.askAgain) void this.write([], []);
    await this.writes;
  }

  private supersededBy(operation: WholeOperation): Waiting | undefined {
    const subject = subjectOf(operation);
    if (subject === null || !isTextSnapshot(operation)) return undefined;
    const last = this.waiting.findLast(({ record }) => subjectOf(record.operation) === subject);
    return last && !last.sent && isTextSnapshot(last.record.operation) ? last : undefined;
  }

  /**
   * Writes one after the other, so that the store is never behind in an order of its own; what it has refused is asked again later. What comes
   * together is written together: of a page that goes away only what has begun to be written is written.
   */
  private write(put: QueuedOperation[], remove: string[]): Promise<boolean> {
    const { next } = this;
    if (next) {
      next.put = [...next.put.filter(({ opId }) => !remove.includes(opId)), ...put];
      next.remove.push(...remove);
      return this.writes;
    }
    const gathered = { put, remove: [...remove] };
    this.next = gathered;
    const exchange = () => {
      this.next = null;
      return this.exchange(gathered);
    };
    this.writes = this.writes.then(exchange, exchange);
    return this.writes;
  }

  private async exchange({ put, remove }: Exchange): Promise<boolean> {
    const missed = this.waiting.filter(({ ready, stored, superseded }) => ready && !stored && !superseded);
    // An exchange of texts that was refused is none: the old state goes first, and stays until it is acknowledged.
    const waits = new Set(this.waiting.filter(({ superseded }) => !superseded).map(({ record }) => record.opId));
    const removed = [...this.owed.remove.filter((opId) => !waits.has(opId)), ...remove];
    const stored = await this.deps.store.replace([...this.owed.put, ...missed.map(({ record }) => record), ...put], removed).then(
      () => true,
      // A store that is full, broken or does not answer must not stop the answers from reaching the server.
      () => false,
    );
    for (const waiting of missed) waiting.stored ||= stored;
    this.askAgain?.();
    this.askAgain = stored || !this.active ? null : this.deps.after(storeAgainMs, () => void this.write([], []));
    this.owed = stored ? { put: [], remove: [] } : { put: [...this.owed.put, ...put.filter(({ refusal }) => refusal)], remove: removed };
    const writable = stored && this.deps.store.persistent;
    if (writable !== this.writable) {
      this.writable = writable;
      this.deps.onChange();
    }
    return stored;
  }

  private nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    let characters = 0;
    for (const waiting of this.waiting) {
      characters += JSON.stringify(waiting.record.operation).length;
      const full = batch.length >= this.batchLimit || (batch.length > 0 && characters > batchCharactersMax);
      // Until the store has exchanged a text, a reload would bring the old state back: nothing made after it may go before it.
      if (!waiting.ready || waiting.superseded || full || waiting.record.epoch !== this.waiting[0]?.record.epoch) break;
      batch.push(waiting);
    }
    return batch;
  }

  private pump(): void {
    if (!this.active || this.outdated || this.inFlight) return;
    // T4: by itself, past the work that waits, and at once even where that was told to come later: in a pause it is refused until the room goes on.
    const past = this.waiting.find(({ record, ready }) => ready && record.operation.kind === "acknowledge-time");
    if (this.cancelRetry && past?.sent !== false) return;
    const batch = past ? [past] : this.nextBatch();
    const first = batch[0];
    if (!first) return;
    for (const waiting of batch) waiting.sent = true;
    this.inFlight = true;
    const operations = this.onTheWire(batch);
    this.deps.send(first.record.epoch, operations).then(
      (answer) => this.answered(batch, answer),
      () => this.retry(0),
    );
  }

  /** The same operations as they travel: texts as the difference where that is smaller, and when it was made where it was held up or may come late. */
  private onTheWire(batch: Waiting[]): Operation[] {
    let work = this.deps.savedWork();
    return batch.map(({ record, whole, here, sinceMs }) => {
      const { operation } = record;
      if (!isWork(operation)) return operation;
      const serverNowMs = this.deps.serverNowMs();
      // Made before this page had heard the server, as after loading without a line: its own clock says how long ago that was.
      const reckonedMs = here && serverNowMs !== undefined ? serverNowMs - (this.deps.monotonicMs() - sinceMs) : null;
      const serverMadeAtMs = record.serverMadeAtMs ?? reckonedMs;
      // T2: by the server's time; a page that does not know it now, though it knew it then, has been loaded anew.
      const heldUp = serverMadeAtMs !== null && (serverNowMs === undefined || serverNowMs - serverMadeAtMs > heldUpMs || this.deps.endsSoon());
      const made = heldUp ? { madeAtMs: Math.round(serverMadeAtMs) } : {};
      const before = work;
      work = applied(work, operation, 0);
      return { ...(whole || record.epoch !== this.deps.epoch() ? operation : smallest(operation, before)), ...made };
    });
  }

  private answered(batch: Waiting[], answer: AppendAnswer): void {
    this.inFlight = false;
    // Another page may already have taken over what the store holds.
    if (!this.active) return;
    if (!answer.ok) return this.refusedWhole(batch, answer.refusal, answer.retryAfterMs ?? 0);
    let retryAfterMs: number | null = null;
    const settled: Exchange = { put: [], remove: [] };
    const acknowledgements = new Map(answer.acknowledgements.map((acknowledgement) => [acknowledgement.opId, acknowledgement]));
    for (const waiting of batch) {
      const acknowledgement = acknowledgements.get(waiting.record.opId);
      if (!acknowledgement) retryAfterMs ??= 0;
      else if (acknowledgement.ok) this.acknowledge(waiting, acknowledgement, settled);
      else if (refusalAdvice[acknowledgement.refusal] === "retry") retryAfterMs = Math.max(retryAfterMs ?? 0, acknowledgement.retryAfterMs ?? 0);
      else if (refusalAdvice[acknowledgement.refusal] === "whole") retryAfterMs = this.sendWhole(waiting, retryAfterMs);
      else this.refuse(waiting, acknowledgement.refusal, settled);
    }
    this.settle(settled);
    this.deps.onChange();
    if (retryAfterMs !== null) return this.retry(retryAfterMs);
    this.tries = 0;
    if (this.waiting.length === 0) this.batchLimit = batchMax;
    this.pump();
  }

  /** What cannot be sent any more whole than it was is refused by a server that is not ours: waiting is the only way to lose nothing. */
  private sendWhole(waiting: Waiting, retryAfterMs: number | null): number | null {
    const again = waiting.whole ? (retryAfterMs ?? 0) : retryAfterMs;
    waiting.whole = true;
    return again;
  }

  private refusedWhole(batch: Waiting[], refusal: Refusal, retryAfterMs: number): void {
    if (refusalAdvice[refusal] === "retry") return this.retry(retryAfterMs);
    if (refusal === "protocol") {
      this.outdated = true;
      return this.deps.onChange();
    }
    if (batch.length > 1) {
      // One bad operation must not take its neighbours along: send them one by one.
      this.batchLimit = 1;
    } else {
      const settled: Exchange = { put: [], remove: [] };
      for (const waiting of batch) this.refuse(waiting, refusal, settled);
      this.settle(settled);
      this.deps.onChange();
    }
    this.pump();
  }

  /** One transaction for a whole answer: what is made meanwhile waits behind it to be written, and is not sent before that. */
  private settle({ put, remove }: Exchange): void {
    if (put.length + remove.length > 0) void this.write(put, remove);
  }

  private acknowledge(waiting: Waiting, acknowledged: Acknowledged, settled: Exchange): void {
    if (!this.waiting.includes(waiting)) return;
    this.waiting = this.waiting.filter((other) => other !== waiting);
    this.savedAtMs = Math.max(this.savedAtMs ?? 0, acknowledged.atMs);
    settled.remove.push(waiting.record.opId);
    this.deps.onAcknowledged(waiting.record.operation, acknowledged);
  }

  private refuse(waiting: Waiting, refusal: Refusal, settled: Exchange): void {
    this.waiting = this.waiting.filter((other) => other !== waiting);
    const { kind } = waiting.record.operation;
    if (refusalAdvice[refusal] === "stored") {
      settled.remove.push(waiting.record.opId);
      return this.deps.onStored(waiting.record.operation, refusal);
    }
    // That an item was looked at, or a hand-in of what is already closed, is no one's loss.
    if (refusalAdvice[refusal] === "drop" || kind === "visit" || kind === "submit") {
      settled.remove.push(waiting.record.opId);
      return this.deps.onDropped(waiting.record.operation, refusal);
    }
    const kept = { ...waiting.record, refusal };
    this.keptRecords = [...this.keptRecords, kept];
    settled.put.push(kept);
  }

  private retry(atLeastMs: number): void {
    this.inFlight = false;
    if (!this.active) return;
    this.tries += 1;
    const delayMs = Math.max(atLeastMs, backOffMs(this.tries, this.deps.random));
    this.cancelRetry?.();
    this.cancelRetry = this.deps.after(delayMs, () => {
      this.cancelRetry = null;
      this.pump();
    });
    this.pump();
    this.deps.onChange();
  }
}

/** As the difference of a text, where there is one and it is smaller. */
function smallest(operation: WholeOperation, before: Work): Operation {
  const edit = operation.kind === "respond" || operation.kind === "act" ? asEdit(before, operation) : undefined;
  const { opId } = operation;
  return edit && JSON.stringify({ opId, ...edit }).length < JSON.stringify(operation).length ? { opId, ...edit } : operation;
}

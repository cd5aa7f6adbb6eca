/**
 * B4: the other end of a practice's line. The player, its queue and its clock are the sitting's own; what they speak to is this, in the
 * page's memory, run by the same machine as the server's journal (J1). Nothing leaves the page, so nothing can come to count.
 */
import { decide, evolve, isWork, misfit, orderPaper, outlineOf, sectionPlanOf, workedMs, type Attempt, type Command, type Outline, type Refusal } from "@kompeten/shared/attempt";
import type { Acknowledgement, AppendAnswer, DocumentsView, OpenAnswer, Operation, OperationsBody, PaperView, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { PracticeView } from "@kompeten/shared/contracts/practice";
import type { Paper } from "@kompeten/shared/paper";
import type { Line, LineEvents } from "../session/attempt-line.ts";

type Begun = { attemptId: string; seed: number; nowMs: () => number };

export class PracticeLine implements Line {
  private attempt: Attempt | null = null;
  private readonly seen = new Map<string, Acknowledgement>();
  private readonly shown: Paper;
  private readonly outline: Outline;
  private readonly practice: PracticeView;
  private readonly begun: Begun;
  private readonly events: Pick<LineEvents, "onState">;

  constructor(practice: PracticeView, begun: Begun, events: Pick<LineEvents, "onState">) {
    this.practice = practice;
    this.begun = begun;
    this.events = events;
    this.shown = orderPaper(practice.paper, begun.seed);
    this.outline = outlineOf(practice.paper);
    const sections = this.shown.kind === "test" ? sectionPlanOf(this.shown) : undefined;
    this.write({ kind: "prepare", limitMs: practice.limitMs, windowStartMs: 0, windowEndMs: Number.MAX_SAFE_INTEGER, seed: begun.seed, noticeId: null, ...(sections ? { sections } : {}) });
    this.write({ kind: "start" });
  }

  start(): void {
    this.events.onState("socket");
  }

  readonly online = (): void => {};
  /** A practice asks for no particular browser. */
  async startProof(): Promise<Record<string, never>> {
    return {};
  }
  close(): void {}

  async open(): Promise<OpenAnswer> {
    // Refused until the time is up.
    this.write({ kind: "expire" });
    return { ok: true, snapshot: this.snapshot() };
  }

  async append({ operations }: OperationsBody): Promise<AppendAnswer> {
    return { ok: true, acknowledgements: operations.map((operation) => this.apply(operation)), serverNowMs: this.begun.nowMs() };
  }

  async tell(): Promise<boolean> {
    return true;
  }

  async read(): Promise<boolean> {
    return true;
  }

  async clock(): Promise<number> {
    return this.begun.nowMs();
  }

  /** No emergency file: this line is never down. */
  async paper(): Promise<PaperView> {
    return { attemptId: this.begun.attemptId, paper: this.shown, nextArrivalAtMs: null, emergency: { keyId: "", publicKey: "", pass: "" } };
  }

  async sealedPaper(): Promise<null> {
    return null;
  }

  async documents(): Promise<DocumentsView> {
    return { attemptId: this.begun.attemptId, documents: [], nextArrivalAtMs: null };
  }

  private apply({ opId, ...command }: Operation): Acknowledgement {
    const known = this.seen.get(opId);
    if (known) return known;
    const refusal = this.write(command);
    const answer: Acknowledgement = refusal ? { opId, ok: false, refusal } : { opId, ok: true, seq: this.attempt?.seq ?? 0, atMs: this.begun.nowMs() };
    if (answer.ok) this.seen.set(opId, answer);
    return answer;
  }

  private write(command: Command): Refusal | undefined {
    const { attempt } = this;
    const nowMs = this.begun.nowMs();
    const unfit = attempt?.state === "running" && isWork(command) ? misfit(this.outline, command, workedMs(attempt.time, attempt.pausedSinceMs, nowMs)) : undefined;
    if (unfit) return unfit;
    const decided = decide(attempt, command, nowMs);
    if (!decided.ok) return decided.refusal;
    this.attempt = evolve(attempt, { ...decided.value, seq: (attempt?.seq ?? 0) + 1, atMs: nowMs });
    return undefined;
  }

  private snapshot(): Snapshot {
    const { attempt } = this;
    if (attempt === null || attempt.state === "waiting") throw new Error("a practice begins when it is made");
    const { attemptId } = this.begun;
    const { kind } = this.shown;
    const status =
      attempt.state === "running"
        ? { state: attempt.state, startedAtMs: attempt.time.startedAtMs, deadlineMs: attempt.deadlineMs, pausedSinceMs: null, sections: attempt.sections, work: attempt.work }
        : { state: attempt.state, startedAtMs: attempt.time.startedAtMs, closedAtMs: attempt.closedAtMs, reason: attempt.reason, ended: null, work: attempt.work };
    return {
      attemptId,
      instrument: { versionId: attemptId, kind, title: this.practice.title },
      epoch: attempt.epoch,
      device: "this",
      setAside: { quarantined: 0, late: 0, merged: 0 },
      timeSeq: 0,
      timeAcknowledgedSeq: 0,
      seq: attempt.seq,
      serverNowMs: this.begun.nowMs(),
      status: status as Snapshot["status"],
    };
  }
}

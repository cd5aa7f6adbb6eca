import { Injectable } from "@nestjs/common";
import { orderPaper, workedMs, type Attempt } from "@kompeten/shared/attempt";
import type { InstrumentKind } from "@kompeten/shared/contracts/instrument-kind";
import { documentsView, snapshot, type DocumentsView, type PaperView, type Snapshot } from "@kompeten/shared/contracts/delivery";
import { assert, ok, refuse, type Result } from "@kompeten/shared/kernel";
import type { InBasketDocument, Paper } from "@kompeten/shared/paper";
import { Instruments } from "../authoring/index.ts";
import { InstallationKeys, UnitOfWork } from "../platform/index.ts";
import type { AttemptActor } from "./acknowledgement.ts";
import type { AttemptRecord } from "./attempt-record.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { passOf } from "./emergency/emergency-pass.ts";
import { JournalReader, type Ending } from "./journal-reader.service.ts";
import { PaperShelf } from "./paper-shelf.service.ts";
import { BrowserPasses } from "./safe-exam-browser/browser-passes.ts";
import { ServerTime } from "./server-time.service.ts";

/** `deviceId` is the one that asks (J5); `proven` what its page has proven (R5). */
export type Opening = { actor: AttemptActor; attemptId: string; deviceId: string | undefined; proven: BrowserProven };
export type Opened = Result<Snapshot, "not-found" | "browser-not-allowed">;
/** R5: "already" where a socket has opened the attempt before, and where nothing of the paper is shown. */
export type BrowserProven = { pass: string | undefined } | "already";

type Running = { record: AttemptRecord; paper: Paper; attempt: Extract<Attempt, { state: "running" }>; worked: number };

/**
 * What a candidate may see of their own attempt, in the running unit of work. Everything is parsed by its strict schema on
 * the way out, so that nothing else can leak.
 */
@Injectable()
export class Snapshots {
  /** By version, which never changes once it is published: a few words each, and openings come by the hundred. */
  private readonly headings = new Map<string, { kind: InstrumentKind; title: string }>();

  constructor(
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly reader: JournalReader,
    private readonly instruments: Instruments,
    private readonly shelf: PaperShelf,
    private readonly time: ServerTime,
    private readonly keys: InstallationKeys,
    private readonly passes: BrowserPasses,
  ) {}

  async own(opening: Opening): Promise<Opened> {
    const [opened] = await this.ofMany([opening]);
    assert(opened, "each opening is answered");
    return opened;
  }

  /** In their order; "not-found" is one that is not there or not of the account that asks. */
  async ofMany(openings: readonly Opening[]): Promise<Opened[]> {
    const held = await this.states.fresh(openings.map(({ attemptId }) => attemptId));
    await this.learnHeadings([...held.values()].map(({ record }) => record.instrumentVersionId));
    const setAside = await this.reader.setAsideCounts([...held.values()].filter(({ record }) => record.setAsideCount > 0).map(({ record }) => record.id));
    const endings = await this.reader.endings([...held].filter(([, { attempt }]) => attempt.state === "closed" && attempt.reason === "ended").map(([id]) => id));
    return openings.map(({ actor, attemptId, deviceId, proven }) => {
      const one = held.get(attemptId);
      if (one?.record.accountId !== actor.accountId) return refuse("not-found");
      if (proven !== "already" && !this.passes.admits(actor, one, proven.pass)) return refuse("browser-not-allowed");
      const heading = this.headings.get(one.record.instrumentVersionId);
      assert(heading, "an attempt has an instrument version");
      const { epoch, seq, timeSeq, timeAcknowledgedSeq } = one.attempt;
      const instrument = { versionId: one.record.instrumentVersionId, ...heading };
      const device = one.attempt.deviceId === null ? "free" : one.attempt.deviceId === deviceId ? "this" : "other";
      return ok(snapshot.parse({ attemptId, instrument, epoch, seq, device, setAside: setAside.get(attemptId) ?? noneSetAside, timeSeq, timeAcknowledgedSeq, serverNowMs: this.time.nowMs(), status: statusOf(one.attempt, endings.get(attemptId) ?? null) }));
    });
  }

  private async learnHeadings(versionIds: readonly string[]): Promise<void> {
    const unknown = [...new Set(versionIds)].filter((id) => !this.headings.has(id));
    if (unknown.length === 0) return;
    for (const [id, { kind, title }] of await this.instruments.versions(unknown)) this.headings.set(id, { kind, title });
  }

  /**
   * Undefined until the attempt runs, and after it has closed. A whole house asks in the second in which it starts: as for work, what
   * is remembered suffices to say yes and never to say no. Only an in-basket depends on the very moment. In a unit of its own.
   */
  async paper(actor: AttemptActor, attemptId: string, browserPass?: string): Promise<PaperView | "browser-not-allowed" | undefined> {
    const running = this.remembered(actor, attemptId) ?? (await this.units.run(actor, () => this.running(actor, attemptId)));
    if (!running) return undefined;
    if (!this.passes.admits(actor, running, browserPass)) return "browser-not-allowed";
    return { attemptId, paper: shown(running), nextArrivalAtMs: this.nextArrival(running), emergency: await this.emergency(actor, attemptId) };
  }

  /** T6: what `paper` will answer in the moment of the start. What of an in-basket comes next is asked for then: it depends on that moment. */
  async paperAtStart(actor: AttemptActor, { record, attempt }: Held): Promise<PaperView> {
    const { paper } = await this.shelf.get(record.instrumentVersionId);
    return { attemptId: record.id, paper: shown({ paper, attempt, worked: 0 }), nextArrivalAtMs: paper.kind === "in-basket" ? 0 : null, emergency: await this.emergency(actor, record.id) };
  }

  /** In-basket documents that have arrived, of those that come later than `after` seconds. */
  async documents(actor: AttemptActor, attemptId: string, { after, proven }: { after: number; proven: BrowserProven }): Promise<DocumentsView | "browser-not-allowed" | undefined> {
    const running = await this.running(actor, attemptId);
    if (running?.paper.kind !== "in-basket") return undefined;
    if (proven !== "already" && !this.passes.admits(actor, running, proven.pass)) return "browser-not-allowed";
    const documents = arrived(running.paper.documents, running.worked).filter((document) => document.arrivesAfterSeconds > after);
    return documentsView.parse({ attemptId, documents, nextArrivalAtMs: this.nextArrival(running) });
  }

  private async emergency(actor: AttemptActor, attemptId: string): Promise<PaperView["emergency"]> {
    const { id, publicKey } = await this.keys.current("emergency-file");
    return { keyId: id, publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"), pass: passOf(this.keys, { attemptId, accountId: actor.accountId }) };
  }

  private remembered({ agencyId, accountId }: AttemptActor, attemptId: string): Running | undefined {
    const held = this.states.remembered(attemptId);
    const shelved = held && this.shelf.present(held.record.instrumentVersionId);
    if (!shelved || shelved.paper.kind === "in-basket" || held.record.agencyId !== agencyId || held.record.accountId !== accountId || held.attempt.state !== "running") return undefined;
    return this.runningOf(shelved.paper, held.record, held.attempt);
  }

  private async running({ accountId }: AttemptActor, attemptId: string): Promise<Running | undefined> {
    const held = await this.states.one(attemptId);
    if (held?.record.accountId !== accountId || held.attempt.state !== "running") return undefined;
    const { paper } = await this.shelf.get(held.record.instrumentVersionId);
    return this.runningOf(paper, held.record, held.attempt);
  }

  private runningOf(paper: Paper, record: AttemptRecord, attempt: Running["attempt"]): Running {
    return { record, paper, attempt, worked: workedMs(attempt.time, attempt.pausedSinceMs, this.time.nowMs()) };
  }

  private nextArrival({ paper, attempt, worked }: Running): number | null {
    if (paper.kind !== "in-basket" || attempt.pausedSinceMs !== null) return null;
    const waits = paper.documents.map((document) => document.arrivesAfterSeconds * 1000 - worked).filter((wait) => wait > 0);
    return waits.length === 0 ? null : Math.round(this.time.nowMs() + Math.min(...waits));
  }
}

/** Parsed strictly when it came on the shelf, and only put in order since: not parsed again for each of a room that starts at once. */
function shown({ paper, attempt, worked }: { paper: Paper; attempt: { seed: number }; worked: number }): Paper {
  const ordered = orderPaper(paper, attempt.seed);
  return ordered.kind === "in-basket" ? { ...ordered, documents: arrived(ordered.documents, worked) } : ordered;
}

const noneSetAside = { quarantined: 0, late: 0, merged: 0 };

function arrived(documents: readonly InBasketDocument[], worked: number): InBasketDocument[] {
  return documents.filter((document) => document.arrivesAfterSeconds * 1000 <= worked);
}

function statusOf(attempt: Attempt, ended: Ending | null): unknown {
  switch (attempt.state) {
    case "waiting": {
      const { limitMs, accommodationsMs, extensionsMs, windowStartMs, windowEndMs } = attempt;
      const noticeAcknowledged = attempt.noticeId === null || attempt.noticeAcknowledgedAtMs !== null;
      return { state: "waiting", limitMs: limitMs === null ? null : limitMs + accommodationsMs + extensionsMs, windowStartMs, windowEndMs, noticeAcknowledged };
    }
    case "running":
      return { state: "running", startedAtMs: attempt.time.startedAtMs, deadlineMs: attempt.deadlineMs, withoutLimit: attempt.time.limitMs === null, pausedSinceMs: attempt.pausedSinceMs, sections: attempt.sections, work: attempt.work };
    case "closed":
      return { state: "closed", startedAtMs: attempt.time.startedAtMs, closedAtMs: attempt.closedAtMs, reason: attempt.reason, ended, work: attempt.work };
  }
}


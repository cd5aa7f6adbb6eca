import { Injectable } from "@nestjs/common";
import { orderPaper, workedMs, type Attempt } from "@kompeten/shared/attempt";
import { documentsView, snapshot, type DocumentsView, type PaperView, type Snapshot } from "@kompeten/shared/contracts/delivery";
import { assert } from "@kompeten/shared/kernel";
import type { InBasketDocument, Paper } from "@kompeten/shared/paper";
import { Instruments } from "../authoring/index.ts";
import { InstallationKeys } from "../platform/index.ts";
import type { AttemptActor } from "./acknowledgement.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { passOf } from "./emergency/emergency-pass.ts";
import { JournalReader } from "./journal-reader.service.ts";
import { PaperShelf } from "./paper-shelf.service.ts";
import { ServerTime } from "./server-time.service.ts";

/**
 * What a candidate may see of their own attempt, in the running unit of work. Everything is parsed by its strict schema on
 * the way out, so that nothing else can leak.
 */
@Injectable()
export class Snapshots {
  constructor(
    private readonly states: AttemptStates,
    private readonly reader: JournalReader,
    private readonly instruments: Instruments,
    private readonly shelf: PaperShelf,
    private readonly time: ServerTime,
    private readonly keys: InstallationKeys,
  ) {}

  /** `deviceId` is the one that asks (J5). */
  async own(actor: AttemptActor, attemptId: string, deviceId?: string): Promise<Snapshot | undefined> {
    const held = await this.held(actor, attemptId);
    if (!held) return undefined;
    const version = (await this.instruments.versions([held.record.instrumentVersionId])).get(held.record.instrumentVersionId);
    assert(version, "an attempt has an instrument version");
    const { epoch, seq, timeSeq, timeAcknowledgedSeq } = held.attempt;
    const instrument = { versionId: version.id, kind: version.kind, title: version.title };
    const device = held.attempt.deviceId === null ? "free" : held.attempt.deviceId === deviceId ? "this" : "other";
    const setAside = held.record.setAsideCount === 0 ? noneSetAside : await this.reader.setAsideCounts(attemptId);
    return snapshot.parse({ attemptId, instrument, epoch, seq, device, setAside, timeSeq, timeAcknowledgedSeq, serverNowMs: this.time.nowMs(), status: statusOf(held.attempt) });
  }

  /** Undefined until the attempt runs, and after it has closed. */
  async paper(actor: AttemptActor, attemptId: string): Promise<PaperView | undefined> {
    const running = await this.running(actor, attemptId);
    if (!running) return undefined;
    const { paper, attempt, worked } = running;
    const ordered = orderPaper(paper, attempt.seed);
    const shown = ordered.kind === "in-basket" ? { ...ordered, documents: arrived(ordered.documents, worked) } : ordered;
    // Parsed strictly when it came on the shelf, and only put in order since: not parsed again for each of a room that starts at once.
    return { attemptId, paper: shown, nextArrivalAtMs: this.nextArrival(running), emergency: await this.emergency(actor, attemptId) };
  }

  /** In-basket documents that have arrived, of those that come later than `after` seconds. */
  async documents(actor: AttemptActor, attemptId: string, after: number): Promise<DocumentsView | undefined> {
    const running = await this.running(actor, attemptId);
    if (running?.paper.kind !== "in-basket") return undefined;
    const documents = arrived(running.paper.documents, running.worked).filter((document) => document.arrivesAfterSeconds > after);
    return documentsView.parse({ attemptId, documents, nextArrivalAtMs: this.nextArrival(running) });
  }

  private async emergency(actor: AttemptActor, attemptId: string): Promise<PaperView["emergency"]> {
    const { id, publicKey } = await this.keys.current("emergency-file");
    return { keyId: id, publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"), pass: passOf(this.keys, { attemptId, accountId: actor.accountId }) };
  }

  private async held(actor: AttemptActor, attemptId: string): Promise<Held | undefined> {
    const held = await this.states.one(attemptId);
    return held?.record.accountId === actor.accountId ? held : undefined;
  }

  private async running(actor: AttemptActor, attemptId: string): Promise<{ paper: Paper; attempt: Extract<Attempt, { state: "running" }>; worked: number } | undefined> {
    const held = await this.held(actor, attemptId);
    if (held?.attempt.state !== "running") return undefined;
    const { paper } = await this.shelf.get(held.record.instrumentVersionId);
    return { paper, attempt: held.attempt, worked: workedMs(held.attempt.time, held.attempt.pausedSinceMs, this.time.nowMs()) };
  }

  private nextArrival({ paper, attempt, worked }: { paper: Paper; attempt: Extract<Attempt, { state: "running" }>; worked: number }): number | null {
    if (paper.kind !== "in-basket" || attempt.pausedSinceMs !== null) return null;
    const waits = paper.documents.map((document) => document.arrivesAfterSeconds * 1000 - worked).filter((wait) => wait > 0);
    return waits.length === 0 ? null : Math.round(this.time.nowMs() + Math.min(...waits));
  }
}

const noneSetAside = { quarantined: 0, late: 0, merged: 0 };

function arrived(documents: readonly InBasketDocument[], worked: number): InBasketDocument[] {
  return documents.filter((document) => document.arrivesAfterSeconds * 1000 <= worked);
}

function statusOf(attempt: Attempt): unknown {
  switch (attempt.state) {
    case "waiting": {
      const { limitMs, accommodationsMs, extensionsMs, windowStartMs, windowEndMs } = attempt;
      const noticeAcknowledged = attempt.noticeId === null || attempt.noticeAcknowledgedAtMs !== null;
      return { state: "waiting", limitMs: limitMs + accommodationsMs + extensionsMs, windowStartMs, windowEndMs, noticeAcknowledged };
    }
    case "running":
      return { state: "running", startedAtMs: attempt.time.startedAtMs, deadlineMs: attempt.deadlineMs, pausedSinceMs: attempt.pausedSinceMs, sections: attempt.sections, work: attempt.work };
    case "closed":
      return { state: "closed", startedAtMs: attempt.time.startedAtMs, closedAtMs: attempt.closedAtMs, reason: attempt.reason, work: attempt.work };
  }
}


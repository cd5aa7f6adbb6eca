import type { Work } from "@kompeten/shared/attempt";
import type { PaperView, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { SessionView } from "@kompeten/shared/contracts/session";
import { forgetAttempt, keepPaper, type KeptPaper, keepState, keptAttempt } from "../../../browser/kept-attempt.ts";
import { markKept } from "../../../browser/kept-mark.ts";
import type { SessionState } from "../session/session-state.ts";
import { assumedServerNow } from "./assumed-time.rules.ts";
import { keepPage } from "./keep-page.ts";

/** What the page knows the server to have. */
export type Known = { snapshot: Snapshot | null; state: SessionState; epoch: number; timeAcknowledgedSeq: number; saved: Work; serverNowMs: number | undefined; emergency: PaperView["emergency"] | null };
export type Restored = { snapshot: Snapshot; serverNowMs: number; paper: KeptPaper | null };

/**
 * Keeps on this device what a page needs that is loaded anew without a line, for as long as the attempt runs here (ADR 0012). What cannot
 * be kept is no trouble of this page's: nothing here rejects.
 */
export class AttemptKeeper {
  private readonly attemptId: string;
  private readonly viewer: SessionView;
  private readonly known: () => Known;
  private writes: Promise<void> = Promise.resolve();
  private kept: Snapshot | null = null;

  constructor(attemptId: string, viewer: SessionView, known: () => Known) {
    this.attemptId = attemptId;
    this.viewer = viewer;
    this.known = known;
  }

  /** So that there is a page to be loaded. */
  keepPage(): Promise<void> {
    return keepPage();
  }

  /** Resolves when what the server has acknowledged is written down. */
  keep(): Promise<void> {
    const { snapshot: newest, state, epoch, timeAcknowledgedSeq, saved, serverNowMs } = this.known();
    const { status, seq } = state;
    if (!newest || status?.state !== "running" || state.phase !== "open" || serverNowMs === undefined) return this.writes;
    const snapshot = { ...newest, epoch, seq, timeAcknowledgedSeq, status: { ...status, work: saved } } as Snapshot;
    if (this.kept && sameState(this.kept, snapshot)) return this.writes;
    this.kept = snapshot;
    markKept();
    return this.write(() => keepState(this.attemptId, { session: this.viewer, snapshot, clock: { serverNowMs, deviceNowMs: Date.now() } }));
  }

  /** With the documents that have come in, and what an emergency file takes. */
  keepPaper(): void {
    const { state, emergency } = this.known();
    const { paper } = state;
    if (paper && emergency) void this.write(() => keepPaper(this.attemptId, { paper, emergency }));
  }

  /** It has ended, or goes on elsewhere. */
  forget(): void {
    this.kept = null;
    void this.write(() => forgetAttempt(this.attemptId));
  }

  /** Only to the account that worked on it. @param knownMs times of the server that have been, whatever this device's clock says now */
  async restore(knownMs: readonly number[]): Promise<Restored | null> {
    const kept = await keptAttempt(this.attemptId).catch(() => null);
    if (kept?.session.account.id !== this.viewer.account.id || kept.session.agency.id !== this.viewer.agency.id) return null;
    return { snapshot: kept.snapshot, paper: kept.paper, serverNowMs: assumedServerNow(kept.clock, Date.now(), knownMs) };
  }

  private write(work: () => Promise<void>): Promise<void> {
    this.writes = this.writes.then(work).catch(() => {});
    return this.writes;
  }
}

function sameState(a: Snapshot, b: Snapshot): boolean {
  if (a.seq !== b.seq || a.epoch !== b.epoch || a.status.state !== "running" || b.status.state !== "running") return false;
  return a.status.deadlineMs === b.status.deadlineMs && a.status.pausedSinceMs === b.status.pausedSinceMs;
}

/**
 * What one candidate's devices did and were told, written down at the edges of the product's code: what the queue took, what the
 * line's answers said. The checker believes this and the database, nothing in between.
 */
import type { Operation } from "@kompeten/shared/contracts/delivery";

export type Made = {
  operation: Operation;
  device: string;
  epoch: number;
  /** On the harness's monotonic clock. */
  tMs: number;
  /** The browser's own store has it: from here on it must not be lost, whatever happens to the tab. */
  stored: boolean;
};
export type Acknowledged = { opId: string; seq: number; atMs: number; device: string; tMs: number };
export type Refused = { opId: string; refusal: string; device: string; tMs: number };

export class ClientLog {
  readonly candidate: string;
  readonly attemptId: string;
  readonly accountId: string;
  /** In the order made. */
  readonly made: Made[] = [];
  readonly acknowledged: Acknowledged[] = [];
  readonly refused: Refused[] = [];
  /** What the page was told is saved ("tersimpan"). */
  readonly saved: Acknowledged[] = [];
  /** Times at which this candidate's own line, tab or clock was meddled with. */
  readonly disturbedMs: number[] = [];
  private readonly known = new Map<string, Made>();

  constructor(given: { candidate: string; attemptId: string; accountId: string }) {
    this.candidate = given.candidate;
    this.attemptId = given.attemptId;
    this.accountId = given.accountId;
  }

  make(operation: Operation, device: string, epoch: number): void {
    if (this.known.has(operation.opId)) return;
    // A copy: what happens to the queue's own object must not change what was made.
    const made = { operation: structuredClone(operation), device, epoch, tMs: performance.now(), stored: false };
    this.known.set(operation.opId, made);
    this.made.push(made);
  }

  store(opId: string): void {
    const made = this.known.get(opId);
    if (made) made.stored = true;
  }

  disturb(): void {
    this.disturbedMs.push(performance.now());
  }
}

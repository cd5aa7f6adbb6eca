import { assert } from "@kompeten/shared/kernel";
import type { JournalOperation, JournalOutcome } from "./journal.types.ts";

/** Operations of one attempt that stay together and in order. */
type Group = { attemptId: string; operations: readonly JournalOperation[]; resolve: (outcomes: JournalOutcome[]) => void; reject: (error: unknown) => void };

export type LaneLimits = {
  /** How long the first operation waits for company. */
  gatherMs: number;
  /** Statements under way at once. */
  flightsMax: number;
  operationsPerStatementMax: number;
};
export const laneLimits: LaneLimits = { gatherMs: 2, flightsMax: 2, operationsPerStatementMax: 500 };

/**
 * Gathers the operations of many attempts of one agency into few statements (design §2): that is where the throughput
 * comes from. A promise resolves when the statement's transaction has committed, and not before (J2).
 */
export class JournalLane {
  private readonly queue: Group[] = [];
  private flights = 0;
  private gathering: NodeJS.Timeout | undefined;

  constructor(
    private readonly write: (operations: JournalOperation[]) => Promise<JournalOutcome[]>,
    private readonly limits: LaneLimits = laneLimits,
  ) {}

  append(operations: readonly JournalOperation[]): Promise<JournalOutcome[]> {
    const [first] = operations;
    assert(first && operations.every((operation) => operation.attemptId === first.attemptId), "a group is of one attempt");
    return new Promise((resolve, reject) => {
      this.queue.push({ attemptId: first.attemptId, operations, resolve, reject });
      if (this.flights < this.limits.flightsMax) this.gathering ??= setTimeout(() => this.depart(), this.limits.gatherMs);
    });
  }

  get idle(): boolean {
    return this.queue.length === 0 && this.flights === 0;
  }

  private depart(): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    if (this.queue.length === 0 || this.flights >= this.limits.flightsMax) return;
    const groups = this.board();
    this.flights++;
    void this.fly(groups).finally(() => {
      this.flights--;
      // What came in meanwhile has gathered long enough.
      this.depart();
    });
    if (this.queue.length > 0) this.depart();
  }

  private board(): Group[] {
    let room = this.limits.operationsPerStatementMax;
    let count = 0;
    for (const group of this.queue) {
      if (count > 0 && group.operations.length > room) break;
      room -= group.operations.length;
      count++;
    }
    const groups = this.queue.splice(0, count);
    // Sorted by attempt, so that two statements never wait for each other's rows crosswise.
    return groups.sort((a, b) => (a.attemptId < b.attemptId ? -1 : a.attemptId > b.attemptId ? 1 : 0));
  }

  private async fly(groups: Group[]): Promise<void> {
    try {
      const outcomes = await this.write(groups.flatMap((group) => group.operations));
      let from = 0;
      for (const group of groups) group.resolve(outcomes.slice(from, (from += group.operations.length)));
    } catch (error) {
      // One attempt's operation that the database takes for a bug must not keep the others from being saved.
      if (groups.length > 1 && isRejection(error)) for (const group of groups) await this.fly([group]);
      else for (const group of groups) group.reject(error);
    }
  }
}

/** The database refused the content, as against being away, stopped or out of time: nothing was written. */
function isRejection(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && /^(22|23|42|P0)/.test(code);
}

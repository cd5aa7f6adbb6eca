import { assert } from "@kompeten/shared/kernel";

/** What concerns one attempt stays together and in order. */
type Group<Item, Outcome> = { attemptId: string; items: readonly Item[]; resolve: (outcomes: Outcome[]) => void; reject: (error: unknown) => void };

export type LaneLimits = {
  /** Transactions under way at once. */
  flightsMax: number;
  itemsPerFlightMax: number;
  /** For as long as the latest has been under way for less, the next one waits: many small ones at once cost each other more than they win. */
  patienceMs?: number;
};

/** What comes in one burst is read over some turns of the event loop: for so many, each of which brings more, the first waits for the last. */
const turnsMax = 5;

/**
 * Gathers what concerns many attempts of one agency into few transactions (design §2): that is where the throughput comes from.
 * Whatever arrives in one short burst departs together, and while `flightsMax` are under way, or one that may soon be back, everything
 * waits for the next one: the busier the house, the fuller they are. A promise resolves when the transaction has committed, and not before (J2).
 */
export class Lane<Item extends { attemptId: string }, Outcome> {
  private readonly queue: Group<Item, Outcome>[] = [];
  private flights = 0;
  private departedMs = Number.NEGATIVE_INFINITY;
  private gathering: NodeJS.Immediate | undefined;
  private waiting: NodeJS.Timeout | undefined;

  constructor(
    /** One outcome for each item, in their order. */
    private readonly transact: (items: Item[]) => Promise<Outcome[]>,
    private readonly limits: LaneLimits,
  ) {}

  /** Of one attempt, in order. */
  take(items: readonly Item[]): Promise<Outcome[]> {
    const [first] = items;
    assert(first && items.every((item) => item.attemptId === first.attemptId), "a group is of one attempt");
    return new Promise((resolve, reject) => {
      this.queue.push({ attemptId: first.attemptId, items, resolve, reject });
      if (this.mayDepart) this.gathering ??= setImmediate(() => this.gather(0, turnsMax));
      else this.wait();
    });
  }

  get idle(): boolean {
    return this.queue.length === 0 && this.flights === 0;
  }

  private get mayDepart(): boolean {
    if (this.flights === 0) return true;
    return this.flights < this.limits.flightsMax && this.patienceLeftMs <= 0;
  }

  private get patienceLeftMs(): number {
    return this.departedMs + (this.limits.patienceMs ?? 0) - performance.now();
  }

  /** Until the latest has been under way for too long; one that comes back is sooner. */
  private wait(): void {
    if (this.flights >= this.limits.flightsMax) return;
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      this.depart();
    }, Math.ceil(this.patienceLeftMs));
  }

  /** Goes on while each turn of the event loop brings more, and there is room for it. */
  private gather(known: number, turnsLeft: number): void {
    const { length } = this.queue;
    if (length > known && length < this.limits.itemsPerFlightMax && turnsLeft > 0) this.gathering = setImmediate(() => this.gather(length, turnsLeft - 1));
    else this.depart();
  }

  private depart(): void {
    clearImmediate(this.gathering);
    this.gathering = undefined;
    if (this.queue.length === 0) return;
    if (!this.mayDepart) return this.wait();
    const groups = this.board();
    this.flights++;
    this.departedMs = performance.now();
    void this.fly(groups);
    if (this.queue.length > 0) this.depart();
  }

  private board(): Group<Item, Outcome>[] {
    let room = this.limits.itemsPerFlightMax;
    let count = 0;
    for (const group of this.queue) {
      if (count > 0 && group.items.length > room) break;
      room -= group.items.length;
      count++;
    }
    const groups = this.queue.splice(0, count);
    // Sorted by attempt, so that two transactions hardly ever wait for each other's rows crosswise.
    return groups.sort((a, b) => (a.attemptId < b.attemptId ? -1 : a.attemptId > b.attemptId ? 1 : 0));
  }

  private async fly(groups: Group<Item, Outcome>[]): Promise<void> {
    const tell = await this.flown(groups);
    this.flights--;
    // What came in meanwhile has gathered long enough, and is under way before those that are back are told: the database need not wait for that.
    this.depart();
    tell();
  }

  /** Never rejects; what is returned tells everybody aboard who has not been told. */
  private async flown(groups: Group<Item, Outcome>[]): Promise<() => void> {
    try {
      const outcomes = await this.transact(groups.flatMap((group) => group.items));
      return () => {
        let from = 0;
        for (const group of groups) group.resolve(outcomes.slice(from, (from += group.items.length)));
      };
    } catch (error) {
      if (groups.length === 1 || !isBug(error)) return () => groups.forEach((group) => group.reject(error));
      // What is taken for a bug in one attempt must not keep the others from being saved.
      for (const group of groups) (await this.flown([group]))();
      return () => undefined;
    }
  }
}

/** Refused for what it is, by the database or by an assertion, as against a database that is away, stopped or out of time: nothing was written. */
function isBug(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (typeof code === "string" && /^(22|23|42|P0)/.test(code)) || (typeof message === "string" && message.startsWith("assertion failed"));
}

/** A lane for each agency, because a transaction sees one agency alone. */
export class Lanes<Item extends { attemptId: string }, Outcome> {
  private readonly lanes = new Map<string, Lane<Item, Outcome>>();

  constructor(
    private readonly transact: (agencyId: string, items: Item[]) => Promise<Outcome[]>,
    private readonly limits: LaneLimits,
  ) {}

  of(agencyId: string): Lane<Item, Outcome> {
    const present = this.lanes.get(agencyId);
    if (present) return present;
    const lane = new Lane((items: Item[]) => this.transact(agencyId, items), this.limits);
    this.lanes.set(agencyId, lane);
    return lane;
  }

  get idle(): boolean {
    return [...this.lanes.values()].every((lane) => lane.idle);
  }
}

const windowMs = 60_000;
const addressesMax = 10_000;

/** For cheap public routes: so many calls an address and minute, counted in this process. What guards passwords counts in the database. */
export class AddressThrottle {
  private readonly counts = new Map<string, { since: number; calls: number }>();

  constructor(private readonly callsMax: number) {}

  /** Counts one call; the answer is the seconds to wait, 0 when it may go ahead. */
  attempt(address: string, nowMs: number): number {
    const present = this.counts.get(address);
    const count = present && nowMs - present.since < windowMs ? present : { since: nowMs, calls: 0 };
    count.calls++;
    this.counts.delete(address);
    this.counts.set(address, count);
    const [oldest] = this.counts.keys();
    if (this.counts.size > addressesMax && oldest !== undefined) this.counts.delete(oldest);
    return count.calls > this.callsMax ? Math.max(1, Math.ceil((count.since + windowMs - nowMs) / 1000)) : 0;
  }
}

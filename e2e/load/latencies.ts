/** Every latency of a run, kept whole: some hundred thousand numbers are nothing, and quantiles are exact. */
export class Latencies {
  private readonly valuesMs: number[] = [];
  private isSorted = true;

  static of(...parts: readonly Latencies[]): Latencies {
    const all = new Latencies();
    for (const part of parts) for (const ms of part.valuesMs) all.add(ms);
    return all;
  }

  add(ms: number): void {
    this.valuesMs.push(ms);
    this.isSorted = false;
  }

  get count(): number {
    return this.valuesMs.length;
  }

  /** The smallest value that `share` of all values do not exceed; NaN without values. */
  quantile(share: number): number {
    if (!this.isSorted) this.valuesMs.sort((a, b) => a - b);
    this.isSorted = true;
    return this.valuesMs[Math.max(0, Math.ceil(share * this.valuesMs.length) - 1)] ?? Number.NaN;
  }

  get maxMs(): number {
    return this.quantile(1);
  }

  toString(): string {
    return `p50 ${inMs(this.quantile(0.5))}, p90 ${inMs(this.quantile(0.9))}, p99 ${inMs(this.quantile(0.99))}, p99.9 ${inMs(this.quantile(0.999))}, max ${inMs(this.maxMs)}`;
  }
}

export function inMs(ms: number): string {
  return ms < 100 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

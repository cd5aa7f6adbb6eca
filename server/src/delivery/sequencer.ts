import { ok, refuse, type Result } from "@kompeten/shared/kernel";

/** Runs what concerns one attempt strictly one after the other, with a bound on what may wait; attempts do not wait for each other. */
export class Sequencer {
  private readonly lines = new Map<string, { tail: Promise<unknown>; weight: number }>();

  constructor(private readonly weightMax: number) {}

  async run<T>(key: string, weight: number, work: () => Promise<T>): Promise<Result<T, "busy">> {
    const line = this.lines.get(key) ?? { tail: Promise.resolve(), weight: 0 };
    if (line.weight > 0 && line.weight + weight > this.weightMax) return refuse("busy");
    line.weight += weight;
    this.lines.set(key, line);
    const mine = line.tail.then(work);
    line.tail = mine.catch(() => undefined);
    try {
      return ok(await mine);
    } finally {
      line.weight -= weight;
      if (line.weight === 0) this.lines.delete(key);
    }
  }
}

import { assert, ok, refuse, type Result } from "@kompeten/shared/kernel";

type Line = { tail: Promise<unknown>; weight: number };

const nothing = Promise.resolve();

/** Runs what concerns one attempt strictly one after the other, with a bound on what may wait; attempts do not wait for each other. */
export class Sequencer {
  /** A line stays when nobody stands in it: V8 makes a map anew all the time that gains and loses one thousands of times a second, and lets what was in it grow old. */
  private readonly lines = new Map<string, Line>();

  constructor(
    private readonly weightMax: number,
    /** Past it those in which nobody stands are forgotten. */
    private readonly linesMax = 20_000,
  ) {}

  async run<T>(key: string, weight: number, work: () => Promise<T>): Promise<Result<T, "busy">> {
    assert(weight > 0, "what weighs nothing would not be waited for");
    const line = this.line(key);
    if (line.weight > 0 && line.weight + weight > this.weightMax) return refuse("busy");
    line.weight += weight;
    const mine = line.tail.then(work);
    line.tail = mine.catch(() => undefined);
    try {
      return ok(await mine);
    } finally {
      line.weight -= weight;
      if (line.weight === 0) line.tail = nothing;
    }
  }

  get size(): number {
    return this.lines.size;
  }

  private line(key: string): Line {
    const present = this.lines.get(key);
    if (present) return present;
    if (this.lines.size >= this.linesMax) for (const [other, { weight }] of this.lines) if (weight === 0) this.lines.delete(other);
    const line = { tail: nothing, weight: 0 };
    this.lines.set(key, line);
    return line;
  }
}

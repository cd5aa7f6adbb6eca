export type AdmissionLimits = {
  /** Inside at once, however slow. */
  insideMax: number;
  /** Inside at once and not yet known to be slow. */
  quickMax: number;
  /** Who has been inside for so long is slow: it waits for something else, and stands in nobody's way from then on. */
  slowMs: number;
};

/** Lets in as many as are of use at once, in the order in which they came; the others wait. */
export class Admission {
  private readonly waiting: (() => void)[] = [];
  private inside = 0;
  private quick = 0;

  constructor(private readonly limits: AdmissionLimits) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isOpen && this.waiting.length === 0) this.enter();
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    let isQuick = true;
    const slow = (): void => {
      if (isQuick) this.quick--;
      isQuick = false;
      this.admit();
    };
    const timer = setTimeout(slow, this.limits.slowMs);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      this.inside--;
      slow();
    }
  }

  private get isOpen(): boolean {
    return this.inside < this.limits.insideMax && this.quick < this.limits.quickMax;
  }

  private enter(): void {
    this.inside++;
    this.quick++;
  }

  private admit(): void {
    while (this.isOpen) {
      const next = this.waiting.shift();
      if (!next) return;
      this.enter();
      next();
    }
  }
}

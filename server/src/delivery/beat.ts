/** Something done again and again, each time a while after it was done last, so that what takes long never runs twice at once. */
export class Beat {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly everyMs: number,
    /** Must not reject. */
    private readonly work: () => Promise<void>,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.underWay = this.work();
      void this.underWay.then(() => this.stopped || this.start());
    }, this.everyMs);
  }

  /** Resolves when what is under way is over. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  get isStopped(): boolean {
    return this.stopped;
  }
}

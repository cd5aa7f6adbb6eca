/** Without a key, a pointer or a scroll for so long, nobody is taken to be reading. */
export const idleMs = 60_000;
/** More than this between two looks was no reading: the machine slept. */
const gapMsMax = 5_000;

/**
 * How long something has really been looked at. Knows no browser: it is told the time, whether the page is shown, and of
 * every sign of life; what passes while the page is hidden or the person idle is not counted.
 */
export class ReadingClock {
  private readMs = 0;
  private lastMs: number;
  private aliveMs: number;

  constructor(nowMs: number) {
    this.lastMs = nowMs;
    this.aliveMs = nowMs;
  }

  alive(nowMs: number): void {
    this.aliveMs = nowMs;
  }

  /** Called every second or so, and whenever something changes. */
  tick(nowMs: number, shown: boolean): void {
    const passedMs = nowMs - this.lastMs;
    this.lastMs = nowMs;
    if (shown && passedMs > 0 && passedMs <= gapMsMax && nowMs - this.aliveMs <= idleMs) this.readMs += passedMs;
  }

  get totalMs(): number {
    return this.readMs;
  }

  /** What has been counted since it was last taken, in whole ms. */
  take(): number {
    const taken = Math.round(this.readMs);
    this.readMs = 0;
    return taken;
  }
}

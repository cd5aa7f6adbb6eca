/**
 * T2: only the server's clock decides. Its offset from this page's monotonic clock is measured by round trips, of which the
 * shortest is believed: its error is at most half of it. The device's own clock is used for nothing
 * but an estimate that is marked as one (`assume`); people change it.
 */
export type Sample = { offsetMs: number; roundTripMs: number };

const samplesMax = 8;
const rounds = 4;
const slackMs = 250;

/** The offset that gives the server's time when added to the monotonic time of receipt. */
export function sampleOf(serverNowMs: number, sentMs: number, receivedMs: number): Sample {
  const roundTripMs = Math.max(0, receivedMs - sentMs);
  return { offsetMs: serverNowMs + roundTripMs / 2 - receivedMs, roundTripMs };
}

export function bestOf(samples: readonly Sample[]): Sample | undefined {
  return samples.reduce<Sample | undefined>((best, sample) => (best && best.roundTripMs <= sample.roundTripMs ? best : sample), undefined);
}

export class ServerClock {
  private samples: Sample[] = [];
  private assumedOffsetMs: number | undefined;
  private readonly monotonicMs: () => number;

  constructor(monotonicMs: () => number = () => performance.now()) {
    this.monotonicMs = monotonicMs;
  }

  /** Undefined until the server has said once what time it is, to this page or to one before it: for showing and pacing. */
  nowMs(): number | undefined {
    return this.heardNowMs() ?? (this.assumedOffsetMs === undefined ? undefined : this.monotonicMs() + this.assumedOffsetMs);
  }

  /** The same by what this page has heard itself: the only time that is told to anybody. */
  heardNowMs(): number | undefined {
    const best = bestOf(this.samples);
    return best && this.monotonicMs() + best.offsetMs;
  }

  /** For a page that was loaded without a line: what the time should be by the device's clock, which people change; good until the server is heard. */
  assume(serverNowMs: number): void {
    this.assumedOffsetMs = serverNowMs - this.monotonicMs();
  }

  /** Any answer that carries the server's time; when it was asked for and came, by the monotonic clock. */
  observe(serverNowMs: number, sentMs: number, receivedMs = this.monotonicMs()): void {
    const sample = sampleOf(serverNowMs, sentMs, receivedMs);
    // With which the new one cannot be right: the device has slept, and with it the monotonic clock.
    const agreeing = this.samples.filter(({ offsetMs, roundTripMs }) => Math.abs(sample.offsetMs - offsetMs) <= (sample.roundTripMs + roundTripMs) / 2 + slackMs);
    this.samples = [...agreeing, sample].slice(-samplesMax);
  }

  /** Several agree. */
  get isSure(): boolean {
    return this.samples.length >= rounds;
  }

  async measure(ask: () => Promise<number>): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      const sentMs = this.monotonicMs();
      this.observe(await ask(), sentMs);
    }
  }

  /** The monotonic time, for `observe`. */
  mark(): number {
    return this.monotonicMs();
  }
}

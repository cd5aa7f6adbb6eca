/** How long another tab gets to hand over by itself before the lock is taken from it: it may be frozen. */
const courtesyMs = 1500;
const noticeMs = 400;

type Events = {
  /** This tab may send now. */
  onHeld: () => void;
  /** Another tab of this browser sends; this one must not. Resolves when everything is written down for the other. */
  onElsewhere: () => Promise<void>;
};

/**
 * One sender per attempt and browser (Web Locks), so that two tabs neither send the same queue nor write the same text.
 * Where the browser has no locks (no HTTPS), every tab sends: replays are harmless (J3), only the convenience is lost.
 */
export class SenderLock {
  private readonly name: string;
  private readonly events: Events;
  private readonly channel: BroadcastChannel | null;
  private readonly closing = new AbortController();
  private release: (() => void) | null = null;
  private held = false;

  constructor(attemptId: string, events: Events) {
    this.name = `kompeten-attempt-${attemptId}`;
    this.events = events;
    this.channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(this.name);
    this.channel?.addEventListener("message", () => void this.yield());
  }

  start(): void {
    if (!navigator.locks) return this.gain();
    this.request({ signal: this.closing.signal });
    setTimeout(() => {
      if (!this.held && !this.closing.signal.aborted) void this.events.onElsewhere();
    }, noticeMs);
  }

  /** The person wants to go on in this tab. */
  takeOver(): void {
    this.channel?.postMessage("yield");
    setTimeout(() => {
      if (!this.held && !this.closing.signal.aborted) this.request({ steal: true });
    }, courtesyMs);
  }

  close(): void {
    this.closing.abort();
    this.held = false;
    this.release?.();
    this.release = null;
    this.channel?.close();
  }

  private request(options: LockOptions): void {
    navigator.locks
      .request(this.name, options, () => {
        if (this.closing.signal.aborted) return undefined;
        this.gain();
        return new Promise<void>((resolve) => {
          this.release = resolve;
        });
      })
      // Rejects when another tab takes the lock away, or when this one closes while it waits.
      .catch(() => {
        if (this.closing.signal.aborted) return;
        this.release = null;
        void this.lose();
      });
  }

  private gain(): void {
    this.held = true;
    this.events.onHeld();
  }

  private async lose(): Promise<void> {
    if (!this.held) return;
    this.held = false;
    await this.events.onElsewhere();
    // Waits in line: if the other tab is closed, this one goes on.
    this.request({ signal: this.closing.signal });
  }

  private async yield(): Promise<void> {
    const { release } = this;
    if (!this.held || !release) return;
    this.release = null;
    this.held = false;
    await this.events.onElsewhere();
    release();
    this.request({ signal: this.closing.signal });
  }
}

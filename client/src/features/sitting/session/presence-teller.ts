/**
 * P2, P3: tells the server, over the line that is there anyway, how this page is doing: how long the way is, what waits, and when
 * the page was not in front of the person. A small message when something changes, and now and then when nothing does.
 */
import type { FocusEvent, PresenceBody } from "@kompeten/shared/contracts/presence";

type Deps = {
  /** False when nobody has taken it. */
  tell: (body: PresenceBody) => Promise<boolean>;
  newId: () => string;
  /** By the server's clock (T2). */
  nowMs: () => number | undefined;
  monotonicMs: () => number;
  where: () => "here" | FocusEvent["cause"];
};

/** Of this browser's page: hidden behind another tab or minimised, or without the keyboard because another window has it. */
export const whereThePageIs = (): "here" | FocusEvent["cause"] => (document.visibilityState === "hidden" ? "hidden" : document.hasFocus() ? "here" : "blurred");

const atMostEveryMs = 2_000;
const atLeastEveryMs = 20_000;
/** A page that is away for less has only been clicked past. */
const blinkMs = 1_000;
const eventsAtOnce = 20;

export class PresenceTeller {
  private events: FocusEvent[] = [];
  private awaySinceMs: number | null = null;
  private leftMs: number | null = null;
  private cause: FocusEvent["cause"] = "hidden";
  private roundTripMs: number | null = null;
  private told = "";
  private toldMs = Number.NEGATIVE_INFINITY;
  private telling = false;
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  /** Called often, and whenever the page may have come into sight or out of it; `unsaved` have waited for more than a moment. */
  beat(unsaved: number): void {
    this.watch();
    const told = `${unsaved}/${this.awaySinceMs}`;
    const sinceMs = this.deps.monotonicMs() - this.toldMs;
    const news = told !== this.told || this.events.length > 0;
    if (this.telling || sinceMs < atMostEveryMs || (!news && sinceMs < atLeastEveryMs)) return;
    void this.tell(unsaved, told);
  }

  private watch(): void {
    const nowMs = this.deps.nowMs();
    if (nowMs === undefined) return;
    const where = this.deps.where();
    if (where === "here") {
      if (this.awaySinceMs !== null) this.note("back", this.cause, nowMs);
      this.leftMs = this.awaySinceMs = null;
      return;
    }
    this.leftMs ??= nowMs;
    if (this.awaySinceMs !== null || nowMs - this.leftMs < blinkMs) return;
    this.awaySinceMs = this.leftMs;
    this.note("away", where, this.leftMs);
  }

  private note(kind: FocusEvent["kind"], cause: FocusEvent["cause"], atMs: number): void {
    this.cause = cause;
    this.events.push({ eventId: this.deps.newId(), kind, cause, atMs: Math.round(atMs) });
  }

  private async tell(unsaved: number, told: string): Promise<void> {
    this.telling = true;
    const sentMs = this.deps.monotonicMs();
    this.toldMs = sentMs;
    const events = this.events.slice(0, eventsAtOnce);
    const awaySinceMs = this.awaySinceMs === null ? null : Math.round(this.awaySinceMs);
    const taken = await this.deps.tell({ roundTripMs: this.roundTripMs, unsaved, awaySinceMs, events }).catch(() => false);
    this.telling = false;
    if (!taken) return;
    this.roundTripMs = Math.round(this.deps.monotonicMs() - sentMs);
    this.told = told;
    const sent = new Set(events.map(({ eventId }) => eventId));
    this.events = this.events.filter(({ eventId }) => !sent.has(eventId));
  }
}

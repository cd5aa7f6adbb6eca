import type { RatingDraftBody, RatingSaved, RatingSheetView } from "@kompeten/shared/contracts/scoring";

export type Line = { level: number | null; note: string };
export type SaveState =
  | { kind: "saved"; at: string | null }
  | { kind: "waiting" }
  | { kind: "saving" }
  /** Kept here and tried again. */
  | { kind: "failed"; error: unknown }
  /** Changed in another window: going on here would overwrite it. */
  | { kind: "conflict" };
export type DraftSnapshot = { lines: Readonly<Record<string, Line>>; save: SaveState };

type Send = (body: RatingDraftBody) => Promise<RatingSaved>;
type Options = { delayMs?: number; retryMs?: number; isConflict: (error: unknown) => boolean };

const noLine: Line = { level: null, note: "" };

/**
 * Keeps a rating sheet's draft on the server while it is being written: a moment after the last change, one request at a
 * time, each naming the version it was made from. "Tersimpan" is said only from an answer.
 */
export class DraftKeeper {
  private snapshot: DraftSnapshot;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<boolean> | undefined;
  private dirty = false;
  version: number;

  constructor(
    sheet: RatingSheetView,
    private readonly send: Send,
    private readonly options: Options,
  ) {
    this.version = sheet.version;
    const lines = Object.fromEntries(sheet.ratings.map(({ competency, level, note }) => [competency, { level, note }]));
    this.snapshot = { lines, save: { kind: "saved", at: sheet.savedAt } };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): DraftSnapshot => this.snapshot;

  get unsaved(): boolean {
    return this.dirty || this.sending !== undefined;
  }

  change(competency: string, patch: Partial<Line>): void {
    const line = { ...(this.snapshot.lines[competency] ?? noLine), ...patch };
    this.dirty = true;
    const save: SaveState = this.snapshot.save.kind === "conflict" ? this.snapshot.save : { kind: "waiting" };
    this.publish({ lines: { ...this.snapshot.lines, [competency]: line }, save });
    this.schedule(this.options.delayMs ?? 1000);
  }

  /** Sends what is not yet kept; true when everything is. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.dirty || this.sending) {
      this.sending ??= this.sendOnce();
      if (!(await this.sending)) return false;
    }
    return true;
  }

  private async sendOnce(): Promise<boolean> {
    if (this.snapshot.save.kind === "conflict") {
      this.sending = undefined;
      return false;
    }
    this.dirty = false;
    this.publish({ ...this.snapshot, save: { kind: "saving" } });
    const ratings = Object.entries(this.snapshot.lines).map(([competency, line]) => ({ competency, ...line }));
    try {
      const saved = await this.send({ version: this.version, ratings });
      this.version = saved.version;
      this.publish({ ...this.snapshot, save: this.dirty ? { kind: "waiting" } : { kind: "saved", at: saved.savedAt } });
      return true;
    } catch (error) {
      this.dirty = true;
      const conflict = this.options.isConflict(error);
      this.publish({ ...this.snapshot, save: conflict ? { kind: "conflict" } : { kind: "failed", error } });
      if (!conflict) this.schedule(this.options.retryMs ?? 5000);
      return false;
    } finally {
      this.sending = undefined;
    }
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  private publish(next: DraftSnapshot): void {
    this.snapshot = next;
    for (const listener of this.listeners) listener();
  }
}

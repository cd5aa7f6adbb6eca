import { applied, noWork, type Work } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import type { Command } from "../queue/queued-operation.ts";

type Unsaved = { operation: Operation; madeAtMs: number };

/** What the server has, and what is shown: the same with queue and drafts laid over it. Made anew only when one of them changed. */
export class ShownWork {
  private saved: Work = noWork;
  private shown: Work | null = noWork;

  get base(): Work {
    return this.saved;
  }
  set base(work: Work) {
    this.saved = work;
    this.shown = null;
  }

  /** Queue or drafts have changed. */
  stale(): void {
    this.shown = null;
  }

  current(unsaved: readonly Unsaved[], drafts: readonly Command[]): Work {
    if (this.shown) return this.shown;
    let work = this.saved;
    for (const { operation, madeAtMs } of unsaved) work = applied(work, operation, madeAtMs);
    for (const command of drafts) work = applied(work, command, Date.now());
    this.shown = work;
    return work;
  }
}

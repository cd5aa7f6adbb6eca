import type { AppendAnswer, ArrivedPush, DocumentsView, PaperView, SealedPaper } from "@kompeten/shared/contracts/delivery";
import type { Paper } from "@kompeten/shared/paper";
import { withDocuments } from "./arrivals.rules.ts";
import { canOpenSealed, openSealed } from "./sealed-paper.ts";

type Source = {
  paper: () => Promise<PaperView>;
  documents: (after: number) => Promise<DocumentsView>;
  /** Null where there is none to be had. */
  sealedPaper: () => Promise<SealedPaper | null>;
};
type Held = { paper: Paper | null; arrived: readonly string[] };

/** Those who come to wait at once do not fetch their sealed papers at once (T6). */
const spreadMs = 3_000;

/** The paper of a running attempt, fetched once and sealed before it runs where that can be, with the in-basket's documents as they come in. */
export class PaperHolder {
  private held: Held = { paper: null, arrived: [] };
  private nextArrivalAtMs: number | null = null;
  private loading = false;
  private sealed: Promise<SealedPaper | null> | undefined;
  private spread: ReturnType<typeof setTimeout> | undefined;
  /** What an emergency file takes; it came with the paper, while there was a line. */
  emergency: PaperView["emergency"] | null = null;
  private readonly onChange: (held: Held) => void;

  constructor(onChange: (held: Held) => void) {
    this.onChange = onChange;
  }

  get isHere(): boolean {
    return this.held.paper !== null;
  }

  /** Fetches what is missing: the paper, or documents that came while no push could reach this page. Rejects while there is no line. */
  async fetch(source: Source): Promise<void> {
    const { paper } = this.held;
    if (this.loading) return;
    this.loading = true;
    try {
      if (paper === null) this.take(await source.paper());
      else if (paper.kind === "in-basket") this.arrived(await source.documents(Math.max(-1, ...paper.documents.map((document) => document.arrivesAfterSeconds))));
    } finally {
      this.loading = false;
    }
  }

  /** T6: fetches the sealed paper while people wait. */
  expect(source: Source): void {
    if (this.isHere || this.sealed) return;
    this.spread ??= setTimeout(() => {
      this.spread = undefined;
      this.seal(source).catch(() => {});
    }, spreadMs * Math.random());
  }

  /** T6: asks for the start once the sealed paper is here, so that no clock runs while it is on its way; the answer opens it. Rejects where it does not come. */
  async start(source: Source, send: () => Promise<AppendAnswer>): Promise<AppendAnswer> {
    const sealed = this.isHere ? null : await this.seal(source);
    // Meanwhile nobody fetches the paper that is here.
    this.loading = sealed !== null;
    try {
      const answer = await send();
      const first = answer.ok ? answer.acknowledgements[0] : undefined;
      // Where it does not open, it is fetched like any other.
      if (sealed && first?.ok && first.paperKey) await openSealed(sealed, first.paperKey).then((view) => this.take(view), () => {});
      return answer;
    } finally {
      this.loading = false;
    }
  }

  private seal(source: Source): Promise<SealedPaper | null> {
    clearTimeout(this.spread);
    this.sealed ??= canOpenSealed() ? source.sealedPaper() : Promise.resolve(null);
    this.sealed.catch(() => (this.sealed = undefined));
    return this.sealed;
  }

  /** What an earlier page was given, where nobody can be asked. */
  restore({ paper, emergency }: Pick<PaperView, "paper" | "emergency">): void {
    if (!this.isHere) this.take({ paper, emergency, nextArrivalAtMs: null });
  }

  isDue(nowMs: number): boolean {
    return this.nextArrivalAtMs !== null && nowMs > this.nextArrivalAtMs + 500;
  }

  arrived({ documents, nextArrivalAtMs }: ArrivedPush): void {
    const { paper, arrived } = this.held;
    this.nextArrivalAtMs = nextArrivalAtMs;
    if (paper?.kind !== "in-basket") return;
    const next = withDocuments(paper, documents);
    if (next.added.length > 0) this.become({ paper: next.paper, arrived: [...arrived, ...next.added] });
  }

  private take({ paper, nextArrivalAtMs, emergency }: Omit<PaperView, "attemptId">): void {
    this.emergency = emergency;
    this.nextArrivalAtMs = nextArrivalAtMs;
    this.become({ paper, arrived: this.held.arrived });
  }

  private become(held: Held): void {
    this.held = held;
    this.onChange(held);
  }
}

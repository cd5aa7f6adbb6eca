import type { ArrivedPush, DocumentsView, PaperView } from "@kompeten/shared/contracts/delivery";
import type { Paper } from "@kompeten/shared/paper";
import { withDocuments } from "./arrivals.rules.ts";

type Source = { paper: () => Promise<PaperView>; documents: (after: number) => Promise<DocumentsView> };
type Held = { paper: Paper | null; arrived: readonly string[] };

/** The paper of a running attempt, fetched once, with the in-basket's documents as they come in. */
export class PaperHolder {
  private held: Held = { paper: null, arrived: [] };
  private nextArrivalAtMs: number | null = null;
  private loading = false;
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

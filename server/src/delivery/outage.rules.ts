/** T5: for how long a line was down while its attempt ran, from what the journal and the connection log say. */
import type { Span } from "@kompeten/shared/attempt";

/** More gaps than this are a line that flaps; the longest are kept, so that the evidence fits into its journal entry. */
export const spansMax = 500;

export type OutageEvidence = {
  /** When the attempt's clock ran: from its start, without its pauses. */
  ran: readonly Span[];
  /** When the browser could reach us, by any device and any way. */
  contacts: readonly Span[];
  /** What earlier compensations gave. */
  compensated: readonly Span[];
};

/** Lost within the interval and not given yet; in order, apart, never empty. */
export function lostSpans(interval: Span, { ran, contacts, compensated }: OutageEvidence): Span[] {
  const lost = without(without(within(interval, union(ran)), union(contacts)), union(compensated));
  if (lost.length <= spansMax) return lost;
  const longest = new Set([...lost].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, spansMax));
  return lost.filter((span) => longest.has(span));
}

/** What earlier compensations gave within the interval. */
export function compensatedMs(interval: Span, compensated: readonly Span[]): number {
  return totalMs(within(interval, union(compensated)));
}

export function totalMs(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + lengthOf(span), 0);
}

export type TimedEntry =
  | { kind: "started"; body: { startedAtMs: number } }
  | { kind: "paused"; body: { pausedAtMs: number } }
  | { kind: "resumed"; body: { ms: number } }
  | { kind: "ended"; atMs: number };

/** From the entries that start, stop and end a clock, in their order; still running: until now. */
export function ranSpans(entries: readonly TimedEntry[], nowMs: number): Span[] {
  const spans: Span[] = [];
  let fromMs: number | null = null;
  let pausedAtMs = 0;
  const stop = (toMs: number) => {
    if (fromMs !== null && toMs > fromMs) spans.push({ fromMs, toMs });
    fromMs = null;
  };
  for (const entry of entries) {
    if (entry.kind === "started") fromMs = entry.body.startedAtMs;
    else if (entry.kind === "paused") stop((pausedAtMs = entry.body.pausedAtMs));
    else if (entry.kind === "resumed") fromMs = pausedAtMs + entry.body.ms;
    else stop(entry.atMs);
  }
  stop(nowMs);
  return spans;
}

function lengthOf({ fromMs, toMs }: Span): number {
  return toMs - fromMs;
}

/** In order, apart and none empty. */
export function union(spans: readonly Span[]): Span[] {
  const joined: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of [...spans].filter((span) => lengthOf(span) > 0).sort((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else joined.push({ fromMs, toMs });
  }
  return joined;
}

function within(interval: Span, spans: readonly Span[]): Span[] {
  return spans.map(({ fromMs, toMs }) => ({ fromMs: Math.max(fromMs, interval.fromMs), toMs: Math.min(toMs, interval.toMs) })).filter((span) => lengthOf(span) > 0);
}

/** Both in order and apart. */
function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const left: Span[] = [];
    let { fromMs } = span;
    for (const hole of holes) {
      if (hole.toMs <= fromMs || hole.fromMs >= span.toMs) continue;
      if (hole.fromMs > fromMs) left.push({ fromMs, toMs: hole.fromMs });
      fromMs = Math.max(fromMs, hole.toMs);
    }
    return fromMs < span.toMs ? [...left, { fromMs, toMs: span.toMs }] : left;
  });
}

/**
 * How long people wait after a fault. For each fault and each candidate it hit: from the moment at which the servers could be
 * reached again (or from the candidate's next deed, if nothing was waiting then) to the first acknowledgement. A wait in which
 * that candidate's own line, tab or clock was meddled with, or into which the next fault fell, measures something else and is left out,
 * unless so much of it that it is too long lies beside all that.
 */
import type { ClientLog } from "./client-log.ts";

export type Outage = { kind: string; downMs: number; upMs: number; candidates: ReadonlySet<string> };
export type Wait = { kind: string; candidate: string; upMs: number; waitMs: number };
type Span = readonly [fromMs: number, toMs: number];
export type Recovery = { waits: Wait[]; leftOut: number };

export const recoveryMaxMs = 5_000;
/** A message lost before the fault keeps a client waiting for its answer for so long: the client's patience, and a retry. */
const echoMs = 10_000;

export function recovery(outages: readonly Outage[], logs: readonly ClientLog[], endMs: number): Recovery {
  const waits: Wait[] = [];
  let leftOut = 0;
  for (const outage of outages) {
    for (const log of logs) {
      if (!outage.candidates.has(log.candidate)) continue;
      const wait = waitOf(outage, log, endMs);
      if (!wait) continue;
      const others = outages.filter((other) => other !== outage && other.kind !== "line-cut" && other.downMs <= wait.toMs && other.upMs >= outage.downMs);
      const cuts = outages.filter((other) => other !== outage && other.kind === "line-cut" && other.candidates.has(log.candidate));
      const disturbed = log.disturbedMs.some((ms) => ms >= outage.downMs - echoMs && ms <= wait.toMs) || cuts.some((cut) => cut.downMs <= wait.toMs && cut.upMs >= outage.downMs - echoMs);
      const fault = { kind: outage.kind, candidate: log.candidate, upMs: outage.upMs };
      if (!disturbed && others.length === 0) {
        waits.push({ ...fault, waitMs: wait.toMs - wait.fromMs });
        continue;
      }
      const busy: Span[] = [...others.map(({ downMs, upMs }) => [downMs, upMs] as const), ...cuts.map(({ downMs, upMs }) => [downMs, upMs + echoMs] as const), ...log.disturbedMs.map((ms) => [ms, ms + echoMs] as const)];
      const aloneMs = longestBeside(busy, [wait.fromMs, wait.toMs]);
      if (aloneMs > recoveryMaxMs) waits.push({ ...fault, waitMs: aloneMs });
      else leftOut++;
    }
  }
  return { waits, leftOut };
}

/** The longest part of a wait that lies beside all of these. */
function longestBeside(busy: readonly Span[], [fromMs, toMs]: Span): number {
  let freeMs = fromMs;
  let longestMs = 0;
  for (const [startMs, endMs] of [...busy, [toMs, toMs] as const].toSorted((a, b) => a[0] - b[0])) {
    longestMs = Math.max(longestMs, Math.min(startMs, toMs) - freeMs);
    freeMs = Math.max(freeMs, endMs);
  }
  return longestMs;
}

function waitOf({ upMs }: Outage, log: ClientLog, endMs: number): { fromMs: number; toMs: number } | undefined {
  const answered = new Map<string, number>();
  for (const { opId, tMs } of log.acknowledged) if (!answered.has(opId)) answered.set(opId, tMs);
  const atOf = (opId: string) => answered.get(opId) ?? Number.POSITIVE_INFINITY;
  // Superseded texts are never answered; the one that replaced them is. What is never answered at all is the checker's affair.
  const first = log.made.find(({ operation, tMs }) => atOf(operation.opId) > upMs && tMs < endMs && answered.has(operation.opId));
  if (!first) return undefined;
  const fromMs = Math.max(upMs, first.tMs);
  return { fromMs, toMs: Math.min(...log.acknowledged.map(({ tMs }) => tMs).filter((tMs) => tMs > fromMs)) };
}

/** One line per kind of fault. */
export function waitTable({ waits, leftOut }: Recovery): string[] {
  const kinds = [...new Set(waits.map(({ kind }) => kind))].sort();
  const lines = kinds.map((kind) => {
    const sorted = waits.filter((wait) => wait.kind === kind).map(({ waitMs }) => waitMs).sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    return `  ${kind.padEnd(14)} ${String(sorted.length).padStart(5)} waits   median ${at(0.5)} ms   95 % ${at(0.95)} ms   longest ${at(1)} ms`;
  });
  return [...lines, `  (${leftOut} waits left out: another fault fell into them)`];
}

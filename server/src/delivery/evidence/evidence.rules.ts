import type { EvidencePack, EvidenceScope } from "@kompeten/shared/contracts/evidence";
import type { JournalEntryView } from "../journal.types.ts";

/** By string: kinds that come later are shown as events until somebody says that they are work. */
const work: ReadonlySet<string> = new Set(["responded", "edited", "flagged", "visited", "acted"]);

type Body = Record<string, unknown>;
const bodyOf = (entry: JournalEntryView): Body => JSON.parse(entry.body) as Body;

/** Everything that is no work. What was merged is work inside an event: its deed is left out here and stands in the journal. */
export function eventsOf(entries: readonly JournalEntryView[], names: ReadonlyMap<string, { name: string }>): EvidencePack["events"] {
  return entries
    .filter(({ kind }) => !work.has(kind))
    .map((entry) => {
      const { ms, reason, deed: _, ...details } = bodyOf(entry);
      return {
        seq: entry.seq,
        atMs: entry.atMs,
        kind: entry.kind,
        author: entry.accountId === null ? null : (names.get(entry.accountId)?.name ?? entry.accountId),
        ms: typeof ms === "number" ? ms : null,
        reason: typeof reason === "string" ? reason : null,
        details,
      };
    });
}

export function acknowledgedOf(entries: readonly JournalEntryView[]): EvidencePack["acknowledged"] {
  const kinds = new Map<string, EvidencePack["acknowledged"][number]>();
  for (const { kind, atMs } of entries) {
    if (!work.has(kind)) continue;
    const present = kinds.get(kind);
    kinds.set(kind, present ? { ...present, count: present.count + 1, lastAtMs: atMs } : { kind, count: 1, firstAtMs: atMs, lastAtMs: atMs });
  }
  return [...kinds.values()];
}

export type SetAsideRow = { opId: string; cause: "stale-epoch" | "late"; epoch: number; kind: string; receivedAtMs: number; body: string; mergedBySeq: number | null };

export function setAsideOf(rows: readonly SetAsideRow[], scope: EvidenceScope): EvidencePack["setAside"] {
  return rows.map(({ body, ...row }) => {
    const { madeAtMs } = JSON.parse(body) as { madeAtMs?: number };
    return { ...row, madeAtMs: madeAtMs ?? null, body: scope === "full" ? body : null };
  });
}

export function tally(outcomes: readonly { outcome: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

import { refusalAdvice } from "@kompeten/shared/attempt";
import type { Acknowledgement, Operation } from "@kompeten/shared/contracts/delivery";
import type { EmergencyContents, EmergencyReport } from "@kompeten/shared/contracts/emergency";

export type Reported = EmergencyReport["operations"][number];
export type Batch = { epoch: number; operations: Operation[] };

/** Neighbours of one epoch together, in their order: what the desk takes in one message. */
export function batchesOf(operations: EmergencyContents["operations"], operationsMax: number): Batch[] {
  const batches: Batch[] = [];
  for (const { epoch, operation } of operations) {
    const last = batches.at(-1);
    if (last && last.epoch === epoch && last.operations.length < operationsMax) last.operations.push(operation);
    else batches.push({ epoch, operations: [operation] });
  }
  return batches;
}

/** What became of one operation; `known`: it was in the journal before this file came. */
export function reported(operation: Operation, acknowledgement: Acknowledgement | undefined, known: boolean): Reported {
  const { opId, kind } = operation;
  // The contents of a file are of these kinds alone.
  const base = { opId, kind: kind as Reported["kind"] };
  if (!acknowledgement) return { ...base, outcome: "not-tried", refusal: null, atMs: null };
  if (acknowledgement.ok) return { ...base, outcome: known ? "already-applied" : "applied", refusal: null, atMs: acknowledgement.atMs };
  const { refusal } = acknowledgement;
  const outcome = refusal === "late" || refusal === "quarantined" ? refusal : refusalAdvice[refusal] === "retry" ? "not-tried" : "not-counted";
  return { ...base, outcome, refusal, atMs: null };
}

export function countsOf(operations: readonly Reported[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of operations) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

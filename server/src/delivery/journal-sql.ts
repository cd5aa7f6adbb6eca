import { canonicalJson, type Json } from "@kompeten/shared/kernel";
import type { JournalOperation, JournalOutcome } from "./journal.types.ts";

/** The call that writes a journal (J6). Casts spell out what the driver cannot know of an array of strings. */
const append = (attempts: string): string =>
  `select ordinal, outcome, seq, at_ms::float8 as "atMs" from journal_append(${attempts}, $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::text[]::jsonb[])`;

export const appendStatement = append("$1::uuid[]");

/**
 * The same as a statement of its own, with the agency set in it: one way to the database and back instead of four. The attempts
 * hang on the setting, so that it is made before the function asks for it.
 */
export const appendAloneStatement = append("case when set_config('app.agency_id', $9, true) <> '' then $1::uuid[] end");

export function appendParameters(operations: readonly JournalOperation[]): unknown[] {
  return [
    operations.map((operation) => operation.attemptId),
    operations.map((operation) => operation.opId),
    operations.map((operation) => operation.epoch),
    operations.map((operation) => operation.accountId),
    operations.map((operation) => operation.draft.kind),
    operations.map((operation) => canonicalJson(operation.draft.body as Json)),
    operations.map((operation) => operation.expectedSeq),
    operations.map((operation) => operation.next && JSON.stringify(operation.next)),
  ];
}

export type AppendRow = { ordinal: number; outcome: JournalOutcome["outcome"]; seq: number | null; atMs: number | null };

/** One outcome for each operation, in their order. */
export function outcomesOf(rows: AppendRow[]): JournalOutcome[] {
  return rows.sort((a, b) => a.ordinal - b.ordinal).map(outcomeOf);
}

function outcomeOf(row: AppendRow): JournalOutcome {
  if (row.outcome === "appended" || row.outcome === "replayed") return { outcome: row.outcome, seq: Number(row.seq), atMs: Number(row.atMs) };
  return { outcome: row.outcome };
}

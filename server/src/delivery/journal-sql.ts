import { canonicalJson, type Json } from "@kompeten/shared/kernel";
import type { JournalOperation, JournalOutcome } from "./journal.types.ts";

/** The one statement that writes a journal (J6). Casts spell out what the driver cannot know of an array of strings. */
export const appendStatement =
  'select ordinal, outcome, seq, at_ms::float8 as "atMs" from journal_append($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::text[]::jsonb[]) order by ordinal';

/**
 * The same as a statement of its own, with the agency set in it: one way to the database and back instead of four. The arrays
 * hang on the setting, so that it is made before the function asks for it.
 */
export const appendAloneStatement = `
  select ordinal, outcome, seq, at_ms::float8 as "atMs"
  from (select set_config('app.agency_id', $9, true) as agency offset 0) scope,
    lateral journal_append(case when scope.agency <> '' then $1::uuid[] end, $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::text[]::jsonb[])
  order by ordinal`;

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

export function outcomeOf(row: AppendRow): JournalOutcome {
  if (row.outcome === "appended" || row.outcome === "replayed") return { outcome: row.outcome, seq: Number(row.seq), atMs: Number(row.atMs) };
  return { outcome: row.outcome };
}

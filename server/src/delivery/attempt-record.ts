import type { Closed } from "@kompeten/shared/attempt";
import { sql, type RawBuilder } from "kysely";

/** The row of an attempt, times in milliseconds. Everything after `windowEndMs` is the journal's projection. */
export type AttemptRecord = {
  id: string;
  agencyId: string;
  enrolmentId: string;
  sittingId: string;
  instrumentVersionId: string;
  accountId: string;
  ordinal: number;
  windowStartMs: number;
  windowEndMs: number;
  state: "waiting" | "running" | "closed";
  epoch: number;
  deviceId: string | null;
  setAsideCount: number;
  lastSeq: number;
  lastHashHex: string;
  startedAtMs: number | null;
  deadlineAtMs: number | null;
  pausedAtMs: number | null;
  closedAtMs: number | null;
  closedReason: Closed["reason"] | null;
};

const ms = (column: string): RawBuilder<unknown> => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

/** The columns of an AttemptRecord; for a query over `attempt a`. */
export const attemptColumns = sql`
  a.id, a.agency_id as "agencyId", a.enrolment_id as "enrolmentId", a.sitting_id as "sittingId", a.instrument_version_id as "instrumentVersionId",
  a.account_id as "accountId", a.ordinal, ${ms("a.window_start")} as "windowStartMs", ${ms("a.window_end")} as "windowEndMs",
  a.state, a.epoch, a.device_id as "deviceId", a.set_aside_count as "setAsideCount", a.last_seq as "lastSeq", encode(a.last_hash, 'hex') as "lastHashHex", ${ms("a.started_at")} as "startedAtMs",
  ${ms("a.deadline_at")} as "deadlineAtMs", ${ms("a.paused_at")} as "pausedAtMs", ${ms("a.closed_at")} as "closedAtMs", a.closed_reason as "closedReason"`;

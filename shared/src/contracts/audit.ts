import { z } from "zod";

const filters = {
  /** Part of the name or login of who did it. */
  person: z.string().trim().max(100).optional(),
  /** The beginning of the action: "identity", "planning.assessment", or all of it. */
  action: z.string().trim().max(100).regex(/^[a-z.-]*$/).optional(),
  subjectKind: z.string().trim().max(60).optional(),
  subjectId: z.string().trim().max(200).optional(),
  /** Dates in the agency's time zone, both inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};

export const auditFilters = z.strictObject(filters);
export type AuditFilters = z.infer<typeof auditFilters>;

export const auditQuery = z
  .strictObject({ ...filters, page: z.coerce.number().int().min(1).max(100_000).default(1), pageSize: z.coerce.number().int().min(1).max(200).default(50) });
export type AuditQuery = z.infer<typeof auditQuery>;

export const auditEntryView = z.strictObject({
  seq: z.int(),
  at: z.iso.datetime(),
  /** Null when the system did it. */
  person: z.strictObject({ id: z.uuid(), name: z.string(), login: z.string() }).nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** What a reader calls the subject, where identity knows it: the name of an account. */
  subjectName: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** SHA-256 in hexadecimal. */
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof auditEntryView>;

export const auditPage = z
  .strictObject({ rows: z.array(auditEntryView), total: z.int(), page: z.int(), pageSize: z.int() })
  .meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof auditPage>;

/** The whole chain of the agency, recomputed from its rows. */
export const auditVerification = z
  .strictObject({
    holds: z.boolean(),
    entries: z.int(),
    /** The first entry that does not fit, and why. `head`: the chain is shorter than its recorded head says. */
    broken: z.strictObject({ seq: z.int(), reason: z.enum(["hash", "gap", "head"]) }).nullable(),
    lastHash: z.string(),
    checkedAt: z.iso.datetime(),
  })
  .meta({ id: "AuditVerification" });
export type AuditVerification = z.infer<typeof auditVerification>;

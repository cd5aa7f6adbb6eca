/**
 * Who may do what: the one table. The server's guards read it, the client asks it what to show, and a test walks every
 * route and socket message against it and against docs/permissions.md. A permission only opens the door; which rows
 * are somebody's own is decided by row-level security and by the use case.
 */
export const roles = [
  "candidate",
  "assessor",
  "lead-assessor",
  "organiser",
  "proctor",
  "author",
  "official",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

const everyone = roles;
const staff = roles.filter((role) => role !== "candidate");

export const permissions = {
  "session.own": everyone,
  "account.manage": ["administrator"],
  "job.manage": ["administrator"],
  "employee.read": ["organiser", "official", "administrator"],
  "employee.import": ["organiser", "administrator"],
  "accommodation.manage": ["organiser"],
  "catalogue.read": staff,
  "instrument.read": ["author", "organiser", "lead-assessor"],
  "instrument.author": ["author"],
  "assessment.read": ["organiser", "proctor", "lead-assessor", "official", "auditor"],
  "assessment.plan": ["organiser"],
  "attempt.own": ["candidate"],
  "attempt.supervise": ["proctor", "organiser"],
  "attempt.extend": ["proctor"],
  "attempt.assist": ["proctor"],
  "attempt.end": ["proctor"],
  "room.record": ["proctor"],
  "attempt.merge": ["lead-assessor"],
  "attempt.rescue": ["proctor"],
  "attempt.evidence": ["lead-assessor", "auditor"],
  "attempt.time-evidence": ["organiser", "proctor"],
  "rating.own": ["assessor", "lead-assessor"],
  "rating.integrate": ["lead-assessor"],
  "result.read": ["official", "auditor"],
  "talent.read": ["official", "auditor"],
  "talent.confirm": ["official"],
  "audit.read": ["auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function rolesMay(held: readonly Role[], permission: Permission): boolean {
  return permissions[permission].some((role) => held.includes(role));
}

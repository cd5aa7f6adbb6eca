/** Kept, because making one is slow and every session that is looked up needs one. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The date at `now` where the agency is, as YYYY-MM-DD. */
export function localDate(now: Date, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  return format.format(now);
}

export type MembershipSpan = { validFrom: string; validUntil: string | null; endedAt: Date | null };

/** Valid from its first to its last day inclusive, unless it was ended. `today` is the agency's date. */
export function isValidOn(membership: MembershipSpan, today: string): boolean {
  return membership.endedAt === null && membership.validFrom <= today && (membership.validUntil === null || membership.validUntil >= today);
}

/**
 * The agency that looks after an account is the one of its oldest valid membership. Only it may set a password:
 * else an agency could take over an account of another one by granting it a membership first.
 */
export function homeAgency(valid: readonly { agencyId: string; createdAt: Date }[]): string | undefined {
  return valid.reduce<{ agencyId: string; createdAt: Date } | undefined>((oldest, one) => (oldest === undefined || one.createdAt < oldest.createdAt ? one : oldest), undefined)?.agencyId;
}

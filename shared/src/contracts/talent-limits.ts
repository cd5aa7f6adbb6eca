/** Limits that server and browser both say aloud; apart from the schemas, so that a page needs no zod for them. */

/** A decision that differs from the proposed box explains itself in at least this many characters. */
export const reasonCharactersMin = 20;

/** Limits that server and browser both say aloud; apart from the schemas, so that a page needs no zod for them. */

/** An evidence note, or the reason where assessors disagree, has at least this many characters (S4). */
export const noteCharactersMin = 20;
export const noteCharactersMax = 4000;
export const reasonCharactersMax = 2000;
/** First ratings this many levels apart are a disagreement (S4). */
export const disagreementLevels = 2;

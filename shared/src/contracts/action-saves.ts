/** How an in-basket action came to be: every save of it and when, each with all that it then said. GET /api/ratings/:id/actions/:actionId/saves. */
import { z } from "zod";
import { actionContent } from "./action.ts";

/** A page is a quarter of an hour of writing at a save every two seconds; what is long takes more pages of fewer saves. */
export const actionSavesMax = 500;
export const actionSavesCharactersMax = 1_000_000;

/** `after`: the seq of the last save of the page before. */
export const actionSavesQuery = z.strictObject({ after: z.coerce.number().int().min(0).optional() });
export type ActionSavesQuery = z.infer<typeof actionSavesQuery>;

const actionSave = z.strictObject({
  seq: z.int(),
  /** After the candidate's start, by when it was made. */
  atSeconds: z.int(),
  /** Taken back by this save; the content is what was taken back. */
  withdrawn: z.boolean(),
  content: actionContent,
});
export type ActionSave = z.infer<typeof actionSave>;

export const actionSaves = z
  .strictObject({
    /** In the order of the journal; the last one is how it stands. */
    saves: z.array(actionSave).max(actionSavesMax),
    /** Whether there are saves after the last of these. */
    more: z.boolean(),
  })
  .meta({ id: "ActionSaves" });
export type ActionSaves = z.infer<typeof actionSaves>;

/**
 * How a written answer came to be: every save and when, each as the difference from the one before, the first from nothing.
 * GET /api/attempts/:id/answers/:itemId/revisions for whoever writes it, GET /api/ratings/:id/answers/:itemId/revisions for whoever rates it.
 */
import { z } from "zod";
import { textEdit } from "./delivery.ts";

/** A page is two hours of writing at a save every three seconds, and a few megabytes even where each save replaces all of it. */
export const revisionsMax = 2500;
export const revisionCharactersMax = 1_000_000;

/** `after`: the seq of the last save of the page before. */
export const textHistoryQuery = z.strictObject({ after: z.coerce.number().int().min(0).optional() });
export type TextHistoryQuery = z.infer<typeof textHistoryQuery>;

const textRevision = z.strictObject({ seq: z.int(), atMs: z.int(), edit: textEdit });
export type TextRevision = z.infer<typeof textRevision>;

export const textHistory = z
  .strictObject({
    startedAtMs: z.int(),
    revisions: z.array(textRevision).max(revisionsMax),
    /** Whether there are saves after the last of these. */
    more: z.boolean(),
  })
  .meta({ id: "TextHistory" });
export type TextHistory = z.infer<typeof textHistory>;

/**
 * How a written answer came to be: what was saved when, each state as the difference from the one before, the first from nothing.
 * GET /api/attempts/:id/answers/:itemId/revisions for whoever writes it, GET /api/ratings/:id/answers/:itemId/revisions for whoever rates it.
 */
import { z } from "zod";
import { textEdit } from "./delivery.ts";

const textRevision = z.strictObject({ seq: z.int(), atMs: z.int(), edit: textEdit });
export type TextRevision = z.infer<typeof textRevision>;

export const textHistory = z.strictObject({ startedAtMs: z.int(), revisions: z.array(textRevision).max(20_000) }).meta({ id: "TextHistory" });
export type TextHistory = z.infer<typeof textHistory>;

/** What candidates told of themselves, as their assessors read it before the interview (T8 of delivery). */
import { z } from "zod";
import { formPaper, localId } from "../paper/index.ts";
import { response } from "./delivery.ts";
import { closedReason } from "./receipts.ts";
import { assessmentSummary, candidateSummary } from "./scoring.ts";

/** `open`: not begun or under way; `absent`: never begun, and its window is over. Read only once it is closed. */
const filledForm = z.discriminatedUnion("state", [
  z.strictObject({ attemptId: z.uuid(), title: z.string(), state: z.enum(["open", "absent"]) }),
  z.strictObject({
    attemptId: z.uuid(),
    title: z.string(),
    state: z.literal("closed"),
    closedAt: z.iso.datetime(),
    closedReason,
    paper: formPaper,
    responses: z.record(localId, response),
  }),
]);
export type FilledForm = z.infer<typeof filledForm>;

/** GET /api/candidate-forms/:enrolmentId */
export const candidateForms = z.strictObject({ assessment: assessmentSummary, candidate: candidateSummary, forms: z.array(filledForm).max(12) }).meta({ id: "CandidateForms" });
export type CandidateForms = z.infer<typeof candidateForms>;

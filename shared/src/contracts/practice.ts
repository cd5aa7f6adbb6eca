import { z } from "zod";
import { paper } from "../paper/index.ts";

/** GET /api/practice (B4): a paper to try answering on, in the browser alone; 404 where the agency has not published one. */
export const practiceView = z.strictObject({ title: z.string(), candidateInstructions: z.string(), limitMs: z.int(), paper }).meta({ id: "Practice" });
export type PracticeView = z.infer<typeof practiceView>;

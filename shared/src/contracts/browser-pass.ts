/** R5: what a candidate's page proves of the browser it is in, and the pass it gets for that. */
import { z } from "zod";
import { refusal } from "./delivery.ts";

/** In which HTTP requests carry the pass. */
export const browserPassHeader = "x-kompeten-browser-pass";

/**
 * POST /api/attempts/:id/browser-pass. What Safe Exam Browser tells of its settings comes in its header of this request; where it sends none, the
 * page gives what it is told: the hashes, and of which address. That is the one it was loaded from or the one it has come to since; versions differ.
 * `requestHash` is that of the Browser Exam Key; absent where the page was told none.
 */
export const browserPassBody = z
  .strictObject({ page: z.strictObject({ urls: z.array(z.url().max(500)).min(1).max(2), configKeyHash: z.string().max(100), requestHash: z.string().max(100).optional(), version: z.string().max(200).nullable() }).nullable() })
  .meta({ id: "BrowserProof" });
export type BrowserPassBody = z.infer<typeof browserPassBody>;
/** For a short while, in this session. Refused it is `browser-not-allowed`, written down, and nothing is lost; `held`: whatever browser asks, until a proctor has decided. */
export const browserPassAnswer = z
  .discriminatedUnion("ok", [z.strictObject({ ok: z.literal(true), pass: z.string(), untilMs: z.int() }), z.strictObject({ ok: z.literal(false), refusal, held: z.boolean() })])
  .meta({ id: "BrowserPass" });
export type BrowserPassAnswer = z.infer<typeof browserPassAnswer>;

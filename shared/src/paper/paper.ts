/** A paper is what a candidate may see of an instrument version: never a key, a weight or a norm. */
import { z } from "zod";
import { blocks, line, localId, prose } from "./block.ts";
import { formPaper } from "./form.ts";
import { item } from "./item.ts";

export const testPaper = z.strictObject({
  kind: z.literal("test"),
  /** What the candidate is given beside the items; absent: nothing. */
  tools: z.array(z.enum(["calculator", "notes"])).max(2).optional(),
  sections: z
    .array(
      z.strictObject({
        id: localId,
        title: line,
        instructions: blocks,
        shuffleItems: z.boolean().default(true),
        /** A clock of its own. Where any section has one, or is forward-only, they are taken one after the other and none is opened again. */
        limitSeconds: z.int().min(30).max(4 * 3600).optional(),
        /** `forward-only`: an item that was left is not gone back to; absent or `free`: as long as the section is open. */
        navigation: z.enum(["free", "forward-only"]).optional(),
        items: z.array(item).min(1).max(200),
      }),
    )
    .min(1)
    .max(20),
});

/** Local date and time inside the exercise's own world, without a zone: "2026-11-30T09:00". */
const fictionalTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

export const inBasketDocument = z.strictObject({
  id: localId,
  kind: z.enum(["email", "memo", "letter", "complaint", "policy", "report", "note"]),
  from: line,
  to: line,
  cc: line.optional(),
  sentAt: fictionalTime,
  /** The document it answers: the two are one thread. */
  inReplyTo: localId.optional(),
  subject: line,
  body: blocks,
  attachments: z.array(z.strictObject({ title: line, body: blocks })).max(5).default([]),
  /** Seconds of working time after the start at which the document arrives; 0: there from the start. */
  arrivesAfterSeconds: z.int().min(0).max(4 * 3600).default(0),
});

export const inBasketPaper = z.strictObject({
  kind: z.literal("in-basket"),
  scenario: z.strictObject({
    role: line,
    organisation: line,
    /** The moment at which the candidate sits down at the desk. */
    now: fictionalTime,
    briefing: blocks,
  }),
  organisationChart: z
    .array(z.strictObject({ id: localId, name: line, position: line, reportsTo: localId.optional() }))
    .min(3)
    .max(60),
  calendar: z
    .array(z.strictObject({ id: localId, title: line, start: fictionalTime, end: fictionalTime, place: line.optional(), movable: z.boolean().default(true) }))
    .max(60),
  documents: z.array(inBasketDocument).min(1).max(40),
});

export const casePaper = z.strictObject({
  kind: z.literal("case"),
  scenario: blocks,
  exhibits: z.array(z.strictObject({ id: localId, title: line, body: blocks })).min(1).max(30),
  questions: z
    .array(
      z.strictObject({
        id: localId,
        interaction: z.literal("extended-text"),
        prompt: prose,
        guidance: prose.optional(),
        minWords: z.int().min(0).max(5000).default(0),
        maxWords: z.int().min(10).max(5000),
      }),
    )
    .min(1)
    .max(20),
});

export const paper = z.discriminatedUnion("kind", [testPaper, inBasketPaper, casePaper, formPaper]);

export type TestPaper = z.infer<typeof testPaper>;
export type InBasketDocument = z.infer<typeof inBasketDocument>;
export type InBasketPaper = z.infer<typeof inBasketPaper>;
export type CasePaper = z.infer<typeof casePaper>;
export type Paper = z.infer<typeof paper>;

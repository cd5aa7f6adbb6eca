/** What a candidate does with documents, as it travels: from the desk to the server, and on to those who rate it. */
import { z } from "zod";
import { actionCharactersMax, annotationCharactersMax } from "../attempt/text-place.ts";
import { localId } from "../paper/index.ts";

const words = z.string().max(actionCharactersMax);
const short = z.string().max(200);
const fictionalTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const grade = z.enum(["low", "medium", "high"]);

/** The members of each kind of action; the meaning is with ActionContent in shared/attempt. */
const contents = {
  reply: { type: z.literal("reply"), to: short, text: words },
  forward: { type: z.literal("forward"), to: short, text: words },
  delegate: { type: z.literal("delegate"), to: short, instruction: words, due: fictionalTime.nullable() },
  schedule: { type: z.literal("schedule"), title: short, start: fictionalTime, end: fictionalTime, place: short.nullable() },
  prioritise: { type: z.literal("prioritise"), urgency: grade.nullable(), importance: grade.nullable() },
  file: { type: z.literal("file"), reason: words.nullable() },
  decide: { type: z.literal("decide"), text: words },
  note: { type: z.literal("note"), text: words },
  ask: { type: z.literal("ask"), to: short, text: words },
  escalate: { type: z.literal("escalate"), to: short, text: words },
  postpone: { type: z.literal("postpone"), until: fictionalTime.nullable(), reason: words },
  link: { type: z.literal("link"), documents: z.array(localId).max(40).readonly(), note: words },
  todo: { type: z.literal("todo"), text: z.string().max(500), done: z.boolean() },
  memo: { type: z.literal("memo"), priorities: z.array(z.strictObject({ documentId: localId, reason: z.string().max(2000) })).max(40).readonly(), text: words },
  annotate: { type: z.literal("annotate"), from: z.int().min(0).max(200_000), quote: z.string().max(2000), colour: z.enum(["yellow", "green", "pink"]), note: z.string().max(annotationCharactersMax) },
};
export const actionTypes = Object.keys(contents) as (keyof typeof contents)[];
const step = { actionId: z.uuid(), documentId: localId.nullable() };

export const action = z.discriminatedUnion("type", [
  z.strictObject({ ...step, ...contents.reply }),
  z.strictObject({ ...step, ...contents.forward }),
  z.strictObject({ ...step, ...contents.delegate }),
  z.strictObject({ ...step, ...contents.schedule }),
  z.strictObject({ ...step, ...contents.prioritise }),
  z.strictObject({ ...step, ...contents.file }),
  z.strictObject({ ...step, ...contents.decide }),
  z.strictObject({ ...step, ...contents.note }),
  z.strictObject({ ...step, ...contents.ask }),
  z.strictObject({ ...step, ...contents.escalate }),
  z.strictObject({ ...step, ...contents.postpone }),
  z.strictObject({ ...step, ...contents.link }),
  z.strictObject({ ...step, ...contents.todo }),
  z.strictObject({ ...step, ...contents.memo }),
  z.strictObject({ ...step, ...contents.annotate }),
  z.strictObject({ ...step, type: z.literal("withdraw") }),
]);

export const actionContent = z.discriminatedUnion("type", [
  z.strictObject(contents.reply),
  z.strictObject(contents.forward),
  z.strictObject(contents.delegate),
  z.strictObject(contents.schedule),
  z.strictObject(contents.prioritise),
  z.strictObject(contents.file),
  z.strictObject(contents.decide),
  z.strictObject(contents.note),
  z.strictObject(contents.ask),
  z.strictObject(contents.escalate),
  z.strictObject(contents.postpone),
  z.strictObject(contents.link),
  z.strictObject(contents.todo),
  z.strictObject(contents.memo),
  z.strictObject(contents.annotate),
]);

export const actionRecord = z.strictObject({
  actionId: z.uuid(),
  documentId: localId.nullable(),
  content: actionContent,
  firstAtMs: z.int(),
  lastAtMs: z.int(),
  revisions: z.int(),
  withdrawn: z.boolean(),
});

import { z } from "zod";

/** A short line of text: a label, a title, an option. */
export const line = z.string().trim().min(1).max(500);
/** Running text of a document; a blank line starts a new paragraph. */
export const prose = z.string().trim().min(1).max(20_000);
/** An identifier inside one paper, unique among its siblings. */
export const localId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

const textBlock = z.strictObject({ type: z.literal("text"), text: prose });
const headingBlock = z.strictObject({ type: z.literal("heading"), text: line });
const listBlock = z.strictObject({
  type: z.literal("list"),
  ordered: z.boolean().default(false),
  items: z.array(prose).min(1).max(50),
});
const tableBlock = z.strictObject({
  type: z.literal("table"),
  caption: line,
  columns: z.array(z.strictObject({ label: line, align: z.enum(["left", "right"]).default("left") })).min(1).max(12),
  rows: z.array(z.array(z.string().max(500)).min(1).max(12)).min(1).max(100),
  note: line.optional(),
});
const chartBlock = z.strictObject({
  type: z.literal("chart"),
  kind: z.enum(["bar", "line"]),
  title: line,
  unit: z.string().max(40),
  categories: z.array(line).min(1).max(60),
  series: z.array(z.strictObject({ name: line, values: z.array(z.number().finite()).min(1).max(60) })).min(1).max(6),
  /** What a reader who cannot see the chart needs to know, without interpreting it. */
  description: prose,
});

/** The picture travels inside the paper: it is there when the line is not, belongs to the version, and no address gives it away. */
const imageBlock = z.strictObject({
  type: z.literal("image"),
  data: z.string().max(400_000).regex(/^data:image\/(png|jpeg|webp|svg\+xml)(;base64)?,[\x21-\x7e]+$/),
  /** In CSS pixels, so that its place is kept before it is drawn. */
  width: z.int().min(16).max(4000),
  height: z.int().min(16).max(4000),
  /** What a reader who cannot see the picture needs to know, without interpreting it. */
  alt: prose,
  caption: line.optional(),
});

/** One piece of a document or stimulus. Plain data, so that it renders the same everywhere and carries no markup. */
export const block = z.discriminatedUnion("type", [textBlock, headingBlock, listBlock, tableBlock, chartBlock, imageBlock]);
export type Block = z.infer<typeof block>;
export const blocks = z.array(block).min(1).max(60);

/**
 * A form: what candidates tell of themselves before the day (a curriculum vitae, a competency questionnaire, critical incidents). No clock and no
 * key. Its items are those of a test that ask for something about oneself, and one more: rows of a table that one makes as many of as one has.
 */
import { z } from "zod";
import { blocks, line, localId, prose } from "./block.ts";
import { choiceItem, extendedTextItem, likertItem, textEntryItem } from "./item.ts";
import { cellCharactersMax } from "./limits.ts";

/** Whether the form counts as complete without it. It can be handed in all the same: nobody is kept from handing in what they have. */
const required = z.boolean().default(false);

/** The protocol's limits of rows. */
export const rowsMax = 40;
export const columnsMax = 10;
/** Of a whole table: it is one answer and travels in one message, of which a character may be three bytes of 512 KiB. */
const tableCharactersMax = 120_000;

export const rowsItem = z
  .strictObject({
    interaction: z.literal("rows"),
    id: localId,
    prompt: prose,
    guidance: prose.optional(),
    required,
    /** What one row is, as its heading and its buttons say it: "Jabatan". */
    rowName: line.max(60),
    minRows: z.int().min(0).max(rowsMax).default(0),
    maxRows: z.int().min(1).max(rowsMax),
    columns: z
      .array(
        z.strictObject({
          id: localId,
          label: line.max(80),
          /** `long`: several lines. `year`: four digits. */
          format: z.enum(["text", "long", "year"]).default("text"),
          hint: line.max(160).optional(),
          required,
        }),
      )
      .min(1)
      .max(columnsMax),
  })
  .refine((item) => item.minRows <= item.maxRows, { error: "more rows asked for than allowed" })
  .refine((item) => item.maxRows * item.columns.length * cellCharactersMax <= tableCharactersMax, { error: `at most ${tableCharactersMax / cellCharactersMax} cells in a table: fewer rows or fewer columns` });

export const formItem = z.discriminatedUnion("interaction", [
  choiceItem.extend({ required }),
  likertItem.extend({ required }),
  textEntryItem.extend({ required }),
  extendedTextItem.extend({ required }),
  rowsItem,
]);

export const formPaper = z.strictObject({
  kind: z.literal("form"),
  sections: z
    .array(z.strictObject({ id: localId, title: line, instructions: blocks.optional(), items: z.array(formItem).min(1).max(60) }))
    .min(1)
    .max(20),
});

export type RowsItem = z.infer<typeof rowsItem>;
export type FormItem = z.infer<typeof formItem>;
export type FormPaper = z.infer<typeof formPaper>;

/**
 * A pasted list of NIPs. Rows are lines; where a line holds several columns, as pasted from a spreadsheet, the one with
 * the most digits is the NIP. Lines without a digit are headings. Spaces inside a NIP are how people write it.
 */
export function nipsOfPaste(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const columns = line.split(/[\t;,]/).map((column) => column.trim().replace(/^['’]/, ""));
    const digits = (column: string) => column.replaceAll(/\D/g, "").length;
    const best = columns.reduce((most, column) => (digits(column) > digits(most) ? column : most), "");
    return digits(best) === 0 ? [] : [best.slice(0, 60)];
  });
}

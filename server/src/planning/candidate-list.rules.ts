/** A list of NIPs as organisers bring it: pasted, or one column of a spreadsheet. Pure. */
export type ListedNip = { row: number; nip: string };
export type CheckedNip = ListedNip & { state: "ok" | "malformed" | "unknown" | "repeated" | "enrolled" };

/** Spaces, dots and a leading apostrophe are how people write a NIP; what is left must be 18 digits. */
export function normaliseNip(text: string): string {
  return text.replaceAll(/[\s.'’-]/g, "");
}

/**
 * The column headed "NIP", or else the first; a first row without a digit is a heading. Empty rows are skipped, and rows keep
 * the numbers the spreadsheet shows.
 */
export function nipsOfSheet(rows: readonly (readonly string[])[]): ListedNip[] {
  const headings = rows[0]?.map((cell) => cell.trim().toLowerCase()) ?? [];
  const named = headings.indexOf("nip");
  const column = Math.max(named, 0);
  const headed = named >= 0 || !/\d/.test(rows[0]?.[column] ?? "");
  return rows.flatMap((row, index) => {
    const nip = normaliseNip(row[column] ?? "");
    return nip === "" || (headed && index === 0) ? [] : [{ row: index + 1, nip }];
  });
}

/** What would become of each row; the first of several equal ones counts. */
export function checkNips(listed: readonly ListedNip[], known: ReadonlySet<string>, enrolled: ReadonlySet<string>): CheckedNip[] {
  const seen = new Set<string>();
  return listed.map(({ row, nip }) => {
    const repeated = seen.has(nip);
    seen.add(nip);
    const state = !/^\d{18}$/.test(nip) ? "malformed" : repeated ? "repeated" : !known.has(nip) ? "unknown" : enrolled.has(nip) ? "enrolled" : "ok";
    return { row, nip, state };
  });
}

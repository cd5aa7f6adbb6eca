/**
 * A number as people write it in Indonesian: comma before the decimals, points between thousands ("1.250,5"). A single point
 * that cannot stand between thousands ("2.5") is read as a decimal point, as a keypad gives it. Null for anything else.
 */
export function numberIn(text: string): number | null {
  const written = text.trim().replace(/\s/g, "").replace(/^\u2212/, "-");
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(written);
  if (grouped) return Number(written.replaceAll(".", "").replace(",", "."));
  return /^-?\d+([.,]\d+)?$/.test(written) ? Number(written.replace(",", ".")) : null;
}

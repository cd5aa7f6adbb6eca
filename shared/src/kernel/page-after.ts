type Extent<T> = { max: number; charactersMax: number; charactersOf: (one: T) => number };

/** As many as one answer may carry, from the first after this seq; at least one where there is one. */
export function pageAfter<T extends { seq: number }>(all: readonly T[], afterSeq: number, { max, charactersMax, charactersOf }: Extent<T>): { page: T[]; more: boolean } {
  const rest = all.filter(({ seq }) => seq > afterSeq);
  let characters = 0;
  const over = rest.findIndex((one, index) => (characters += charactersOf(one)) > charactersMax && index > 0);
  const count = Math.min(over < 0 ? rest.length : over, max);
  return { page: rest.slice(0, count), more: count < rest.length };
}

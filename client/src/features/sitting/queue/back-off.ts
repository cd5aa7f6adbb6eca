const firstMs = 400;
/** Whatever the length of an outage, people wait less than 5 s after it: the longest pause, and the way there and back. */
const longestMs = 2_000;

/** How long to wait before try number `tries` (from 1): doubling, with half of it left to chance so that a room does not come back all at once. */
export function backOffMs(tries: number, random: () => number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(tries - 1, 10));
  return Math.round(full / 2 + (full / 2) * random());
}

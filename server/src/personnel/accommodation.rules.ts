/** Extra time on a limit, in milliseconds: a share of it to the whole minute, in the candidate's favour. */
export function extraMs(limitMs: number, extraPercent: number): number {
  return Math.ceil((limitMs * extraPercent) / 100 / 60_000) * 60_000;
}

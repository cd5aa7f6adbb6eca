/** What an input of type datetime-local holds, read as wall-clock time of the agency, whatever the proctor's computer believes. */
export function localTimeOf(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(ms).replace(" ", "T");
}

/** Indonesia's zones have no summer time, so the offset of the time itself is the offset at the time asked for. NaN for what is no time. */
export function instantOf(local: string, timeZone: string): number {
  const asUtcMs = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtcMs)) return Number.NaN;
  return asUtcMs - (Date.parse(`${localTimeOf(asUtcMs, timeZone)}Z`) - Math.floor(asUtcMs / 60_000) * 60_000);
}

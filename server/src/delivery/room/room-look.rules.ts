import type { RoomPush, SupervisedAttempt } from "@kompeten/shared/contracts/supervision";

/** What one look at the database says of an attempt; from `seq` it is seen whether there is more to read. */
export type Look = Pick<SupervisedAttempt, "line" | "lineSinceMs" | "roundTripMs" | "unsaved" | "awaySinceMs" | "awayCount"> & { seq: number; aside: number };
export type RowDelta = RoomPush["attempts"][number];

const numberOf = (text: string | undefined): number | null => (text === undefined || text === "-" ? null : Number(text));

/** One line: id, seq, set aside, times away, line (1 on, 0 off, - none), since, round trip, unsaved, away since. */
export function lookOf(line: string): Look {
  const [, seq, aside, awayCount, open, since, roundTrip, unsaved, awaySince] = line.split(" ");
  const isOn = open === "1";
  return {
    seq: Number(seq),
    aside: Number(aside),
    awayCount: Number(awayCount),
    line: isOn ? "on" : open === "0" ? "off" : "none",
    lineSinceMs: numberOf(since),
    roundTripMs: isOn ? numberOf(roundTrip) : null,
    unsaved: numberOf(unsaved) ?? 0,
    // Of a browser that does not reach us nobody knows where its page is.
    awaySinceMs: isOn ? numberOf(awaySince) : null,
  };
}

/** The members that are not as they were; undefined where all are. Those that are objects never change. */
export function deltaOf(before: SupervisedAttempt | undefined, after: SupervisedAttempt): RowDelta | undefined {
  if (!before) return after;
  const changed = Object.entries(after).filter(([name, value]) => typeof value !== "object" || value === null ? value !== before[name as keyof SupervisedAttempt] : false);
  return changed.length === 0 ? undefined : { attemptId: after.attemptId, ...Object.fromEntries(changed) };
}

/** One delta per attempt, in the order in which they were read: a push names each attempt once. */
export function together(deltas: readonly RowDelta[]): RowDelta[] {
  const merged = new Map<string, RowDelta>();
  for (const delta of deltas) merged.set(delta.attemptId, { ...merged.get(delta.attemptId), ...delta });
  return [...merged.values()];
}

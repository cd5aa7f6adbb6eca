/** What decides whether a candidate may begin: the sitting's options, as the attempt was prepared with, and what the proctor did. */
export type EntryFacts = {
  windowStartMs: number;
  proctorStarts: boolean;
  /** After the start of the room, or of the window where nobody starts it. */
  closesMs: number | null;
  roomStartedMs: number | null;
  /** The last word of the proctor. */
  identity: "confirmed" | "refused" | null;
  admitted: boolean;
  /** Whoever has begun one instrument of the sitting is in. */
  begun: boolean;
};
export type EntryRefusal = "room-not-started" | "entry-closed" | "identity-refused";

/** R3, R4. */
export function entryRefusal(facts: EntryFacts, nowMs: number): EntryRefusal | undefined {
  if (facts.identity === "refused") return "identity-refused";
  if (facts.proctorStarts && facts.roomStartedMs === null) return "room-not-started";
  if (facts.begun || facts.admitted || facts.closesMs === null) return undefined;
  const openedMs = facts.proctorStarts ? (facts.roomStartedMs ?? 0) : facts.windowStartMs;
  return nowMs >= openedMs + facts.closesMs ? "entry-closed" : undefined;
}

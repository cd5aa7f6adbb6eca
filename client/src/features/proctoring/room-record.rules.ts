import type { RoomEntry } from "@kompeten/shared/contracts/room-record";
import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";

type Of<K extends RoomEntry["kind"]> = Extract<RoomEntry, { kind: K }>;
/** One deed of a proctor, to however many it went. */
export type SentMessage = { opId: string; atMs: number; by: string; text: string; toAll: boolean; to: number; read: number };
/** What the record says of one candidate. */
export type Marks = { incidents: number; unread: number; /** R5: for a wrong hash, until somebody decides. */ held: boolean };
export type RecordView = {
  messages: SentMessage[];
  incidents: Of<"incident">[];
  marks: ReadonlyMap<string, Marks>;
  /** R3: by sitting. */
  startedMs: ReadonlyMap<string, number>;
  /** R4: the last word on each candidate. */
  identity: ReadonlyMap<string, Of<"identity">>;
  admitted: ReadonlySet<string>;
  /** R5: who may go on without Safe Exam Browser. */
  exempted: ReadonlySet<string>;
  /** Newest first; what was said to everybody included. */
  ofCandidate: (seat: { enrolmentId: string; sittingId: string }) => { entry: Exclude<RoomEntry, { kind: "message-read" }>; readAtMs: number | null }[];
};

const none: Marks = { incidents: 0, unread: 0, held: false };

/** R1: the record as a room shows it; newest first. */
export function recordView(record: readonly RoomEntry[], attempts: readonly SupervisedAttempt[]): RecordView {
  const seats = new Map<string, Set<string>>();
  for (const { sittingId, enrolmentId } of attempts) seats.set(sittingId, (seats.get(sittingId) ?? new Set()).add(enrolmentId));
  const readings = new Map<string, Map<string, number>>();
  for (const entry of record) if (entry.kind === "message-read" && entry.enrolmentId !== null) readings.set(entry.messageId, (readings.get(entry.messageId) ?? new Map()).set(entry.enrolmentId, entry.atMs));
  const marks = new Map<string, Marks>();
  const mark = (enrolmentId: string, name: "incidents" | "unread") => marks.set(enrolmentId, { ...(marks.get(enrolmentId) ?? none), [name]: (marks.get(enrolmentId)?.[name] ?? 0) + 1 });
  const hold = (enrolmentId: string, held: boolean) => marks.set(enrolmentId, { ...(marks.get(enrolmentId) ?? none), held });
  const messages = new Map<string, SentMessage>();
  const incidents: Of<"incident">[] = [];
  const startedMs = new Map<string, number>();
  const identity = new Map<string, Of<"identity">>();
  const admitted = new Set<string>();
  const exempted = new Set<string>();
  for (const entry of record) {
    if (entry.kind === "incident") {
      incidents.push(entry);
      if (entry.enrolmentId !== null) mark(entry.enrolmentId, "incidents");
    }
    if (entry.kind === "room-started" && entry.sittingId !== null && !startedMs.has(entry.sittingId)) startedMs.set(entry.sittingId, entry.atMs);
    if (entry.kind === "identity" && entry.enrolmentId !== null) identity.set(entry.enrolmentId, entry);
    if (entry.kind === "admitted" && entry.enrolmentId !== null) admitted.add(entry.enrolmentId);
    if (entry.kind === "browser-exempted" && entry.enrolmentId !== null) exempted.add(entry.enrolmentId);
    if ((entry.kind === "browser-exempted" || entry.kind === "browser-released") && entry.enrolmentId !== null) hold(entry.enrolmentId, false);
    if (entry.kind === "browser-checked" && entry.outcome === "mismatch" && entry.request && entry.enrolmentId !== null && !exempted.has(entry.enrolmentId)) hold(entry.enrolmentId, true);
    if (entry.kind !== "message") continue;
    const addressees = entry.enrolmentId === null ? [...(seats.get(entry.sittingId ?? "") ?? [])] : [entry.enrolmentId];
    const readers = readings.get(entry.entryId);
    const unread = addressees.filter((enrolmentId) => !readers?.has(enrolmentId));
    for (const enrolmentId of unread) mark(enrolmentId, "unread");
    const before = messages.get(entry.opId) ?? { opId: entry.opId, atMs: entry.atMs, by: entry.by, text: entry.text, toAll: entry.enrolmentId === null, to: 0, read: 0 };
    messages.set(entry.opId, { ...before, to: before.to + addressees.length, read: before.read + addressees.length - unread.length });
  }
  return {
    messages: [...messages.values()].reverse(),
    incidents: incidents.reverse(),
    marks,
    startedMs,
    identity,
    admitted,
    exempted,
    ofCandidate: ({ enrolmentId, sittingId }) =>
      record
        .flatMap((entry) => {
          const concerns = entry.enrolmentId === null ? entry.sittingId === sittingId : entry.enrolmentId === enrolmentId;
          if (!concerns || entry.kind === "message-read") return [];
          return [{ entry, readAtMs: readings.get(entry.entryId)?.get(enrolmentId) ?? null }];
        })
        .reverse(),
  };
}

export const marksOf = (view: RecordView, { enrolmentId }: { enrolmentId: string }): Marks => view.marks.get(enrolmentId) ?? none;

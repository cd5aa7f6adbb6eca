/** Sittings while they are edited: the form holds what the inputs hold, and is converted when it is sent. Pure. */
import type { PlannedInstrument, PlannedSitting, SittingsBody, TimeZone } from "@kompeten/shared/contracts/planning";

export type SittingForm = {
  /** Also for sittings that are not saved yet: React needs to tell them apart. */
  key: string;
  id: string | undefined;
  title: string;
  place: string;
  /** As datetime-local writes it, in the sitting's own zone: "2026-11-24T09:00"; empty while nothing is chosen. */
  start: string;
  end: string;
  timeZone: TimeZone;
  proctorStarts: boolean;
  /** As the input holds it; empty for no limit. */
  entryClosesMinutes: number | string;
  safeExamBrowser: boolean;
  instrumentVersionIds: string[];
};

/** Indonesia's zones have kept these offsets since 1988 and know no summer time, so no zone database is needed here. */
const offsetHours = { "Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9 } as const satisfies Record<TimeZone, number>;
export const zones = Object.keys(offsetHours) as TimeZone[];

export function toLocal(instant: string, timeZone: TimeZone): string {
  return new Date(Date.parse(instant) + offsetHours[timeZone] * 3_600_000).toISOString().slice(0, 16);
}

/** Undefined while the input holds no time. */
export function toInstant(local: string, timeZone: TimeZone): string | undefined {
  const time = Date.parse(`${local.slice(0, 16)}:00+0${offsetHours[timeZone]}:00`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** With `instruments`, those that were taken out of the assessment since are left out: saving again is what mends the sitting. */
export function formOf(sittings: readonly PlannedSitting[], instruments?: readonly Pick<PlannedInstrument, "versionId">[]): SittingForm[] {
  const still = (id: string) => instruments === undefined || instruments.some(({ versionId }) => versionId === id);
  return sittings.map(({ id, title, place, windowStart, windowEnd, timeZone, proctorStarts, entryClosesMinutes, safeExamBrowser, instrumentVersionIds }) => ({
    key: id, id, title, place: place ?? "", start: toLocal(windowStart, timeZone), end: toLocal(windowEnd, timeZone), timeZone, proctorStarts, entryClosesMinutes: entryClosesMinutes ?? "", safeExamBrowser, instrumentVersionIds: instrumentVersionIds.filter(still),
  }));
}

export const neededMinutes = (instrumentVersionIds: readonly string[], instruments: readonly Pick<PlannedInstrument, "versionId" | "durationSeconds">[]): number =>
  Math.ceil(instruments.filter(({ versionId }) => instrumentVersionIds.includes(versionId)).reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? 0), 0) / 60);

/** Undefined until both ends are there. */
export function windowMinutes({ start, end, timeZone }: Pick<SittingForm, "start" | "end" | "timeZone">): number | undefined {
  const from = toInstant(start, timeZone);
  const to = toInstant(end, timeZone);
  return from === undefined || to === undefined ? undefined : Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}

/** The end that is proposed: the instruments one after the other and half an hour to arrive, up to the next quarter. */
export function proposedEnd(start: string, needed: number): string {
  const time = Date.parse(`${start}Z`);
  if (Number.isNaN(time)) return "";
  const quarter = 15 * 60_000;
  return new Date(Math.ceil((time + (needed + 30) * 60_000) / quarter) * quarter).toISOString().slice(0, 16);
}

/** How long forms lie open where nobody says otherwise. */
const formDays = 14;

export const holdsFormsOnly = (instrumentVersionIds: readonly string[], instruments: readonly Pick<PlannedInstrument, "versionId" | "durationSeconds">[]): boolean =>
  instrumentVersionIds.length > 0 && instruments.every(({ versionId, durationSeconds }) => durationSeconds === null || !instrumentVersionIds.includes(versionId));

export function proposedFormsEnd(start: string): string {
  const time = Date.parse(`${start.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? "" : `${new Date(time + formDays * 86_400_000).toISOString().slice(0, 10)}T16:00`;
}

/** A new one begins the morning after the last one, or the next day, and holds what no other sitting holds yet: forms by themselves, for two weeks. */
export function nextSitting(others: readonly SittingForm[], instruments: readonly PlannedInstrument[], given: { key: string; title: string; today: string; timeZone: TimeZone }): SittingForm {
  const latest = others.map(({ start }) => start.slice(0, 10)).filter(Boolean).sort().at(-1) ?? given.today;
  const day = new Date(Date.parse(`${latest}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const held = new Set(others.flatMap(({ instrumentVersionIds }) => instrumentVersionIds));
  const left = instruments.filter(({ versionId }) => !held.has(versionId));
  const wanted = left.length > 0 ? left : instruments;
  const timed = wanted.filter(({ durationSeconds }) => durationSeconds !== null);
  const instrumentVersionIds = (timed.length > 0 ? timed : wanted).map(({ versionId }) => versionId);
  const start = `${day}T08:00`;
  const last = others.at(-1);
  if (wanted.length > 0 && timed.length === 0) {
    return { key: given.key, id: undefined, title: given.title, place: "", start, end: proposedFormsEnd(start), timeZone: last?.timeZone ?? given.timeZone, proctorStarts: false, entryClosesMinutes: "", safeExamBrowser: false, instrumentVersionIds };
  }
  return { key: given.key, id: undefined, title: given.title, place: last?.place ?? "", start, end: proposedEnd(start, neededMinutes(instrumentVersionIds, instruments)), timeZone: last?.timeZone ?? given.timeZone, proctorStarts: last?.proctorStarts ?? false, entryClosesMinutes: last?.entryClosesMinutes ?? "", safeExamBrowser: last?.safeExamBrowser ?? false, instrumentVersionIds };
}

export type SittingFault = "title" | "start" | "end" | "backwards" | "too-short" | "instruments";

/** What the server would refuse, so that it is said beside the field before anything is sent. */
export function faultsOf(sitting: SittingForm, instruments: readonly Pick<PlannedInstrument, "versionId" | "durationSeconds">[]): Set<SittingFault> {
  const faults = new Set<SittingFault>();
  const window = windowMinutes(sitting);
  if (sitting.title.trim().length < 3) faults.add("title");
  if (toInstant(sitting.start, sitting.timeZone) === undefined) faults.add("start");
  if (toInstant(sitting.end, sitting.timeZone) === undefined) faults.add("end");
  if (window !== undefined && window <= 0) faults.add("backwards");
  else if (window !== undefined && window < neededMinutes(sitting.instrumentVersionIds, instruments)) faults.add("too-short");
  if (sitting.instrumentVersionIds.length === 0) faults.add("instruments");
  return faults;
}

/** Only for sittings without faults. */
export function bodyOf(sittings: readonly SittingForm[]): SittingsBody["sittings"] {
  return sittings.map(({ id, title, place, start, end, timeZone, proctorStarts, entryClosesMinutes, safeExamBrowser, instrumentVersionIds }) => ({
    ...(id === undefined ? {} : { id }),
    title: title.trim(),
    place: place.trim() || null,
    windowStart: toInstant(start, timeZone) ?? "",
    windowEnd: toInstant(end, timeZone) ?? "",
    timeZone,
    proctorStarts,
    entryClosesMinutes: typeof entryClosesMinutes === "number" ? entryClosesMinutes : null,
    safeExamBrowser,
    instrumentVersionIds,
  }));
}

/** Moves one of a list by one place; at the ends it stays. */
export function shifted<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const [taken] = next.splice(index, 1);
  if (taken === undefined) return next;
  next.splice(Math.max(0, Math.min(list.length - 1, index + by)), 0, taken);
  return next;
}

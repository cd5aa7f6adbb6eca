import { answeredCount } from "@kompeten/shared/attempt";
import type { RoomEntry } from "@kompeten/shared/contracts/room-record";
import { supervisedAttempt, type RoomSitting, type SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { assert } from "@kompeten/shared/kernel";
import type { InstrumentVersionView } from "../../authoring/index.ts";
import type { Held } from "../attempt-states.service.ts";
import { deltaOf, lookOf, type Look, type RowDelta } from "./room-look.rules.ts";

export type RoomMembers = { assessmentId: string; sittingIds: readonly string[] };

/** What a reading asks, in the unit of work it is read in. */
export type RoomSource = {
  /** `hasNews`: whether the record may have entries that came since. */
  lines(room: RoomMembers, sinceMs: number): Promise<{ lines: string[]; total: number; hasNews: boolean }>;
  held(wanted: ReadonlyMap<string, number>): Promise<Map<string, Held>>;
  asideCounts(attemptIds: readonly string[]): Promise<Map<string, AsideCounts>>;
  record(room: RoomMembers, sinceMs: number): Promise<RoomEntry[]>;
  names(accountIds: readonly string[]): Promise<Map<string, { name: string; login: string }>>;
  versions(versionIds: readonly string[]): Promise<Map<string, InstrumentVersionView>>;
  total(versionId: string): Promise<number>;
};
export type AsideCounts = Pick<SupervisedAttempt, "setAside" | "late" | "lateCounted">;
type Members = { assessmentId: string; sittings: readonly RoomSitting[]; sittingIds: readonly string[]; enrolmentIds: ReadonlySet<string> };

export type RoomNews = { attempts: RowDelta[]; record: RoomEntry[] };

const noneAside: AsideCounts = { setAside: 0, late: 0, lateCounted: 0 };

/** One room, read again and again: what was known stays known, and only what has changed is computed. */
export class RoomReading {
  /** R1: by entry, in the order of time. */
  readonly record = new Map<string, RoomEntry>();
  readonly rows = new Map<string, SupervisedAttempt>();
  total = 0;
  readonly sittings: readonly RoomSitting[];
  private readonly members: Members;
  private readonly source: RoomSource;
  private recordedMs = 0;
  private readonly lines = new Map<string, string>();
  private readonly names = new Map<string, { name: string; login: string }>();
  private readonly versions = new Map<string, InstrumentVersionView>();

  constructor(source: RoomSource, members: Members) {
    this.source = source;
    this.members = members;
    this.sittings = members.sittings;
  }

  /** In a unit of work of the room's agency. Gives what is not as it was. */
  async read(): Promise<RoomNews> {
    const { lines, total, hasNews } = await this.source.lines(this.members, this.recordedMs);
    this.total = total;
    const entries = hasNews ? await this.source.record(this.members, this.recordedMs) : [];
    const attempts = await this.readAttempts(lines);
    return { attempts, record: this.takeIn(entries) };
  }

  private takeIn(entries: readonly RoomEntry[]): RoomEntry[] {
    const seated = new Set([...this.rows.values()].map(({ enrolmentId }) => enrolmentId));
    const added = entries.filter(({ entryId, enrolmentId }) => !this.record.has(entryId) && (enrolmentId === null || seated.has(enrolmentId)));
    for (const entry of added) this.record.set(entry.entryId, entry);
    this.recordedMs = Math.max(this.recordedMs, entries.at(-1)?.atMs ?? 0);
    return added;
  }

  private async readAttempts(lines: readonly string[]): Promise<RowDelta[]> {
    const changed = new Map<string, string>();
    for (const line of lines) {
      const id = line.slice(0, line.indexOf(" "));
      if (this.lines.get(id) !== line) changed.set(id, line);
    }
    if (changed.size === 0) return [];
    const deltas = await this.compute(new Map([...changed].map(([id, line]) => [id, lookOf(line)])));
    // Only now: what failed on the way is seen again at the next look.
    for (const [id, line] of changed) this.lines.set(id, line);
    return deltas;
  }

  private async compute(looks: ReadonlyMap<string, Look>): Promise<RowDelta[]> {
    const held = await this.source.held(new Map([...looks].map(([id, { seq }]) => [id, seq])));
    await this.learn([...held.values()]);
    const aside = await this.source.asideCounts([...looks].filter(([, { aside }]) => aside > 0).map(([id]) => id));
    const rows: SupervisedAttempt[] = [];
    for (const [id, look] of looks) {
      const one = held.get(id);
      // Withdrawn candidates are no longer shown.
      if (!one || !this.members.enrolmentIds.has(one.record.enrolmentId)) continue;
      rows.push(await this.row(one, look, aside.get(id) ?? noneAside));
    }
    // Only now: what fails on the way is told by the next reading.
    const deltas = rows.flatMap((row) => deltaOf(this.rows.get(row.attemptId), row) ?? []);
    for (const row of rows) this.rows.set(row.attemptId, row);
    return deltas;
  }

  private async learn(held: readonly Held[]): Promise<void> {
    const people = [...new Set(held.map(({ record }) => record.accountId))].filter((id) => !this.names.has(id));
    for (const [id, name] of await this.source.names(people)) this.names.set(id, name);
    const versions = [...new Set(held.map(({ record }) => record.instrumentVersionId))].filter((id) => !this.versions.has(id));
    for (const [id, version] of await this.source.versions(versions)) this.versions.set(id, version);
  }

  private async row({ record, attempt }: Held, look: Look, aside: AsideCounts): Promise<SupervisedAttempt> {
    const { line, lineSinceMs, roundTripMs, unsaved, awaySinceMs, awayCount } = look;
    const before = this.rows.get(record.id);
    const version = this.versions.get(record.instrumentVersionId);
    const name = this.names.get(record.accountId);
    assert(version && name, "an attempt has a version and an account");
    const time = attempt.state === "waiting" ? { startedAtMs: null, ...attempt } : attempt.time;
    const row = {
      attemptId: record.id,
      sittingId: record.sittingId,
      enrolmentId: record.enrolmentId,
      candidate: before?.candidate ?? { accountId: record.accountId, ...name },
      instrument: before?.instrument ?? { versionId: version.id, kind: version.kind, title: version.title },
      ordinal: record.ordinal,
      state: attempt.state,
      noticeAcknowledged: attempt.state !== "waiting" || attempt.noticeId === null || attempt.noticeAcknowledgedAtMs !== null,
      answered: attempt.state === "waiting" ? 0 : answeredCount(attempt.work),
      total: before?.total ?? (await this.source.total(version.id)),
      startedAtMs: time.startedAtMs,
      deadlineMs: attempt.state === "running" ? attempt.deadlineMs : null,
      withoutLimit: time.limitMs === null,
      pausedSinceMs: attempt.state === "running" ? attempt.pausedSinceMs : null,
      timeUnacknowledged: attempt.state === "running" && attempt.timeSeq > attempt.timeAcknowledgedSeq,
      closedAtMs: attempt.state === "closed" ? attempt.closedAtMs : null,
      closedReason: attempt.state === "closed" ? attempt.reason : null,
      extensionsMs: time.extensionsMs,
      accommodationsMs: time.accommodationsMs,
      line,
      lineSinceMs,
      roundTripMs,
      unsaved,
      awaySinceMs,
      awayCount,
      ...aside,
    };
    // A column that comes to the attempt does not leak to the room: strict, once, at the first sight of each.
    return before ? row : supervisedAttempt.parse(row);
  }
}

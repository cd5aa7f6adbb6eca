import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { decide, limitOf, type Refusal } from "@kompeten/shared/attempt";
import { lobbyView, type LobbyView, type NoticeBody } from "@kompeten/shared/contracts/lobby";
import { assert, ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Instruments, type InstrumentVersionView } from "../authoring/index.ts";
import { Configurations } from "../catalogue/index.ts";
import { Assessments, type AssessmentView, type SittingView } from "../planning/index.ts";
import { UnitOfWork } from "../platform/index.ts";
import type { AttemptActor } from "./acknowledgement.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { Desk } from "./desk.service.ts";
import type { EntryRefusal } from "./room/entry.rules.ts";
import { RoomEntry } from "./room/entry.service.ts";
import { ServerTime } from "./server-time.service.ts";

/** The candidate's lobby: which sittings, which attempts in which order, and what stands in the way of starting. */
@Injectable()
export class Lobby {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly assessments: Assessments,
    private readonly instruments: Instruments,
    private readonly configurations: Configurations,
    private readonly desk: Desk,
    private readonly entry: RoomEntry,
    private readonly time: ServerTime,
  ) {}

  async view(actor: AttemptActor): Promise<LobbyView> {
    const held = [...(await this.states.readable(await this.ownAttempts(actor))).values()];
    const versions = await this.instruments.versions([...new Set(held.map(({ record }) => record.instrumentVersionId))]);
    const sittings = await this.assessments.sittingHeadings([...new Set(held.map(({ record }) => record.sittingId))]);
    const views = new Map((await this.assessments.views([...new Set(sittings.map((sitting) => sitting.assessmentId))])).map((view) => [view.id, view]));
    const serverNowMs = this.time.nowMs();
    const kept = await this.entry.refusals(held, serverNowMs);
    const shown = [];
    for (const sitting of sittings.toSorted((a, b) => a.windowStart.getTime() - b.windowStart.getTime())) {
      const assessment = views.get(sitting.assessmentId);
      assert(assessment, "a sitting has an assessment");
      const own = held.filter(({ record }) => record.sittingId === sitting.id).toSorted((a, b) => a.record.ordinal - b.record.ordinal);
      const attempts = own.map((one) => attemptOf(one, { versions, own, nowMs: serverNowMs, kept: kept.get(one.record.id) }));
      const windowEndMs = Math.max(sitting.windowEnd.getTime(), ...own.map(({ attempt }) => attempt.windowEndMs));
      shown.push({ ...headOf(sitting, assessment), windowEndMs, notice: await this.noticeOf(own), attempts });
    }
    return lobbyView.parse({ serverNowMs, sittings: shown });
  }

  /** Acknowledges the notice for every waiting attempt of the sitting at once; a resend changes nothing (J3). */
  async acknowledgeNotice(actor: AttemptActor, sittingId: string, body: NoticeBody): Promise<Result<void, "not-found" | Refusal>> {
    const held = await this.units.run(actor, async () => this.states.readable(await this.ownAttempts(actor, sittingId)));
    if (held.size === 0) return refuse("not-found");
    for (const { record, attempt } of held.values()) {
      if (attempt.state !== "waiting" || attempt.noticeAcknowledgedAtMs !== null) continue;
      const answer = await this.desk.acknowledgeNotice(actor, record.id, body.noticeId, body.opId);
      if (!answer.ok) return refuse(answer.refusal);
    }
    return ok(undefined);
  }

  private async ownAttempts(actor: AttemptActor, sittingId?: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select id from attempt where account_id = ${actor.accountId} and (${sittingId ?? null}::uuid is null or sitting_id = ${sittingId ?? null}::uuid)
      order by window_start desc, ordinal limit 500`.execute(this.em.getKysely());
    return rows.map(({ id }) => id);
  }

  /** The notice that the attempts were prepared with: acknowledged once none that waits is without it. */
  private async noticeOf(own: readonly Held[]): Promise<unknown> {
    const waiting = own.flatMap(({ attempt }) => (attempt.state === "waiting" && attempt.noticeId !== null ? [attempt] : []));
    const noticeId = waiting[0]?.noticeId;
    if (noticeId === undefined || noticeId === null) return null;
    const { version, title, purposes, body } = await this.configurations.notice(noticeId);
    return { noticeId, version, title, purposes, body, acknowledged: waiting.every((attempt) => attempt.noticeAcknowledgedAtMs !== null) };
  }
}

function headOf(sitting: Pick<SittingView, "id" | "title" | "place" | "windowStart" | "timeZone" | "safeExamBrowser">, assessment: AssessmentView) {
  const { id, title, place, windowStart, timeZone, safeExamBrowser } = sitting;
  return { sittingId: id, title, assessmentTitle: assessment.title, place, windowStartMs: windowStart.getTime(), timeZone, safeExamBrowser };
}

function attemptOf({ record, attempt }: Held, given: { versions: Map<string, InstrumentVersionView>; own: readonly Held[]; nowMs: number; kept: EntryRefusal | undefined }) {
  const version = given.versions.get(record.instrumentVersionId);
  assert(version, "an attempt has an instrument version");
  const waiting = attempt.state === "waiting";
  const time = waiting ? { startedAtMs: null, ...attempt } : attempt.time;
  const before = limitOf(attempt) !== null && given.own.some((other) => other.record.ordinal < record.ordinal && other.attempt.state !== "closed");
  const start = decide(attempt, { kind: "start" }, given.nowMs);
  return {
    attemptId: record.id,
    epoch: attempt.epoch,
    ordinal: record.ordinal,
    instrument: { versionId: version.id, kind: version.kind, title: version.title, candidateInstructions: version.candidateInstructions },
    state: attempt.state,
    limitMs: time.limitMs === null ? null : time.limitMs + time.accommodationsMs + time.extensionsMs,
    startedAtMs: time.startedAtMs,
    deadlineMs: attempt.state === "running" ? attempt.deadlineMs : null,
    closedAtMs: attempt.state === "closed" ? attempt.closedAtMs : null,
    closedReason: attempt.state === "closed" ? attempt.reason : null,
    startRefusal: !waiting ? null : before ? "previous-instrument-open" : start.ok ? (given.kept ?? null) : start.refusal,
  };
}

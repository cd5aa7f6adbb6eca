import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { answeredCount, decide } from "@kompeten/shared/attempt";
import { supervisionView, type ExtensionBody, type ExtensionView, type SupervisionView } from "@kompeten/shared/contracts/supervision";
import { assert, ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Instruments, type InstrumentVersionView } from "../authoring/index.ts";
import { Accounts } from "../identity/index.ts";
import { Assessments } from "../planning/index.ts";
import { afterCommit, Audit, currentAgencyId, newId } from "../platform/index.ts";
import { AttemptAudience } from "./attempt-audience.ts";
import { AttemptNews } from "./attempt-news.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { nextOf } from "./attempt-verdict.rules.ts";
import { JournalReader } from "./journal-reader.service.ts";
import { Journal } from "./journal.service.ts";
import { PaperShelf } from "./paper-shelf.service.ts";
import { ServerTime } from "./server-time.service.ts";

/** What a proctor sees and may do; in the running unit of work. */
@Injectable()
export class Supervision {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly journal: Journal,
    private readonly reader: JournalReader,
    private readonly assessments: Assessments,
    private readonly instruments: Instruments,
    private readonly accounts: Accounts,
    private readonly shelf: PaperShelf,
    private readonly audience: AttemptAudience,
    private readonly news: AttemptNews,
    private readonly audit: Audit,
    private readonly time: ServerTime,
  ) {}

  /** Every attempt of an assessment with its progress; never an answer. Undefined for an assessment that is not there. */
  async view(assessmentId: string): Promise<SupervisionView | undefined> {
    if (!(await this.assessments.view(assessmentId))) return undefined;
    const enrolments = await this.assessments.enrolments(assessmentId);
    const held = [...(await this.states.fresh(await this.attemptsOf(enrolments.map(({ id }) => id)))).values()];
    const names = await this.accounts.namesOf([...new Set(held.map(({ record }) => record.accountId))]);
    const versions = await this.instruments.versions([...new Set(held.map(({ record }) => record.instrumentVersionId))]);
    const attempts = [];
    for (const one of held) {
      const version = versions.get(one.record.instrumentVersionId);
      const name = names.get(one.record.accountId);
      assert(version && name, "an attempt has a version and an account");
      attempts.push({ ...(await this.progress(one, version)), candidate: { accountId: one.record.accountId, ...name } });
    }
    return supervisionView.parse({ serverNowMs: this.time.nowMs(), attempts });
  }

  /** T1: more time for one attempt, as an entry with author and reason. With the same opId again nothing more is given. */
  async extend(actor: { accountId: string }, attemptId: string, body: ExtensionBody): Promise<Result<ExtensionView, "not-found" | "closed" | "busy">> {
    const opId = body.opId ?? newId();
    // The first writing locks the attempt's row, so that a second decision cannot be overtaken again.
    for (let tries = 0; tries < 3; tries++) {
      const held = await this.states.one(attemptId);
      if (!held) return refuse("not-found");
      if ((await this.reader.written(attemptId, [opId])).has(opId)) return ok({ attemptId, deadlineMs: deadlineOf(held) });
      const decided = decide(held.attempt, { kind: "extend", ms: body.minutes * 60_000, reason: body.reason }, this.time.nowMs());
      if (!decided.ok) return refuse("closed");
      const next = nextOf(held.attempt, decided.value, this.time.nowMs());
      const [done] = await this.journal.appendWithin([{ attemptId, opId, epoch: held.attempt.epoch, accountId: actor.accountId, draft: decided.value, expectedSeq: held.attempt.seq, next }]);
      if (done?.outcome === "not-running") return refuse("closed");
      if (done?.outcome !== "appended") continue;
      await this.audit.record({ action: "delivery.attempt.extended", subjectKind: "attempt", subjectId: attemptId, details: { minutes: body.minutes, reason: body.reason, seq: done.seq } });
      const agencyId = currentAgencyId();
      afterCommit(() => this.news.tell({ agencyId, attemptId }));
      return ok({ attemptId, deadlineMs: next?.deadlineAtMs ?? null });
    }
    return refuse("busy");
  }

  private async attemptsOf(enrolmentIds: string[]): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select id from attempt where enrolment_id = any(${enrolmentIds}::uuid[]) order by sitting_id, account_id, ordinal limit 5000`.execute(this.em.getKysely());
    return rows.map(({ id }) => id);
  }

  private async progress({ record, attempt }: Held, version: InstrumentVersionView) {
    const { outline } = await this.shelf.get(version.id);
    const time = attempt.state === "waiting" ? { startedAtMs: null, ...attempt } : attempt.time;
    return {
      attemptId: record.id,
      sittingId: record.sittingId,
      enrolmentId: record.enrolmentId,
      instrument: { versionId: version.id, kind: version.kind, title: version.title },
      ordinal: record.ordinal,
      state: attempt.state,
      noticeAcknowledged: attempt.state !== "waiting" || attempt.noticeId === null || attempt.noticeAcknowledgedAtMs !== null,
      answered: attempt.state === "waiting" ? 0 : answeredCount(attempt.work),
      total: Math.max(outline.items.size, outline.documents.size),
      startedAtMs: time.startedAtMs,
      deadlineMs: deadlineOf({ record, attempt }),
      closedAtMs: attempt.state === "closed" ? attempt.closedAtMs : null,
      closedReason: attempt.state === "closed" ? attempt.reason : null,
      extensionsMs: time.extensionsMs,
      accommodationsMs: time.accommodationsMs,
      connected: this.audience.isConnected(record.id),
    };
  }
}

function deadlineOf({ attempt }: Held): number | null {
  return attempt.state === "running" ? attempt.deadlineMs : null;
}

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { answeredCount } from "@kompeten/shared/attempt";
import { supervisionView, type SupervisionView } from "@kompeten/shared/contracts/supervision";
import { assert } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Instruments, type InstrumentVersionView } from "../authoring/index.ts";
import { Accounts } from "../identity/index.ts";
import { Assessments } from "../planning/index.ts";
import { AttemptAudience } from "./attempt-audience.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { PaperShelf } from "./paper-shelf.service.ts";
import { ServerTime } from "./server-time.service.ts";

/** What a proctor sees; in the running unit of work. */
@Injectable()
export class Supervision {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly assessments: Assessments,
    private readonly instruments: Instruments,
    private readonly accounts: Accounts,
    private readonly shelf: PaperShelf,
    private readonly audience: AttemptAudience,
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
      pausedSinceMs: attempt.state === "running" ? attempt.pausedSinceMs : null,
      timeUnacknowledged: attempt.state === "running" && attempt.timeSeq > attempt.timeAcknowledgedSeq,
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

import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { setAsideList, setAsideView, supervisedMax, type MergeBody, type SetAsideList, type SetAsideView } from "@kompeten/shared/contracts/supervision";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Instruments } from "../authoring/index.ts";
import { Accounts } from "../identity/index.ts";
import { Assessments } from "../planning/index.ts";
import { Audit, currentAccountId } from "../platform/index.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { GivenResults } from "./given-results.ts";
import { SetAsideWork, type MergeRefusal } from "./set-aside.service.ts";

type ListRow = { attemptId: string; enrolmentId: string; sittingId: string; accountId: string; versionId: string; state: string; setAside: number; merged: number; lastReceivedAtMs: number };

/** J5: the lead of an assessment reads what was set aside of its attempts, and lets it count, with a reason. In the running unit of work. */
@Injectable()
export class Merging {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly assessments: Assessments,
    private readonly accounts: Accounts,
    private readonly instruments: Instruments,
    private readonly setAside: SetAsideWork,
    private readonly results: GivenResults,
    private readonly audit: Audit,
  ) {}

  /** Of the assessments that the actor leads; never what was set aside. */
  async list(): Promise<SetAsideList> {
    const led = await this.assessments.assessmentsLedBy(currentAccountId());
    const plans = new Map<string, { assessment: string; over: boolean }>();
    for (const { id, title, state } of led) for (const sitting of await this.assessments.sittings(id)) plans.set(sitting.id, { assessment: title, over: state === "closed" });
    const { rows } = await sql<ListRow>`
      select a.id as "attemptId", a.enrolment_id as "enrolmentId", a.sitting_id as "sittingId", a.account_id as "accountId", a.instrument_version_id as "versionId", a.state, a.set_aside_count as "setAside",
        (select count(*)::int from merged_operation m where m.attempt_id = a.id) as merged,
        (select round(extract(epoch from max(s.received_at)) * 1000)::float8 from set_aside_operation s where s.attempt_id = a.id) as "lastReceivedAtMs"
      from attempt a where a.sitting_id = any(${[...plans.keys()]}::uuid[]) and a.set_aside_count > 0
      order by a.set_aside_count > (select count(*) from merged_operation m where m.attempt_id = a.id) desc, "lastReceivedAtMs" desc limit ${supervisedMax}`.execute(this.em.getKysely());
    if (rows.length === 0) return { attempts: [] };
    const given = await this.results.among([...new Set(rows.map(({ enrolmentId }) => enrolmentId))]);
    const names = await this.accounts.namesOf([...new Set(rows.map(({ accountId }) => accountId))]);
    const versions = await this.instruments.versions([...new Set(rows.map(({ versionId }) => versionId))]);
    return setAsideList.parse({
      attempts: rows.map(({ enrolmentId, sittingId, accountId, versionId, ...row }) => ({ ...row, ...plans.get(sittingId), ...(given.has(enrolmentId) ? { over: true } : {}), candidate: names.get(accountId), instrument: versions.get(versionId)?.title })),
    });
  }

  /** Undefined for all but the assessment's own lead, who is told what a stranger is told. */
  async view(attemptId: string): Promise<SetAsideView | undefined> {
    const held = await this.led(attemptId);
    if (!held) return undefined;
    const operations = await this.setAside.of(attemptId);
    await this.audit.record({ action: "delivery.set-aside.read", subjectKind: "attempt", subjectId: attemptId, details: { operations: operations.length } });
    return setAsideView.parse({ attemptId, deadlineMs: held.record.deadlineAtMs, operations: operations.map(({ deed, ...one }) => ({ ...one, deed: told(deed) })) });
  }

  async merge(attemptId: string, { opIds, reason }: MergeBody): Promise<Result<{ seqs: number[] }, MergeRefusal>> {
    if (!(await this.led(attemptId))) return refuse("not-found");
    const wanted = new Set(opIds);
    const operations = (await this.setAside.of(attemptId)).filter(({ opId }) => wanted.has(opId));
    if (operations.length < wanted.size || operations.some(({ mergedSeq }) => mergedSeq !== null)) return refuse("not-set-aside");
    const merged = await this.setAside.merge(attemptId, { accountId: currentAccountId(), reason, operations });
    if (!merged.ok) return merged;
    await this.audit.record({ action: "delivery.set-aside.merged", subjectKind: "attempt", subjectId: attemptId, details: { seqs: merged.value.seqs, reason } });
    return ok(merged.value);
  }

  private async led(attemptId: string): Promise<Held | undefined> {
    const held = await this.states.one(attemptId);
    const [sitting] = held ? await this.assessments.sittingHeadings([held.record.sittingId]) : [];
    const assessment = sitting && (await this.assessments.view(sitting.assessmentId));
    return assessment?.leadAccountId === currentAccountId() ? held : undefined;
  }
}

/** Without when it was said to be made, which stands beside it. */
function told({ kind, body }: { kind: string; body: { madeAtMs?: number } }) {
  const { madeAtMs: _, ...told } = body;
  return { kind, ...told };
}

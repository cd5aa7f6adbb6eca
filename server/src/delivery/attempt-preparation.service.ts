import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable, Logger } from "@nestjs/common";
import { decide, orderPaper, sectionPlanOf, type SectionPlan } from "@kompeten/shared/attempt";
import { assert } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { randomInt } from "node:crypto";
import { Instruments, type InstrumentVersionView } from "../authoring/index.ts";
import { Assessments, type AssessmentView, type EnrolmentView, type SittingView } from "../planning/index.ts";
import { Accommodations, extraMs } from "../personnel/index.ts";
import { Clock, currentAgencyId, newId } from "../platform/index.ts";
import { AttemptStates } from "./attempt-states.service.ts";
import { Journal } from "./journal.service.ts";
import type { JournalOperation } from "./journal.types.ts";
import { PaperShelf } from "./paper-shelf.service.ts";

export const assessmentOpenedJob = "planning.assessment-opened";

type Planned = { enrolment: EnrolmentView & { accountId: string }; sitting: SittingView; version: InstrumentVersionView; ordinal: number };
type Tables = { attempt: { id: string; agency_id: string; enrolment_id: string; sitting_id: string; instrument_version_id: string; account_id: string; seed: number; ordinal: number; limit_ms: number | null; window_start: Date; window_end: Date } };

/**
 * T6: when an assessment is opened, one attempt per enrolment and instrument of its sittings is made ready, with its seed and
 * its limit. A second run adds what is new, such as candidates enrolled later, and touches nothing else.
 */
@Injectable()
export class AttemptPreparation {
  private readonly logger = new Logger("AttemptPreparation");

  constructor(
    private readonly em: EntityManager,
    private readonly assessments: Assessments,
    private readonly instruments: Instruments,
    private readonly journal: Journal,
    private readonly shelf: PaperShelf,
    private readonly states: AttemptStates,
    private readonly accommodations: Accommodations,
    private readonly clock: Clock,
  ) {}

  /** In a unit of work of the assessment's agency. Gives the number of attempts made. */
  async prepare(assessmentId: string): Promise<number> {
    const assessment = await this.assessments.view(assessmentId);
    if (assessment?.state !== "open") return 0;
    let made = 0;
    for (const planned of chunks(await this.planned(assessment), 500)) made += await this.make(planned, assessment);
    return made;
  }

  private async planned(assessment: AssessmentView): Promise<Planned[]> {
    const sittings = await this.assessments.sittings(assessment.id);
    const enrolments = new Map((await this.assessments.enrolments(assessment.id)).map((enrolment) => [enrolment.id, enrolment]));
    const versions = await this.instruments.versions([...new Set(sittings.flatMap((sitting) => sitting.instrumentVersionIds))]);
    return sittings.flatMap((sitting) =>
      sitting.enrolmentIds.flatMap((enrolmentId) => {
        const enrolment = enrolments.get(enrolmentId);
        if (!enrolment) return []; // withdrawn
        const { accountId } = enrolment;
        if (accountId === null) {
          this.logger.warn(`enrolment ${enrolmentId} has no account: no attempt can be made ready`);
          return [];
        }
        return sitting.instrumentVersionIds.map((versionId, index) => {
          const version = versions.get(versionId);
          assert(version, `instrument version ${versionId} of sitting ${sitting.id}`);
          return { enrolment: { ...enrolment, accountId }, sitting, version, ordinal: index + 1 };
        });
      }),
    );
  }

  private async make(planned: Planned[], assessment: AssessmentView): Promise<number> {
    if (planned.length === 0) return 0;
    const rows = planned.map(({ enrolment, sitting, version, ordinal }) => ({
      id: newId(),
      agency_id: currentAgencyId(),
      enrolment_id: enrolment.id,
      sitting_id: sitting.id,
      instrument_version_id: version.id,
      account_id: enrolment.accountId,
      seed: randomInt(2 ** 31),
      ordinal,
      limit_ms: version.durationSeconds === null ? null : version.durationSeconds * 1000,
      window_start: sitting.windowStart,
      window_end: sitting.windowEnd,
    }));
    const kysely = this.em.getKysely<Tables>();
    const made = await kysely.insertInto("attempt").values(rows).onConflict((conflict) => conflict.columns(["enrolment_id", "instrument_version_id"]).doNothing()).returning("id").execute();
    const employees = new Map(planned.map(({ enrolment }) => [enrolment.id, enrolment.employeeId]));
    const sittings = new Map(planned.map(({ sitting }) => [sitting.id, sitting]));
    const ids = new Set(made.map(({ id }) => id));
    for (const versionId of new Set(rows.map((row) => row.instrument_version_id))) await this.shelf.get(versionId);
    const operations = rows.filter((row) => ids.has(row.id)).map((row): JournalOperation => {
      const sections = this.sectionPlan(row.instrument_version_id, row.seed);
      const times = { limitMs: row.limit_ms, windowStartMs: row.window_start.getTime(), windowEndMs: row.window_end.getTime() };
      const decided = decide(null, { kind: "prepare", ...times, seed: row.seed, noticeId: assessment.noticeId, offlineWindowMs: assessment.offlineWindowMinutes * 60_000, ...(sections ? { sections } : {}), ...entryOf(sittings.get(row.sitting_id)) }, 0);
      assert(decided.ok, "an attempt that does not exist yet can be prepared");
      return { attemptId: row.id, opId: newId(), epoch: 1, accountId: null, draft: decided.value, expectedSeq: 0, next: null };
    });
    const outcomes = await this.journal.appendWithin(operations.toSorted((a, b) => (a.attemptId < b.attemptId ? -1 : 1)));
    assert(outcomes.every(({ outcome }) => outcome === "appended"), "a new attempt takes its first entry");
    await this.accommodate(new Map(rows.filter(({ id }) => ids.has(id)).map((row) => [row.id, employees.get(row.enrolment_id) as string])));
    return operations.length;
  }

  /** T7: kept in the journal, so that what was open when follows from it alone. */
  private sectionPlan(versionId: string, seed: number): SectionPlan[] | undefined {
    const paper = this.shelf.present(versionId)?.paper;
    assert(paper, "the paper is on the shelf");
    return paper.kind === "test" ? sectionPlanOf(orderPaper(paper, seed)) : undefined;
  }

  /** T1: what was granted after attempts were prepared, for those that still wait. A second run gives nothing twice. */
  async accommodateEmployee(employeeId: string): Promise<void> {
    const enrolments = await this.assessments.enrolmentsOfEmployees([employeeId]);
    const { rows } = await sql<{ id: string }>`
      select id from attempt where enrolment_id = any(${enrolments.map(({ id }) => id)}::uuid[]) and state = 'waiting' and window_end > clock_timestamp()`.execute(this.em.getKysely());
    await this.accommodate(new Map(rows.map(({ id }) => [id, employeeId])));
  }

  /** Extra time by the register, to attempts that have none, as an entry with its reason and who recorded it. */
  private async accommodate(employeeOf: ReadonlyMap<string, string>): Promise<void> {
    const inForce = await this.accommodations.inForce([...new Set(employeeOf.values())], this.clock.now());
    const concerned = [...employeeOf].filter(([, employeeId]) => inForce.has(employeeId)).map(([attemptId]) => attemptId);
    const operations = [...(await this.states.fresh(concerned))].flatMap(([attemptId, { attempt }]): JournalOperation[] => {
      const given = inForce.get(employeeOf.get(attemptId) ?? "");
      // T8: a share of no limit is nothing.
      if (!given || attempt.state !== "waiting" || attempt.limitMs === null || attempt.accommodationsMs > 0) return [];
      const ms = extraMs(attempt.limitMs, given.extraPercent);
      const decided = decide(attempt, { kind: "accommodate", ms, reason: `${given.reason} (${given.extraPercent}%, disetujui ${given.approvedBy})` }, 0);
      assert(decided.ok, "an attempt that waits can be accommodated");
      return [{ attemptId, opId: newId(), epoch: attempt.epoch, accountId: given.recordedBy, draft: decided.value, expectedSeq: attempt.seq, next: null }];
    });
    const outcomes = await this.journal.appendWithin(operations.toSorted((a, b) => (a.attemptId < b.attemptId ? -1 : 1)));
    // What moved on in between is looked at again when the job is tried again.
    if (outcomes.some(({ outcome }) => outcome === "stale")) throw new Error("an attempt changed while it was accommodated");
  }
}

/** R3, R5: said only where there is something to say, so that other attempts begin as they always did. */
function entryOf(sitting: SittingView | undefined) {
  return {
    ...(sitting?.proctorStarts ? { proctorStarts: true as const } : {}),
    ...(sitting?.entryClosesMinutes ? { entryClosesMs: sitting.entryClosesMinutes * 60_000 } : {}),
    ...(sitting?.safeExamBrowser ? { safeExamBrowser: true as const } : {}),
  };
}

function* chunks<T>(values: T[], size: number): Generator<T[]> {
  for (let from = 0; from < values.length; from += size) yield values.slice(from, from + size);
}

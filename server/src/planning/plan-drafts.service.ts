import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { BasicsBody, InstrumentsBody, MatrixBody, NewAssessmentBody, SittingsBody } from "@kompeten/shared/contracts/planning";
import { ok } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Instruments, type InstrumentVersionView } from "../authoring/index.ts";
import { Configurations } from "../catalogue/index.ts";
import { Accounts } from "../identity/index.ts";
import { Audit, Clock, currentAgencyId, currentScope, newId } from "../platform/index.ts";
import { Assessment, AssessmentInstrument, MatrixCell } from "./assessment.entity.ts";
import { EnrolmentSitting } from "./enrolment.entity.ts";
import { PlanEditor, refusePlan, type PlanOutcome } from "./plan-editor.service.ts";
import { windowRoom } from "./plan.rules.ts";
import { Sitting, SittingInstrument } from "./sitting.entity.ts";

type Basics = Pick<NewAssessmentBody, "title" | "purpose" | "standardsId" | "standardCode" | "offlineWindowMinutes">;

/** The first four steps of a plan: purpose, instruments, matrix, sittings. Each is saved whole and may be half-finished. */
@Injectable()
export class PlanDrafts {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly editor: PlanEditor,
    private readonly accounts: Accounts,
    private readonly configurations: Configurations,
    private readonly instruments: Instruments,
  ) {}

  async create(basics: Basics): Promise<PlanOutcome<string>> {
    const chosen = await this.configurationsFor(basics);
    if (!chosen.ok) return chosen;
    const id = newId();
    const number = await this.nextNumber();
    this.em.create(
      Assessment,
      {
        id, agencyId: currentAgencyId(), number, state: "draft", ...chosen.value,
        leadAccountId: null, version: 1, createdBy: currentScope().accountId, createdAt: this.clock.now(), openedBy: null, openedAt: null,
      },
      { persist: true },
    );
    await this.em.flush();
    await this.audit.record({ action: "planning.assessment.created", subjectKind: "assessment", subjectId: id, details: { number, title: basics.title } });
    return ok(id);
  }

  basics(id: string, { version, ...basics }: BasicsBody): Promise<PlanOutcome> {
    return this.editor.change({ id, version, in: "draft", action: "planning.assessment.basics-changed" }, async (assessment) => {
      const chosen = await this.configurationsFor(basics);
      if (!chosen.ok) return chosen;
      Object.assign(assessment, chosen.value);
      return ok(undefined);
    });
  }

  /** Prefills the matrix for what is new: every competency the instrument measures and the position requires. */
  chooseInstruments(id: string, body: InstrumentsBody): Promise<PlanOutcome> {
    return this.editor.change({ id, version: body.version, in: "draft", action: "planning.assessment.instruments-changed" }, async (assessment) => {
      const versions = await this.instruments.versions(body.versionIds);
      const chosen = [...new Set(body.versionIds)].flatMap((versionId) => versions.get(versionId) ?? []);
      if (chosen.length !== body.versionIds.length || chosen.some((version) => version.state !== "published")) return refusePlan("unknown-instrument");
      const before = await this.em.find(MatrixCell, { assessmentId: id }, { disableIdentityMap: true });
      const known = new Set((await this.em.find(AssessmentInstrument, { assessmentId: id }, { disableIdentityMap: true })).map((one) => one.instrumentVersionId));
      await this.em.nativeDelete(AssessmentInstrument, { assessmentId: id });
      const agencyId = currentAgencyId();
      if (chosen.length > 0) await this.em.insertMany(AssessmentInstrument, chosen.map((version, ordinal) => ({ agencyId, assessmentId: id, instrumentVersionId: version.id, ordinal })));
      const kept = before.filter((cell) => chosen.some((version) => version.id === cell.instrumentVersionId)).map((cell) => ({ versionId: cell.instrumentVersionId, competency: cell.competency }));
      const standard = await this.configurations.standard(assessment.standardsId, assessment.standardCode);
      const added = chosen.filter((version) => !known.has(version.id)).flatMap((version) => version.competencies.filter((code) => code in (standard?.required ?? {})).map((competency) => ({ versionId: version.id, competency })));
      await this.writeMatrix(id, [...kept, ...added]);
      return ok(undefined);
    });
  }

  matrix(id: string, body: MatrixBody): Promise<PlanOutcome> {
    return this.editor.change({ id, version: body.version, in: "draft", action: "planning.assessment.matrix-changed" }, async () => {
      const planned = await this.planned(id);
      for (const cell of body.cells) {
        const instrument = planned.get(cell.versionId);
        if (!instrument) return refusePlan("unknown-instrument");
        if (!instrument.competencies.includes(cell.competency)) return refusePlan("cell-not-measured", { instrument: instrument.title, competency: cell.competency });
      }
      await this.em.nativeDelete(MatrixCell, { assessmentId: id });
      await this.writeMatrix(id, body.cells);
      return ok(undefined);
    });
  }

  /** Sittings keep their id, and with it their candidates, as long as they are sent along. */
  sittings(id: string, body: SittingsBody): Promise<PlanOutcome> {
    return this.editor.change({ id, version: body.version, in: "draft", action: "planning.assessment.sittings-changed" }, async () => {
      const refused = fault(body.sittings, [...(await this.planned(id)).values()]);
      if (refused) return refused;
      const existing = new Map((await this.em.find(Sitting, { assessmentId: id }, { disableIdentityMap: true })).map((sitting) => [sitting.id, sitting]));
      if (body.sittings.some((sitting) => sitting.id !== undefined && !existing.has(sitting.id))) return refusePlan("unknown-sitting");
      const keptIds = new Set(body.sittings.map((sitting) => sitting.id));
      const gone = { $in: [...existing.keys()].filter((sittingId) => !keptIds.has(sittingId)) };
      await this.em.nativeDelete(EnrolmentSitting, { sittingId: gone });
      await this.em.nativeDelete(SittingInstrument, { sittingId: { $in: [...existing.keys()] } });
      await this.em.nativeDelete(Sitting, { id: gone });
      const agencyId = currentAgencyId();
      for (const { id: sittingId, instrumentVersionIds, windowStart, windowEnd, ...rest } of body.sittings) {
        const values = { ...rest, windowStart: new Date(windowStart), windowEnd: new Date(windowEnd) };
        const own = sittingId ?? newId();
        if (sittingId === undefined) await this.em.insert(Sitting, { id: own, agencyId, assessmentId: id, ...values });
        else await this.em.nativeUpdate(Sitting, { id: own }, values);
        await this.em.insertMany(SittingInstrument, instrumentVersionIds.map((instrumentVersionId, ordinal) => ({ agencyId, sittingId: own, instrumentVersionId, ordinal })));
      }
      return ok(undefined);
    });
  }

  private async writeMatrix(assessmentId: string, cells: readonly { versionId: string; competency: string }[]): Promise<void> {
    const unique = new Map(cells.map((cell) => [`${cell.versionId} ${cell.competency}`, cell]));
    const agencyId = currentAgencyId();
    const rows = [...unique.values()].map(({ versionId, competency }) => ({ agencyId, assessmentId, instrumentVersionId: versionId, competency }));
    if (rows.length > 0) await this.em.insertMany(MatrixCell, rows);
  }

  private async planned(assessmentId: string): Promise<Map<string, InstrumentVersionView>> {
    const rows = await this.em.find(AssessmentInstrument, { assessmentId }, { disableIdentityMap: true });
    return this.instruments.versions(rows.map((row) => row.instrumentVersionId));
  }

  /** Categories follow the purpose; dictionary and notice are the ones in force now. */
  private async configurationsFor(basics: Basics): Promise<PlanOutcome<Basics & Pick<Assessment, "dictionaryId" | "jpmCategoriesId" | "noticeId">>> {
    const now = this.clock.now();
    const standards = await this.configurations.find(basics.standardsId);
    if (standards?.summary.kind !== "position-standards" || !(await this.configurations.standard(basics.standardsId, basics.standardCode))) return refusePlan("unknown-standard");
    const dictionary = await this.configurations.current("competency-dictionary", now);
    const categories = await this.configurations.current("jpm-categories", now, { purpose: basics.purpose });
    const notice = await this.configurations.current("notice", now);
    if (!dictionary || !categories || !notice) return refusePlan("catalogue-incomplete");
    return ok({ ...basics, dictionaryId: dictionary.id, jpmCategoriesId: categories.id, noticeId: notice.id });
  }

  /** "PK-2026-0001": gapless per agency and year; the lock lets two organisers take two numbers. */
  private async nextNumber(): Promise<string> {
    const prefix = `PK-${(await this.accounts.today()).slice(0, 4)}-`;
    const kysely = this.em.getKysely<{ assessment: { number: string } }>();
    await sql`select pg_advisory_xact_lock(hashtext(${`assessment number ${currentAgencyId()}`}))`.execute(kysely);
    const { last } = await kysely.selectFrom("assessment").select((select) => select.fn.max("number").as("last")).where("number", "like", `${prefix}%`).executeTakeFirstOrThrow();
    return `${prefix}${String((last === null ? 0 : Number(last.slice(prefix.length))) + 1).padStart(4, "0")}`;
  }
}

/** What no later step could repair: times that run backwards, a window too short for its instruments. */
function fault(sittings: SittingsBody["sittings"], instruments: readonly InstrumentVersionView[]): Extract<PlanOutcome, { ok: false }> | undefined {
  const durations = instruments.map(({ id, durationSeconds }) => ({ versionId: id, durationSeconds }));
  for (const sitting of sittings) {
    if (sitting.instrumentVersionIds.some((id) => !durations.some((instrument) => instrument.versionId === id))) return refusePlan("unknown-instrument");
    const room = windowRoom({ ...sitting, windowStart: new Date(sitting.windowStart), windowEnd: new Date(sitting.windowEnd) }, durations);
    if (room.windowMinutes <= 0) return refusePlan("window-backwards", { sitting: sitting.title });
    if (room.windowMinutes < room.neededMinutes) return refusePlan("window-too-short", { sitting: sitting.title, ...room });
  }
  return undefined;
}

import { EntityManager, LockMode } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { ConsensusBody, IntegrationBoard, IntegrationList } from "@kompeten/shared/contracts/scoring";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Accounts } from "../identity/index.ts";
import { assessmentEndJob, Assessments, type AssessmentView, type EnrolmentView } from "../planning/index.ts";
import { Audit, Clock, currentAccountId, currentAgencyId, Jobs } from "../platform/index.ts";
import { assessmentSummary, Candidates } from "./candidates.service.ts";
import { Consensus, Integration } from "./integration.entity.ts";
import { agreedLevels, boardOf, progressOf, type CandidateEvidence } from "./integration.rules.ts";
import { IntegrationEvidence } from "./integration-evidence.service.ts";
import { Integrations } from "./integrations.service.ts";
import { refuseConsensus, type ConsensusRefusal } from "./rating.rules.ts";

export type DecisionRefusal = "not-found" | "board-not-open" | "integration-closed" | "unknown-competency" | ConsensusRefusal;
export type ClosingRefusal = "not-found" | "board-not-open" | "integration-closed";
export type Undecided = { readonly ok: false; readonly refusal: "consensus-incomplete"; readonly missing: string[] };

/** The lead's integration of one candidate at a time: evidence side by side, one agreed level per competency, closed for good. */
@Injectable()
export class IntegrationBoards {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly accounts: Accounts,
    private readonly assessments: Assessments,
    private readonly candidates: Candidates,
    private readonly evidence: IntegrationEvidence,
    private readonly integrations: Integrations,
  ) {}

  /** Every candidate of the assessments the caller leads, with progress only: no level is read for it. */
  async list(): Promise<IntegrationList> {
    const led = (await this.assessments.assessmentsLedBy(currentAccountId())).filter((assessment) => assessment.state !== "draft");
    const assessments: IntegrationList["assessments"] = [];
    for (const assessment of led) {
      const enrolments = await this.assessments.enrolments(assessment.id);
      const evidence = await this.evidence.of(assessment, enrolments);
      const names = await this.names(evidence);
      assessments.push({ assessment: assessmentSummary(assessment), candidates: evidence.map((candidate) => progressOf(candidate, names)) });
    }
    return { assessments };
  }

  /** One candidate's board; without levels until it may be opened (S2). Reading levels is audited. */
  async board(enrolmentId: string): Promise<Result<IntegrationBoard, "not-found">> {
    const led = await this.led(enrolmentId);
    if (!led) return refuse("not-found");
    const [evidence] = await this.evidence.of(led.assessment, [led.enrolment]);
    if (!evidence) return refuse("not-found");
    const names = await this.names([evidence]);
    const progress = progressOf(evidence, names);
    const standardTitle = (await this.candidates.standard(led.assessment))?.title ?? null;
    const open = progress.state === "ready" || progress.state === "closed";
    if (open) await this.audit.record({ action: "scoring.board.read", subjectKind: "enrolment", subjectId: enrolmentId });
    return ok({ assessment: assessmentSummary(led.assessment), hasForms: await this.candidates.haveForms(led.assessment), progress, board: open ? { ...boardOf(evidence, names), standardTitle } : null });
  }

  /** Agrees one competency's level, again if need be, until the integration is closed (S4). */
  async decide(enrolmentId: string, decision: ConsensusBody): Promise<Result<void, DecisionRefusal>> {
    const opened = await this.openForChange(enrolmentId);
    if (!opened.ok) return opened;
    const { evidence } = opened.value;
    const competency = evidence.competencies.find((candidate) => candidate.competency === decision.competency);
    if (!competency) return refuse("unknown-competency");
    const board = boardOf(evidence, new Map()).competencies.find((candidate) => candidate.competency === decision.competency);
    const refusal = refuseConsensus({ ratedLevels: board?.ratings.map((rating) => rating.level) ?? [], indicated: (board?.indicated.length ?? 0) > 0, reason: decision.reason });
    if (refusal) return refuse(refusal);
    const row = {
      enrolment_id: enrolmentId,
      agency_id: currentAgencyId(),
      competency: decision.competency,
      level: decision.level,
      reason: decision.reason,
      decided_by: currentAccountId(),
      decided_at: this.clock.now(),
    };
    await this.em
      .getKysely<{ consensus: typeof row }>()
      .insertInto("consensus")
      .values(row)
      .onConflict((conflict) => conflict.columns(["enrolment_id", "competency"]).doUpdateSet({ level: row.level, reason: row.reason, decided_by: row.decided_by, decided_at: row.decided_at }))
      .execute();
    const { competency: code, level, reason } = decision;
    await this.audit.record({ action: "scoring.consensus.decided", subjectKind: "enrolment", subjectId: enrolmentId, details: { competency: code, level, reason } });
    return ok(undefined);
  }

  /** Closes the integration for good and, in the same transaction, has the result recorded and looked whether it was the assessment's last. */
  async close(enrolmentId: string): Promise<Result<void, ClosingRefusal> | Undecided> {
    const opened = await this.openForChange(enrolmentId);
    if (!opened.ok) return opened;
    const consensus = await this.em.find(Consensus, { enrolmentId }, { refresh: true });
    const { evidence, assessmentId } = opened.value;
    const missing = evidence.competencies.map(({ competency }) => competency).filter((competency) => !consensus.some((decided) => decided.competency === competency));
    if (missing.length > 0) return { ok: false, refusal: "consensus-incomplete", missing };
    const closedBy = currentAccountId();
    const closedAt = this.clock.now();
    const inputs = await this.integrations.inputsNow(enrolmentId, { closedBy, closedAt: closedAt.toISOString() });
    await this.em.nativeUpdate(Integration, { enrolmentId }, { state: "closed", closedBy, closedAt, inputs });
    await this.audit.record({ action: "scoring.integration.closed", subjectKind: "enrolment", subjectId: enrolmentId, details: { levels: agreedLevels(consensus) } });
    await this.jobs.enqueue("scoring.integration-closed", { enrolmentId });
    await this.jobs.enqueue(assessmentEndJob, { assessmentId });
    return ok(undefined);
  }

  /** The evidence of a candidate whose board is open, with the integration's row locked until the end of the unit of work. */
  private async openForChange(enrolmentId: string): Promise<Result<{ evidence: CandidateEvidence; assessmentId: string }, ClosingRefusal>> {
    const led = await this.led(enrolmentId);
    if (!led) return refuse("not-found");
    const row = { enrolment_id: enrolmentId, agency_id: currentAgencyId() };
    await this.em.getKysely<{ integration: typeof row }>().insertInto("integration").values(row).onConflict((conflict) => conflict.column("enrolment_id").doNothing()).execute();
    const integration = await this.em.findOneOrFail(Integration, { enrolmentId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (integration.state === "closed") return refuse("integration-closed");
    const [evidence] = await this.evidence.of(led.assessment, [led.enrolment]);
    if (!evidence?.readiness.ready) return refuse("board-not-open");
    return ok({ evidence, assessmentId: led.assessment.id });
  }

  /** Only the assessment's own lead gets in; everybody else is told what a stranger is told. */
  private async led(enrolmentId: string): Promise<{ assessment: AssessmentView; enrolment: EnrolmentView } | undefined> {
    const enrolment = await this.assessments.enrolment(enrolmentId);
    const assessment = enrolment && (await this.assessments.view(enrolment.assessmentId));
    return assessment && assessment.leadAccountId === currentAccountId() ? { assessment, enrolment } : undefined;
  }

  private async names(evidence: readonly CandidateEvidence[]): Promise<Map<string, string>> {
    const ids = evidence.flatMap((candidate) => [...candidate.assessorAccountIds, ...candidate.consensus.map((decided) => decided.decidedBy)]);
    return new Map([...(await this.accounts.namesOf([...new Set(ids)]))].map(([id, { name }]) => [id, name]));
  }
}

import { EntityManager, LockMode } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { PlanProblem } from "@kompeten/shared/contracts/planning";
import type { Json, Ok } from "@kompeten/shared/kernel";
import { Audit } from "../platform/index.ts";
import { Assessment } from "./assessment.entity.ts";

export type PlanRefusalCode =
  | "not-found"
  | "changed-meanwhile"
  | "not-draft"
  | "not-open"
  | "closed"
  | "catalogue-incomplete"
  | "unknown-standard"
  | "unknown-instrument"
  | "cell-not-measured"
  | "unknown-sitting"
  | "window-too-short"
  | "window-backwards"
  | "unknown-candidate"
  | "already-enrolled"
  | "sitting-not-future"
  | "not-an-assessor"
  | "not-a-lead"
  | "too-few-assessors"
  | "assesses-self"
  | "plan-impossible";
/** Like any refusal, with what the translated message needs. */
export type PlanRefused = { readonly ok: false; readonly refusal: PlanRefusalCode; readonly params?: Record<string, string | number>; readonly problems?: readonly PlanProblem[] };
export type PlanOutcome<T = void> = Ok<T> | PlanRefused;

export function refusePlan(refusal: PlanRefusalCode, params?: Record<string, string | number>): PlanRefused {
  return { ok: false, refusal, ...(params === undefined ? {} : { params }) };
}

/** Which states a change is possible in: what was opened only ever gains candidates and assessors. */
export type ChangeableIn = "draft" | "draft-or-open";
type Change = { id: string; version: number; in: ChangeableIn; action: string; details?: Json };

/** Every write to one assessment goes through here: one at a time, on the version its page has seen, audited. */
@Injectable()
export class PlanEditor {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: Audit,
  ) {}

  async change<T>(change: Change, work: (assessment: Assessment) => Promise<PlanOutcome<T>>): Promise<PlanOutcome<T>> {
    const assessment = await this.em.findOne(Assessment, { id: change.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (!assessment) return refusePlan("not-found");
    if (assessment.state === "closed") return refusePlan("closed");
    if (assessment.state !== "draft" && change.in === "draft") return refusePlan("not-draft");
    if (assessment.version !== change.version) return refusePlan("changed-meanwhile");
    const outcome = await work(assessment);
    if (!outcome.ok) return outcome;
    assessment.version += 1;
    await this.em.flush();
    await this.audit.record({ action: change.action, subjectKind: "assessment", subjectId: change.id, ...(change.details === undefined ? {} : { details: change.details }) });
    return outcome;
  }
}

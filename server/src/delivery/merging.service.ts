import { Injectable } from "@nestjs/common";
import { setAsideView, type MergeBody, type SetAsideView } from "@kompeten/shared/contracts/supervision";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Assessments } from "../planning/index.ts";
import { Audit, currentAccountId } from "../platform/index.ts";
import { AttemptStates, type Held } from "./attempt-states.service.ts";
import { SetAsideWork, type MergeRefusal } from "./set-aside.service.ts";

/** J5: the lead of an assessment reads what was set aside of its attempts, and lets it count, with a reason. In the running unit of work. */
@Injectable()
export class Merging {
  constructor(
    private readonly states: AttemptStates,
    private readonly assessments: Assessments,
    private readonly setAside: SetAsideWork,
    private readonly audit: Audit,
  ) {}

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
    const [sitting] = held ? await this.assessments.sittingsByIds([held.record.sittingId]) : [];
    const assessment = sitting && (await this.assessments.view(sitting.assessmentId));
    return assessment?.leadAccountId === currentAccountId() ? held : undefined;
  }
}

/** Without when it was said to be made, which stands beside it. */
function told({ kind, body }: { kind: string; body: { madeAtMs?: number } }) {
  const { madeAtMs: _, ...told } = body;
  return { kind, ...told };
}

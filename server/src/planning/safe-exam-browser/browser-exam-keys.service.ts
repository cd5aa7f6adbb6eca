import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { BrowserExamKeysBody } from "@kompeten/shared/contracts/planning";
import { ok } from "@kompeten/shared/kernel";
import { PlanEditor, refusePlan, type PlanOutcome } from "../plan-editor.service.ts";
import { Sitting } from "../sitting.entity.ts";

/** R5 of delivery: the Browser Exam Keys of sittings, in the running unit of work. */
@Injectable()
export class BrowserExamKeys {
  constructor(
    private readonly em: EntityManager,
    private readonly editor: PlanEditor,
  ) {}

  /** Undefined for a sitting that is not there, not of the assessment named, or open to any browser. */
  async of(sittingId: string, assessmentId?: string): Promise<string[] | undefined> {
    const sitting = await this.em.findOne(Sitting, { id: sittingId, safeExamBrowser: true, ...(assessmentId === undefined ? {} : { assessmentId }) }, { disableIdentityMap: true });
    return sitting?.browserExamKeys;
  }

  /** Also once it is open: computers are prepared late, and a new version of the browser has a new key. The keys themselves are no business of the audit record. */
  enter(assessmentId: string, sittingId: string, { version, keys }: BrowserExamKeysBody): Promise<PlanOutcome> {
    const distinct = [...new Set(keys)];
    return this.editor.change({ id: assessmentId, version, in: "draft-or-open", action: "planning.assessment.browser-keys-changed", details: { sittingId, keys: distinct.length } }, async () => {
      const changed = await this.em.nativeUpdate(Sitting, { id: sittingId, assessmentId, safeExamBrowser: true }, { browserExamKeys: distinct });
      return changed === 1 ? ok(undefined) : refusePlan("unknown-sitting");
    });
  }
}

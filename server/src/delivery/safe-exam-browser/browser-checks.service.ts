import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { BrowserPassAnswer, BrowserPassBody } from "@kompeten/shared/contracts/browser-pass";
import { sql } from "kysely";
import { createHash } from "node:crypto";
import { Assessments, configKeyHash, configKeyOfSitting } from "../../planning/index.ts";
import type { Actor } from "../../platform/index.ts";
import { AttemptStates } from "../attempt-states.service.ts";
import { RoomRecord } from "../room/room-record.service.ts";
import { BrowserPasses } from "./browser-passes.ts";
import { judgeBrowser, type BrowserFinding } from "./browser-proof.rules.ts";

/** Findings written down of one candidate in one sitting; far more than honest trying brings. */
const findingsMax = 200;
type Asked = { attemptId: string; origin: string; path: string; header: string | undefined; userAgent: string | undefined; page: BrowserPassBody["page"] };

/** R5: whether a candidate's browser is Safe Exam Browser with the settings of the sitting; in the running unit of work. */
@Injectable()
export class BrowserChecks {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly assessments: Assessments,
    private readonly record: RoomRecord,
    private readonly passes: BrowserPasses,
  ) {}

  /** Undefined for an attempt that is not the actor's. Every finding is in the room's record, what was expected and received included. */
  async pass(actor: Actor, asked: Asked): Promise<BrowserPassAnswer | undefined> {
    const held = await this.states.one(asked.attemptId);
    if (held?.record.accountId !== actor.accountId) return undefined;
    const { sittingId, enrolmentId } = held.record;
    const allowed = { ok: true, ...this.passes.make({ ...actor, sittingId }) } as const;
    if (!held.attempt.safeExamBrowser) return allowed;
    const finding = this.judged(asked, sittingId);
    await this.write(actor, { sittingId, enrolmentId }, { ...finding, browser: (asked.page?.version ?? asked.userAgent)?.slice(0, 300) ?? null });
    return finding.outcome === "matched" || (await this.isExempted(sittingId, enrolmentId)) ? allowed : { ok: false, refusal: "browser-not-allowed" };
  }

  /** Whether this person has anything to do in a sitting. */
  async isSeated({ accountId }: Actor, sittingId: string): Promise<boolean> {
    const { rows } = await sql`select from attempt where account_id = ${accountId} and sitting_id = ${sittingId} limit 1`.execute(this.em.getKysely());
    return rows.length > 0;
  }

  private judged({ origin, path, header, page }: Asked, sittingId: string): BrowserFinding {
    const key = configKeyOfSitting(origin, sittingId);
    const proof = { header: { url: `${origin}${path}`, hash: header ?? null }, page: page && { urls: page.urls, hash: page.configKeyHash } };
    return judgeBrowser(proof, { hashOf: (url) => configKeyHash(url, key), isOurs: (url) => url.startsWith(`${origin}/`) });
  }

  private async isExempted(sittingId: string, enrolmentId: string): Promise<boolean> {
    const { rows } = await sql`select from room_entry where enrolment_id = ${enrolmentId} and kind = 'browser-exempted' and (sitting_id is null or sitting_id = ${sittingId}) limit 1`.execute(this.em.getKysely());
    return rows.length > 0;
  }

  /** The same finding in the same session is written once: its opId follows from it. */
  private async write({ agencyId, accountId, sessionId }: Actor, place: { sittingId: string; enrolmentId: string }, finding: BrowserFinding & { browser: string | null }): Promise<void> {
    const { rows } = await sql<{ written: number }>`
      select count(*)::int as written from room_entry where enrolment_id = ${place.enrolmentId} and kind = 'browser-checked' and sitting_id = ${place.sittingId}`.execute(this.em.getKysely());
    const assessmentId = (await this.assessments.sittingHeadings([place.sittingId]))[0]?.assessmentId;
    if (assessmentId === undefined || (rows[0]?.written ?? 0) >= findingsMax) return;
    const opId = idOf(JSON.stringify([sessionId, place, finding]));
    await this.record.add([{ ...place, assessmentId, opId, accountId, kind: "browser-checked", body: finding }], agencyId);
  }
}

function idOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
